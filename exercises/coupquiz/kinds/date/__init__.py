"""When something was; the answer is a date as it was typed."""
