"""The words of typed dates: months, numbers in words, parts of a month, and signs that mean the same."""

from __future__ import annotations

import re
import unicodedata

from coupdata.i18n import _

PARTS = {
    **dict.fromkeys(("early", "earlier", "beginning", "start"), "early"),
    **dict.fromkeys(("mid", "middle"), "mid"),
    **dict.fromkeys(("late", "later", "latter", "end"), "late"),
}
JOINTS = {"-", "/", "to", "and", "or", "till", "til", "until", "through", "thru"}
NIGHTS = {"night", "overnight"}
EVENING, MORNING = "evening", "morning"
FILLERS = {
    "the", "of", "on", "in", "at", "from", "between", "since", "during", "either", "ad", "ce",
    "about", "around", "toward", "towards", "circa", "c", "ca", "perhaps", "probably",
    "part", "day", "month", "year",
    EVENING, MORNING, "afternoon", "noon", "midnight", "dawn", "dusk", "hours",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun",
}  # fmt: skip

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_NUMBERS = {
    **{word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)},
    **{f"twenty {word}": number for number, word in enumerate(_UNITS, 21)},
    "thirtieth": 30,
    "thirty first": 31,
}
_IN_WORDS = re.compile(
    rf"\b(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\b".replace(" ", r"[\s-]+")
)

_DASHES = re.compile("[‐‑‒–—−→]")
_TO = re.compile(r"(?<=[\w.])(?:\s+[~∼〜]\s+|[~∼〜](?=\w)|\s*\.{2,}\s*(?=\w))")  # not "about": 3 May ~1920
_AND = re.compile(r"\s*[&+]\s*")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_HALF = re.compile(r"\b(first|1|second|2|last|early|earlier|late|later|latter)\s+(?:half|part)\b")
_OF_DAY = re.compile(
    r"\b(?:early|late|small)\s+(?=(?:(?:in|on|at)\s+(?:the\s+)?)?(?:hours|morning|afternoon|evening|night)\b)"
)
_ROMAN_MONTH = re.compile(r"(?<=\d)([./\s-]+)(i{1,3}|iv|vi{0,3}|ix|xi{0,2})(?=[./\s-]+\d{2})")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_SHORT_YEAR = re.compile(r"['’‘ʼ´`]\s?(\d\d)\b", re.ASCII)


def simplified(text: str, year: int) -> str:
    """Return a typed date with one sign for each idea, numbers in figures and years in full.

    Args:
        text: As it was typed, in small letters.
        year: One of the century that is meant by a year of two figures.
    """
    text = _AND.sub(" and ", _TO.sub(" to ", _DASHES.sub("-", text)))
    text = _SHORT_YEAR.sub(lambda match: f" {in_century(match[1], year)}", text)
    text = _ROMAN_MONTH.sub(lambda match: f"{match[1]}{_months()[_ROMAN.index(match[2])][1][0]}", text)
    text = _OF_DAY.sub("", _HALF.sub(_half, _ORDINAL.sub("", text)))
    return _IN_WORDS.sub(lambda match: str(_NUMBERS[" ".join(re.split(r"[\s-]+", match[0]))]), text)


def in_century(typed: str, year: int) -> str:
    """Return a year as four figures, where two are typed."""
    return f"{year // 100:02}{typed}" if len(typed) == 2 else typed


def month_number(word: str) -> int:
    """Return which month a word names in English or in the lesson's language, whole or cut; 0 for none."""
    word = _bare(word)
    whole = {number for number, names in _months() if word in names}
    cut = {number for number, names in _months() if any(name.startswith(word) for name in names)}
    meant = whole or (cut if len(word) > 2 else set())
    return meant.pop() if len(meant) == 1 else 0


def month_names() -> dict[str, str]:
    """Return the names of the months in the lesson's language, by those in English."""
    return {
        "January": _("January"),
        "February": _("February"),
        "March": _("March"),
        "April": _("April"),
        "May": _("May"),
        "June": _("June"),
        "July": _("July"),
        "August": _("August"),
        "September": _("September"),
        "October": _("October"),
        "November": _("November"),
        "December": _("December"),
    }


def _months() -> list[tuple[int, tuple[str, str]]]:
    """Return the names of each month in English and in the lesson's language, as they are compared."""
    names = enumerate(month_names().items(), 1)
    return [(number, (_bare(en), _bare(own))) for number, (en, own) in names]


def _bare(word: str) -> str:
    """Return a word in small letters without accents."""
    marked = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in marked if not unicodedata.combining(letter))


def _half(match: re.Match[str]) -> str:
    """Return the word for a half of a month."""
    return "early" if match[1] in ("first", "1", "early", "earlier") else "late"
