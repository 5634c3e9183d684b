"""A folder of TOML and Markdown becomes a checked case; everything that is wrong is said at once."""
