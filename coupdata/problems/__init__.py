"""What is said where something is wrong: what it is, and what may be meant."""
