"""What comes back today, asked in a notebook, and how what was learnt holds."""
