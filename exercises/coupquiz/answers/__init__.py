"""A learner's answers: the file they are kept in, merging, progress."""
