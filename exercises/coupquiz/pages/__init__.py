"""Question, answer and feedback as parts of a page, whoever shows it."""
