"""The timeline to explore: filters, steps, chart, list and card, and the guided tour."""
