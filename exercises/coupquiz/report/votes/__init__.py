"""What a class voted, and what that says: apart from where it was asked."""
