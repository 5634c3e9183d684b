"""Answers of a class, graded as data: nothing that a student wrote is run."""
