"""What seat, desk and wall show, as JSON values."""
