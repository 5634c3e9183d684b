"""The reading of a case, with its words explained."""
