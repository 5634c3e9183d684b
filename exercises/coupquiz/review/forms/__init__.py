"""Forms in which a fact is asked for, made from the data: each file makes those of one sort."""
