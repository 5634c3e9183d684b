"""A question being answered."""
