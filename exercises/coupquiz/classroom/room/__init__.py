"""A lesson as it is given: its plan, its state, and what is kept of it; there is no web server in it."""
