"""Marks as a table that spreadsheets and learning platforms open."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from coupquiz.grading.flag import Flag
from coupquiz.grading.grade import Result
from coupquiz.grading.paper import Paper

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Line:
    """What the table says of a student."""

    student: str
    points: float
    most: float
    """The most points there are for this student; as ``points`` without what a teacher has yet to mark."""
    by_question: Mapping[str, float | None]
    """The points of every question that the student was asked; None where a teacher has yet to mark."""
    flags: tuple[Flag, ...]
    words: Mapping[str, str] = field(default_factory=dict)
    """What there is for a teacher to mark, by question: own words, and what cannot be read as an answer."""


def line(result: Result, flags: tuple[Flag, ...] = ()) -> Line:
    """Return the line of a result, with flags that were raised before grading."""
    by_question = {mark.item.question.id: mark.points for mark in result.marks}
    words = {mark.item.question.id: words for mark in result.marks if (words := mark.words)}
    return Line(result.student, result.points, result.most, by_question, (*flags, *result.flags), words)


def marks_csv(paper: Paper, lines: Iterable[Line]) -> bytes:
    """Return the table as CSV (RFC 4180, UTF-8), its lines in the order in which they come.

    The columns: the student; points, and how many there are, both without what a teacher has yet to mark; the
    points of each question, empty where the student was not asked or a teacher has yet to mark; the questions
    that wait for a mark; what to look at.
    Points have two decimals at most. A text that a spreadsheet would run as a formula gets an apostrophe.
    """
    ids = [item.question.id for item in paper.items]
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(["student", "points", "of", *ids, "to mark", "look at"])
    for line in lines:
        table.writerow(
            [
                harmless(line.student),
                number(line.points),
                number(line.most),
                *(number(line.by_question.get(id)) for id in ids),
                " ".join(id for id, points in line.by_question.items() if points is None),
                " ".join(f"[{flag.concern}] {flag.said}" for flag in line.flags),
            ]
        )
    # The mark at the start tells Excel that it is UTF-8; what UTF-8 cannot hold is escaped.
    return text.getvalue().encode("utf-8-sig", "backslashreplace")


def number(points: float | None) -> str:
    """Return points for people, with two decimals at most; empty where there are none yet."""
    return "" if points is None else f"{points:.2f}".rstrip("0").rstrip(".")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
