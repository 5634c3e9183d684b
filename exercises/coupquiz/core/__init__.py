"""A question, what a learner may see of it, what is said to an answer, and how an attempt goes on."""
