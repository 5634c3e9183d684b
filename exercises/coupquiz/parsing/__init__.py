"""What people type: dates, words that may be misspelt, and values of any type."""
