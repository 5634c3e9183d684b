"""A value taken from the data: a number, a text, or several texts such as ids; the answer is text."""
