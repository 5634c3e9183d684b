"""Who stood where, and who acted with and against whom."""
