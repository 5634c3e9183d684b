"""Misspellings: how far a word that was typed is from the one that was meant."""

from __future__ import annotations

import re
import unicodedata

MOST_ERRORS = 2
"""How many typing errors are forgiven in the longest words."""

_APOSTROPHES = re.compile("['’‘ʼ`´]")

_CYRILLIC = (
    "а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh "
    "щ shch ы y э e ю iu я ia і i є ie ґ g ѣ e ѳ f ј j љ lj њ nj ђ dj ћ c џ dz"
)
_GEORGIAN = (
    "ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q "
    "შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h"
)
_LETTERS = f"{_CYRILLIC} {_GEORGIAN}".split()
_ROMANISED = str.maketrans({"ъ": "", "ь": "", **dict(zip(_LETTERS[::2], _LETTERS[1::2], strict=True))})
"""About as the Library of Congress does it. Accents are gone by then, and with them what tells й from и."""


def is_misspelling(typed: str, meant: str) -> bool:
    """Return whether one text is the other with a typing error in 5 letters and more, or two in 9 and more.

    Digits are no letters: a number is right or wrong. Both texts as `plain` returns them.
    """
    if abs(len(typed) - len(meant)) > MOST_ERRORS:  # most texts are told apart by this
        return False
    letters = sum(letter.isalpha() for letter in meant)
    most = MOST_ERRORS if letters >= 9 else 1 if letters >= 5 else 0
    same_digits = re.sub(r"\D", "", typed) == re.sub(r"\D", "", meant)
    return same_digits and typing_errors(typed, meant) <= most


def plain(text: str) -> str:
    """Return the letters and digits of a text: no accents, capitals, spaces, signs, or "the" before it."""
    bare = text.casefold()
    if not bare.isascii():
        marked = unicodedata.normalize("NFKD", bare)
        bare = "".join(letter for letter in marked if not unicodedata.combining(letter))
    words = re.findall(r"[^\W_]+", _APOSTROPHES.sub("", bare))
    return "".join(words[1:] if words[:1] == ["the"] and words[1:] else words)


def romanised(text: str) -> str:
    """Return a text, as `plain` returns it, with Latin letters in place of Cyrillic and Georgian ones."""
    return text if text.isascii() else text.translate(_ROMANISED).replace("ii", "i")


def typing_errors(a: str, b: str) -> int:
    """Return how many typing errors lead from one text to another.

    An error is a letter too many, too few, another one, or two neighbours in each other's place: the four
    that are behind most misspellings (Damerau 1964, "A technique for computer detection and correction of
    spelling errors", Communications of the ACM 7(3)).
    """
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            least = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                least = min(least, before[j - 2] + 1)
            row.append(least)
        before, last = last, row
    return last[-1]
