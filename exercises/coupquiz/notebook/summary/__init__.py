"""How a learner stands, at the end of a notebook and over all of them."""
