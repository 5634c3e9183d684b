"""Beginning and end of what lasted, to set on the timeline; the answer is a date by the id of each end."""
