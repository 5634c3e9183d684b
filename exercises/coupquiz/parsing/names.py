"""Names as people type them: a surname alone, last name first, with a title, another name in brackets."""

from __future__ import annotations

import re

from coupquiz.parsing.spelling import plain, romanised

_TITLES = frozenset(
    """
    admiral archbishop baron bishop brother capt captain chairman chancellor citizen col colonel commander
    commissar comrade count countess dr duchess duke emperor empress foreign gen general governor khan king
    lady lieutenant lord lt madam madame maj major marshal mayor minister miss mr mrs ms pm pope premier pres
    president prime prince princess prof professor queen rev saint secretary sergeant sgt shah sir st sultan
    the tsar tsarina
    """.split()  # noqa: SIM905
)
_BRACKETS = re.compile(r"[(\[（][^()\[\]（）]*[)\]）]?")
_BESIDE = re.compile(
    r"\s*[/=]\s*|\s+[-–—]\s+|,?\s+(?:aka|alias|also known as|or|now|today|formerly)\s+", re.IGNORECASE
)
_BETWEEN = ("or", "and", "not", "&")
_ROMAN = re.compile(r"[ivxlc]+\.?")
_SHORTEST = 3  # letters of a surname


def forms(typed: str) -> list[str]:
    """Return a typed text and, where it has one comma, the same with what follows that in front."""
    last, comma, first = typed.partition(",")
    return [typed, f"{first} {last}"] if comma and first.strip() and "," not in first else [typed]


def of_person(typed: str) -> list[str]:
    """Return a person's name without the titles before it, and with the last name last or no middle name."""
    words = typed.replace(".", ". ").split()
    while len(words) > 1 and romanised(plain(words[0])) in _TITLES:
        words.pop(0)
    untitled = [" ".join(words)]
    if 1 < len(words) < 4:
        untitled.append(" ".join((*words[1:], words[0])))
    if len(words) == 3 and words[1].casefold() not in _BETWEEN:
        untitled.append(f"{words[0]} {words[2]}")
    return untitled


def has_initial(typed: str) -> bool:
    """Return whether a name has an initial, in which a letter is no slip: "M. Zhordania" is somebody else."""
    return any(len(word.rstrip(".,")) == 1 for word in typed.split())


def parts(typed: str) -> tuple[list[str], list[str]]:
    """Return the names that stand side by side, as in "Tiflis/Tbilisi", and those in brackets."""
    inside = [found.strip("()[]（） ") for found in _BRACKETS.findall(typed)]
    beside = _BESIDE.split(" ".join(_BRACKETS.sub(" ", typed).split()))
    return [name.strip() for name in beside if name.strip()], [name for name in inside if name]


def short_forms(name: str) -> list[str]:
    """Return how a person's name is shortened: the surname alone, and after initials.

    The surname is the last word. There is none in a name of one word, in one that ends in a number, "Louis
    XIV", and in one that tells where somebody is from, or what somebody is known for: "Catherine of Aragon".
    """
    *first, last = name.split()
    in_small_letters = any(word[0].islower() and plain(word) in ("of", "the", "de", "da") for word in first)
    if not first or in_small_letters or len(plain(last)) < _SHORTEST or _ROMAN.fullmatch(last.casefold()):
        return []
    initials = [word[0] for word in first]
    return [last, f"{initials[0]} {last}", f"{' '.join(initials)} {last}"]
