"""Which sentence proves it; the answer is the id of a sentence. Where several do, any of them is right."""
