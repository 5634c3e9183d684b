"""Blanks to fill in; the answer is a text by the id of each blank. The score is the share right."""
