"""Several right options; the answer is a list of their ids."""
