"""Questions on a case of history: asked, checked, explained, kept and graded."""
