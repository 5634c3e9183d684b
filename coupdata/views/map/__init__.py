"""Where it happened, and who moved where."""
