"""Whose work a file is: by names as platforms and people give them, and by the roster, which settles it."""
