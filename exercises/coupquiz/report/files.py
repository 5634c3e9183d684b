"""The files of a report: a page, and its numbers as CSV for whoever wants to go on with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from coupquiz.files import disk
from coupquiz.grading.marks import harmless
from coupquiz.grading.spreadsheet import local_delimiter, local_number, write_csv
from coupquiz.report.analysis import NO_ANSWER, Analysis, GroupReport
from coupquiz.report.measures import Estimate
from coupquiz.report.page.report_page import page
from coupquiz.report.vote_report import VoteReport

PAGE = "report.html"
"""The name of the page."""

STUDENTS = "students.csv"
"""The table that there is only with names."""

VOTES, VOTE_ANSWERS = "votes.csv", "vote-answers.csv"
"""The tables that there are only of a class that has voted."""

_SHARE = ("credit", "credit low", "credit high")
_DISCRIMINATION = ("discrimination", "discrimination low", "discrimination high")
_QUESTIONS = ["question", "trains", "kind", "asked", "answered", "right"]
_ROUND = ("", " right", " share", " share low", " share high")
_ROUNDS = [f"{one}{what}" for one in ("first", "second") for what in _ROUND]
_VOTES = ["vote", "question", "opened", *_ROUNDS, "voted twice", "gain", "gain low", "gain high"]
_VOTE_ANSWERS = ["vote", "question", "answer", "text", "right", "first", "second"]
_ANSWERS = ["question", "part", "answer", "credit", "all", "best third", "weakest third"]


def write_report(analysis: Analysis, votes: Sequence[VoteReport], out: Path, *, names: bool) -> None:
    """Write a report into a folder, which is made if it is not there, in place of an earlier one.

    Raises:
        OSError: A file cannot be written.
    """
    content = page(analysis, votes, names=names).encode("utf-8", "backslashreplace")
    written: Mapping[str, bytes] = {PAGE: content, **tables(analysis, votes, names=names)}
    out.mkdir(parents=True, exist_ok=True)
    for name in (STUDENTS, VOTES, VOTE_ANSWERS):
        if name not in written:
            (out / name).unlink(missing_ok=True)  # of an earlier report, which had names, or votes
    for name, file in written.items():
        disk.write(out / name, file)


def tables(
    analysis: Analysis, votes: Sequence[VoteReport] = (), *, names: bool = False
) -> Mapping[str, bytes]:
    """Return the tables as CSV (RFC 4180, UTF-8), by the names of their files.

    Shares and correlations have four decimals at most; empty is what cannot be said.
    """
    written = {
        "questions.csv": _csv([*_QUESTIONS, *_SHARE, *_DISCRIMINATION, "standing"], _questions(analysis)),
        "answers.csv": _csv([*_ANSWERS, *(["students"] if names else [])], _answers(analysis, names)),
        "concepts.csv": _csv(["concept", "questions", *_SHARE], _groups(analysis.concepts)),
        "events.csv": _csv(["event", "questions", *_SHARE], _groups(analysis.events)),
    }
    if votes:
        written[VOTES] = _csv(_VOTES, _votes(votes))
        written[VOTE_ANSWERS] = _csv(_VOTE_ANSWERS, _vote_answers(votes))
    if names:
        written[STUDENTS] = _csv(["student", "points", "of", "counts", "look at"], _students(analysis))
    return written


def _questions(analysis: Analysis) -> Iterable[Sequence[object]]:
    for report in analysis.questions:
        asked = (report.question.id, report.question.trains, report.question.kind)
        counts = (report.asked, report.answered, report.right if report.question.scored else "")
        measured = (*_bounds(report.facility), *_bounds(report.discrimination))
        yield (*asked, *counts, *measured, str(report.standing))


def _answers(analysis: Analysis, names: bool) -> Iterable[Sequence[object]]:
    for report in analysis.questions:
        for tally in report.tallies:
            credit = "" if tally.pick is NO_ANSWER else float(tally.pick.credit)
            thirds = (tally.best, tally.weakest) if report.thirds else ("", "")
            who = ("; ".join(tally.students),) if names else ()
            yield (report.question.id, tally.pick.part, tally.pick.text, credit, tally.all, *thirds, *who)


def _groups(groups: Iterable[GroupReport]) -> Iterable[Sequence[object]]:
    for group in groups:
        yield (group.id, " ".join(map(str, group.numbers)), *_bounds(group.share))


def _votes(votes: Sequence[VoteReport]) -> Iterable[Sequence[object]]:
    for place, report in enumerate(votes, 1):
        rounds: list[object] = []
        for each, share in zip(report.result.rounds, report.shares, strict=True):
            rounds += (share.count, each.tally.right, *_bounds(share))
        gain = report.gain
        gained = (gain.seats, gain.gain) if gain else ("", "")
        rounds += [""] * (len(_ROUNDS) - len(rounds))
        bounds = (gain and gain.bounds) or ("", "")
        yield (place, report.question.id, report.opened.isoformat(), *rounds, *gained, *bounds)


def _vote_answers(votes: Sequence[VoteReport]) -> Iterable[Sequence[object]]:
    for place, report in enumerate(votes, 1):
        for category in report.result.categories:
            counts: list[object] = [each.tally.counts[category.id] for each in report.result.rounds]
            right = "yes" if category.right else "no"
            about = (place, report.question.id, category.id, category.text, right)
            yield (*about, *counts, *([""] if len(counts) < 2 else []))


def _students(analysis: Analysis) -> Iterable[Sequence[object]]:
    for submission in analysis.submissions:
        points = (float(round(submission.points, 2)), float(round(submission.most, 2)))
        yield (
            submission.student,
            *points,
            "yes" if submission.counts else "no",
            ", ".join(submission.concerns),
        )


def _bounds(found: Estimate | None) -> tuple[float | str, ...]:
    return (found.value, found.low, found.high) if found else ("", "", "")


def _csv(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    delimiter = local_delimiter()
    return write_csv([heads, *([_cell(value, delimiter) for value in row] for row in rows)], delimiter)


def _cell(value: object, delimiter: str) -> str:
    """Return a number as a number, also below 0, and a text so that no spreadsheet runs it."""
    if isinstance(value, float):
        decimal = f"{round(value, 4) + 0.0:.4f}".rstrip("0").rstrip(".")  # no -0
        return local_number(decimal, delimiter)
    return harmless(value) if isinstance(value, str) else str(value)
