"""Dates as people type them: "2-3 May 1920", "May 3, 1920", "3.5.1920", "late April", or EDTF."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from coupdata.model import Days, span
from coupdata.model.date_labels import day_name, joined, moment_label, month_length, night_label, part_label
from coupdata.model.edtf import DateError, read_when

_LONGEST = 100  # characters: no date is longer

_MONTHS = [day_name(date(2000, month, 1)).split()[1].casefold() for month in range(1, 13)]
_MONTH_NUMBERS = {
    name[:length]: number for number, name in enumerate(_MONTHS, 1) for length in range(3, len(name) + 1)
}
_PARTS = {
    **dict.fromkeys(("early", "earlier", "beginning", "start"), "early"),
    **dict.fromkeys(("mid", "middle"), "mid"),
    **dict.fromkeys(("late", "later", "latter", "end"), "late"),
}
_JOINTS = {"-", "/", "to", "and", "or", "till", "until", "through"}
_NIGHTS = {"night", "overnight"}
_FILLERS = {
    "the", "of", "on", "in", "at", "from", "between", "since", "during", "either", "ad", "ce",
    "about", "around", "toward", "towards", "circa", "c", "ca", "perhaps", "probably",
    "part", "evening", "day", "month", "year",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
}  # fmt: skip

_DASHES = re.compile("[‐‑‒–—−]")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?!\d)", re.ASCII)
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)", re.ASCII)
_NO_YEAR = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})(?!\d)\.?", re.ASCII)
_NO_YEAR_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})(?!\d)\.?", re.ASCII)
_HALF = re.compile(r"\b(first|1|second|2|last|early|earlier|late|later|latter)\s+(?:half|part)\b")
_TOKEN = re.compile(r"\d+s\b|\d+|[^\W\d_]+|[-/]")


@dataclass(frozen=True, slots=True)
class TypedDate:
    """What a typed text says."""

    first: date
    """The first day that it can mean."""
    last: date
    label: str
    """How it was read, for people."""
    in_words: bool = False
    """Whether it names a part of a month, whose days are not quite agreed: "later April"."""


@lru_cache  # a class types few dates, and many times
def read_date(text: str, year: int) -> TypedDate | None:
    """Return the date that a text says; None where it says none.

    In numbers the day comes before the month, and the label says so.

    Args:
        text: As it was typed.
        year: The one that is meant where none is named.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain or len(plain) > _LONGEST:
        return None
    try:
        when = read_when(plain.upper())
    except DateError:
        return _read_words(plain.casefold(), year)
    return TypedDate(*span(when), when.label)


@dataclass(frozen=True, slots=True)
class _Moment:
    """The words for a day, a month, a part of one, a year or a decade."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    part: str = ""
    decade: int | None = None
    """Its first year."""


def _read_words(text: str, year: int) -> TypedDate | None:
    text = _HALF.sub(_half, _ORDINAL.sub("", _DASHES.sub("-", text)))
    text, note = _spell_numbers(text, year)
    words = [word for word in _TOKEN.findall(text) if word not in _FILLERS]
    night = not _NIGHTS.isdisjoint(words)
    words = [word for word in words if word not in _NIGHTS]
    open_end = words[-1] if words[-2:-1] == ["or"] and words[-1] in ("later", "earlier") else ""
    moments = [_moment(group) for group in _groups(words[:-2] if open_end else words)]
    if not all(moments) or len(moments) > 2:
        return None
    known = [_completed(a, b, year) for a, b in zip(moments, reversed(moments), strict=True) if a and b]
    try:
        spans = [_days(moment) for moment in known]
        (first, _), (_, last) = spans[0], spans[-1]
        if night and first == last:
            last += timedelta(1)
    except (ValueError, OverflowError):
        return None
    if first > last:
        return None
    label = night_label(first, last) if night and (last - first).days == 1 else _label(known, spans)
    if open_end == "later":
        last = date.max
    elif open_end:
        first = date.min
    in_words = any(moment.part for moment in known)
    return TypedDate(first, last, f"{label}{f' or {open_end}' if open_end else ''}{note}", in_words)


def _half(match: re.Match[str]) -> str:
    """Return the word for a half of a month."""
    return "early" if match[1] in ("first", "1", "early", "earlier") else "late"


def _spell_numbers(text: str, year: int) -> tuple[str, str]:
    """Return a text with months of numbers in words, and a note where they could be read otherwise."""
    note = ""

    def spelt(day: str, month: str, typed_year: str = "", *, sure: bool = False) -> str:
        nonlocal note
        if int(month) > 12 >= int(day) and not sure:
            day, month = month, day
            note = ", the month before the day"
        elif int(day) <= 12 and int(day) != int(month) and not sure:
            note = ", the day before the month"
        name = _MONTHS[int(month) - 1] if 1 <= int(month) <= 12 else "unknown"
        return f" {day} {name} {year // 100 if len(typed_year) == 2 else ''}{typed_year} "

    text = _YEAR_FIRST.sub(lambda match: spelt(match[4], match[3], match[1], sure=True), text)
    text = _YEAR_LAST.sub(lambda match: spelt(match[1], match[3], match[4]), text)
    bare = _NO_YEAR_DOTTED if re.search(r"[^\W\d_]", text) else _NO_YEAR
    return bare.sub(lambda match: spelt(match[1], match[2]), text), note


def _groups(words: list[str]) -> list[list[str]]:
    """Return the words of each moment: what stands before a joint and what stands after it."""
    groups: list[list[str]] = [[]]
    for i, word in enumerate(words):
        if word not in _JOINTS:
            groups[-1].append(word)
        elif groups[-1] and words[i - 1] not in _PARTS:  # no joint: "until 1919", "mid-April"
            groups.append([])
    return groups


def _moment(words: list[str]) -> _Moment | None:
    """Return what some words say; None where one is unknown or says what another has said."""
    moment = _Moment()
    for word in words:
        field, value = _field(word)
        if not field or getattr(moment, field):
            return None
        moment = replace(moment, **{field: value})
    return moment if words else None


def _field(word: str) -> tuple[str, Any]:
    if word in _MONTH_NUMBERS:
        return "month", _MONTH_NUMBERS[word]
    if word in _PARTS:
        return "part", _PARTS[word]
    if word.isdecimal() and (number := int(word)):
        return "year" if len(word) > 2 or number > 31 else "day", number
    if re.fullmatch(r"\d{3}0s", word):
        return "decade", int(word[:-1])
    return "", None


def _completed(moment: _Moment, other: _Moment, year: int) -> _Moment:
    """Return a moment with what it leaves to the other one of a span, or to the year that is meant."""
    if moment.day and not (moment.month or other.month or moment.year) and other.year:  # 1918-19
        return _Moment(year=other.year // 100 * 100 + moment.day)
    month = moment.month or (other.month if moment.day else None)
    return replace(moment, month=month, year=moment.year or other.year or year)


def _days(moment: _Moment) -> Days:
    """Return the first and the last day; a ``ValueError`` says that there is no such day."""
    day, month, year = moment.day, moment.month, moment.year or 0
    if moment.decade and not (day or month or moment.part):
        return date(moment.decade, 1, 1), date(moment.decade + 9, 12, 31)
    if moment.decade or ((moment.part or day) and not month) or (moment.part and day):
        raise ValueError
    if day and month:
        return date(year, month, day), date(year, month, day)
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    first = date(year, month, 1)
    length = month_length(first)
    parts = {"early": (1, length // 2), "mid": (11, 20), "late": (length // 2 + 1, length), "": (1, length)}
    low, high = parts[moment.part]
    return first.replace(day=low), first.replace(day=high)


def _label(moments: list[_Moment], spans: list[Days]) -> str:
    names = [
        part_label(*days) if moment.part else moment_label(*days)
        for moment, days in zip(moments, spans, strict=True)
    ]
    return joined(names[0], names[-1], "–")
