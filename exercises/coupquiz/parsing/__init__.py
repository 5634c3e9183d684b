"""What people type: dates, words with slips, and values of any type."""
