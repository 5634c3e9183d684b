"""The report as a page, section by section."""
