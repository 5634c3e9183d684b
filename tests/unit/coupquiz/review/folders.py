"""Folders of learners who did the lesson some time ago."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from coupquiz import load_bank
from coupquiz.answers.answers_folder import read_folder
from coupquiz.answers.file_format import AnswersFile, Record, RecordKey, dump
from coupquiz.core.behaviour import Attempt
from coupquiz.core.tries import Try
from coupquiz.kinds.check import solution
from coupquiz.review.review_forms import BANK, question_id
from tests.unit.coupquiz.review.learners import Learner

BANKS = ("start", "background", "timeline", "week", "sources")
NOTEBOOK = {
    "start": "00_start_here",
    "background": "01_reading",
    "timeline": "02_timeline",
    "week": "01_reading",
    "sources": "03_sources",
}


def record(tries: list[Try]) -> Record:
    """A record with these tries."""
    best = max(tried.score for tried in tries)
    last = tries[-1]
    attempt = Attempt(last.answer, len(tries), solved=best == 1, best=best, checked=True)
    return Record(attempt, last.at, tuple(tries))


def lesson_done(folder: Path, at: datetime, score: float = 1.0) -> None:
    """Write the answers of a learner who answered every question of the lesson once, in some evening."""
    by_notebook: dict[str, dict[RecordKey, Record]] = {}
    for name in BANKS:
        for question in load_bank(name).questions:
            tried = Try(at, solution(question), score)
            by_notebook.setdefault(NOTEBOOK[name], {})[RecordKey(name, question.id)] = record([tried])
    for notebook, records in by_notebook.items():
        write(folder, notebook, records)


def reviewed(folder: Path, learner: Learner) -> None:
    """Write what a learner answered in review."""
    records = {
        RecordKey(BANK, question_id(one.form, one.tried.at.date())): record([one.tried])
        for one in learner.tries
        if one.form
    }
    write(folder, "05_review", records)


def write(folder: Path, notebook: str, records: dict[RecordKey, Record]) -> None:
    """Write an answers file."""
    file = AnswersFile(notebook, "0" * 32, "", records, {})
    (folder / f"{notebook}.answers.json").write_bytes(dump(file))


def records_in(folder: Path) -> dict[RecordKey, Record]:
    """Return all records of a folder."""
    return {key: record for file in read_folder(folder).files for key, record in file.records.items()}


def days_ago(days: int) -> datetime:
    """Return now, so many days ago."""
    return datetime.now().astimezone() - timedelta(days)
