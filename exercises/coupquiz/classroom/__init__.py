"""A room: thirty people answer on any device, the teacher's machine asks, and a wall shows what is asked."""
