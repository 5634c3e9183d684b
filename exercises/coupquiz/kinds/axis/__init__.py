"""What kinds share whose answers are placed on the axis of a timeline."""
