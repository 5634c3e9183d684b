"""A statement held against the reading; the answer is supported, contradicted or not-said."""
