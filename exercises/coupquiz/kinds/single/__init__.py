"""One right option among several; the answer is an option's id."""
