"""Own words; the answer is a text, which is not scored but held against a model and a checklist."""
