"""What was learnt comes back after days, in another form: facts, forms of questions on them, and when."""
