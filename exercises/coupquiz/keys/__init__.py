"""Keys and options that are taken from the data, so that key and data cannot drift."""
