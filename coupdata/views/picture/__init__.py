"""What the pictures of actors and places share."""
