"""What a teacher types into tables: read, kept, and counted."""
