"""Events to put in order of time; the answer is a list of their ids, the first event first."""
