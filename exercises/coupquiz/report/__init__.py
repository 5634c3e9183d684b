"""What the answers of a class tell its teacher: what it knows, and what to teach again."""
