"""Pairs to match; the answer is the id of a target by the id of each choice. The score is the share right."""
