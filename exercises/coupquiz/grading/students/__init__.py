"""Whose work a file is: by names as platforms and people give them, the roster, and what the file says."""
