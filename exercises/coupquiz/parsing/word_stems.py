"""The words of a text that can give something away."""

from __future__ import annotations

import re

SHORTEST_WORD = 4
"""Letters of a word that can."""

_STEM = 6  # letters in which "mobilise" and "mobilisation" are alike, as such words are in many languages


def word_stems(text: str) -> frozenset[str]:
    """Return the longer words and the numbers of a text, without endings and capitals."""
    words = re.findall(r"\w+", text.casefold())
    return frozenset(word[:_STEM] for word in words if len(word) >= SHORTEST_WORD or word.isdecimal())
