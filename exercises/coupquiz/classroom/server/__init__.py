"""The web server of a room."""
