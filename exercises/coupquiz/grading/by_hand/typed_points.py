"""The points that a teacher has typed, and what they are for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from unicodedata import normalize

from coupdata.i18n import _
from coupdata.problems.problem import Problem
from coupquiz.grading.concern import Concern, flag
from coupquiz.grading.grade import NOT_UNDERSTOOD, GradedAnswer, Result, unread
from coupquiz.grading.marks import harmless
from coupquiz.grading.spreadsheet import ENCODINGS


@dataclass(frozen=True, slots=True)
class TypedPoints:
    """Points that a teacher has typed, and a comment."""

    points: float | None
    """None where there is only a comment."""
    words: str | None
    """What they were given for; None where the table does not say."""
    comment: str = ""

    @property
    def is_for_unreadable(self) -> bool:
        """Whether they were given for an answer that no key could read."""
        return (self.words or "").lstrip("' ").startswith(NOT_UNDERSTOOD)


def with_typed_points(
    result: Result, typed: Mapping[str, list[TypedPoints]]
) -> tuple[Result, tuple[Problem, ...]]:
    """Return a result with the points that a teacher has typed, and flags where they are for something else.

    The points for the words as they are count, of several the last; else the last for other words. Where the
    key has marked the answer, they overrule it, but not if they were given for one that no key could read.
    """
    if not typed:
        return result, ()
    marks: list[GradedAnswer] = []
    flags: list[Problem] = []
    for id in sorted(typed.keys() - {mark.item.question.id for mark in result.marks}):
        what = _("the points typed for {id} do not count: this student was not asked it")
        flags.append(flag(Concern.NOT_COUNTED, what.format(id=id)))
    for mark in result.marks:
        id = mark.item.question.id
        lines = typed.get(id, [])
        if said := [line.comment for line in lines if line.comment]:
            mark = replace(mark, comment=said[-1])
        given = [line for line in lines if line.points is not None]
        if given and mark.is_by_key:
            if overruling := [one for one in given if not one.is_for_unreadable]:
                mark = replace(mark, by_hand=overruling[-1].points)
            else:
                what = _("the points typed for {id} were for another answer; the key marks this one")
                flags.append(flag(Concern.NOT_COUNTED, what.format(id=id)))
        elif given:
            words = mark.words
            for_these = [one for one in given if one.words is None or alike(one.words, words)]
            if not for_these:
                what = _("the words for {id} have changed since they were marked; the earlier points count")
                flags.append(flag(Concern.REWRITTEN, what.format(id=id)))
            mark = replace(mark, by_hand=(for_these or given)[-1].points)
        marks.append(mark)
    others = (seen for seen in result.flags if seen.code != Concern.UNREADABLE)
    return replace(result, marks=tuple(marks), flags=(*others, *unread(marks))), tuple(flags)


def alike(typed: str, words: str) -> bool:
    """Whether a cell has these words, whatever a spreadsheet has done to spaces and foreign letters."""
    typed, words = loosely(typed), loosely(in_cell(words))
    return typed in (words, *without(words))


def without(text: str) -> set[str]:
    """Return what becomes of a text where a spreadsheet's encoding does not have all of its letters."""
    kept = {text.encode(encoding, "replace") for encoding in ENCODINGS}
    return {each.decode(encoding, "replace") for each in kept for encoding in ENCODINGS}


def in_cell(text: str) -> str:
    """Return a text as it stands in the table."""
    return harmless(text.encode("utf-8", "backslashreplace").decode())


def loosely(text: str) -> str:
    """Return what is left of a text whatever a spreadsheet does to it."""
    seen = "".join(c for c in normalize("NFC", text) if c.isprintable() or c.isspace())
    plain = " ".join(seen.split()).lstrip("'")
    return plain.lstrip("0") if plain.isdecimal() else plain
