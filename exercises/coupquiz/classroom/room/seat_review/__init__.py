"""What comes back at a seat, and what a learner brings there so that it does."""
