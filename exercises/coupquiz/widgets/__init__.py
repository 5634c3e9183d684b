"""The widgets that ask questions."""
