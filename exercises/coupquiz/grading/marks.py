"""Marks as a table that spreadsheets and learning platforms open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from coupdata.i18n import ngettext
from coupdata.problems.problem import Problem
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.grade import Result
from coupquiz.grading.spreadsheet import local_delimiter, local_number, write_csv
from coupquiz.grading.wording import sentences
from coupquiz.pages.feedback import decimals

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def marks_row(key: AnswerKey, result: Result, flags: Iterable[Problem] = ()) -> list[str]:
    """Return what the table says of a student.

    Args:
        key: What was asked.
        result: The student's marks.
        flags: What was seen before grading.
    """
    points = {mark.item.question.id: mark.points for mark in result.marks}
    return [
        harmless(result.student),
        number(result.points),
        number(result.most),
        f"{100 * result.points / result.most:.1f}".removesuffix(".0") if result.most else "",
        *(number(points.get(item.question.id)) for item in key.items),
        " ".join(id for id, worth in points.items() if worth is None),
        " ".join(f"[{flag.code}] {sentences(flag)}" for flag in (*flags, *result.flags)),
    ]


def marks_csv(key: AnswerKey, rows: Iterable[Sequence[str]]) -> bytes:
    """Return the table as CSV, its rows in the order in which they come.

    The columns: the student; points, how many there are, and the percentage, all without what a teacher has
    yet to mark; the points of each question, empty where the student was not asked or a teacher has yet to
    mark; the questions that wait for a mark; what to look at.
    Points have two decimals at most. Where numbers are written with a decimal comma, so are these, and a
    semicolon stands between two cells: so a spreadsheet on this computer opens it with a double click. A text
    that a spreadsheet would run as a formula gets an apostrophe.
    """
    ids = [item.question.id for item in key.items]
    heads = ["student", "points", "of", "percent", *ids, "to mark", "look at"]
    delimiter, last = local_delimiter(), 4 + len(ids)
    told = ([row[0], *(local_number(cell, delimiter) for cell in row[1:last]), *row[last:]] for row in rows)
    return write_csv(chain([heads], told), delimiter)


def number(points: float | None) -> str:
    """Return points for people, with two decimals at most; empty where there are none yet."""
    return "" if points is None else decimals(points)


def in_points(points: float) -> str:
    """Return points in words: "1 point", "2.5 points"."""
    return ngettext("{n} point", "{n} points", 1 if points == 1 else 2).format(n=number(points))


def harmless(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
