"""What the answers of a class tell its teacher: what has settled, and what to teach again."""
