"""A paper: the questions of an assignment, their keys and points; it stays on the teacher's side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

import coupdata
from coupdata.fields import Findings, Table
from coupdata.model import Case
from coupdata.text_file import read_toml
from coupquiz.bank import Bank, load_bank
from coupquiz.question import Question

POINTS = 1000
"""The most points that a question can be worth."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question of a paper, and what it is worth."""

    question: Question
    points: float


@dataclass(frozen=True, slots=True)
class Paper:
    """What the grader holds of an assignment.

    Answers to it are kept in ``<id>.answers.json`` under the id of its bank.
    """

    id: str
    """The name of the assignment and of its notebook."""
    title: str
    bank: Bank
    case: Case
    items: tuple[Item, ...]
    """In the order in which they are asked."""
    seed: str
    """Decides, with the student's name, which questions are asked and in which order their choices stand."""
    draw: int
    """How many of the questions each student is asked."""


class PaperError(ValueError):
    """A paper that cannot be read; ``problems`` has one line for each thing that is wrong."""

    def __init__(self, file: Path, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        count = "1 problem" if len(self.problems) == 1 else f"{len(self.problems)} problems"
        super().__init__("\n".join((f"{count} in the paper {file}:", *self.problems)))


def load_paper(file: str | Path) -> Paper:
    """Return the paper in a file.

    It is TOML: ``id``, ``title``, ``bank`` and ``case`` (each a path from the file's folder, or, for the
    bank, the name of one that comes with the package), ``seed``, ``draw``, and for each ``[[question]]`` its
    ``id`` and ``points``. Left out, ``case`` is the package's, ``draw`` all, and ``points`` 1.

    Raises:
        PaperError: Something is wrong with it; every problem has a line of its own.
        BankError: Something is wrong with its bank.
        coupdata.CaseError: Something is wrong with its case.
    """
    file = Path(file)
    findings = Findings()
    values = read_toml(file, findings)
    if values is None:
        raise PaperError(file, findings.problems)
    table = Table(values, file.name, findings)
    id, title = table.id(), table.text("title")
    folder, name = table.text("case", required=False), table.text("bank")
    seed = table.text("seed", required=False)
    if not name:
        raise PaperError(file, findings.problems)
    case = coupdata.load(file.parent / folder if folder else None)
    bank = load_bank(file.parent / name if name.endswith(".toml") else name, case)
    findings.ids["question"] = {question.id: None for question in bank.questions}
    items = tuple(item for item in table.records("question", lambda t: _item(t, bank), required=True) if item)
    draw = table.whole("draw", 1, max(1, len(items))) or len(items)
    if draw < len(items) and len({item.points for item in items}) > 1:
        table.wrong("draw", "the questions differ in points, so students would too; give all the same points")
    table.finish()
    if findings.problems:
        raise PaperError(file, findings.problems)
    return Paper(id, title, bank, case, items, seed, draw)


def asked(paper: Paper, student: str) -> tuple[Item, ...]:
    """Return the items that a student is asked, the same whenever and wherever."""
    if paper.draw == len(paper.items):
        return paper.items
    seed = variant(paper.seed, student)
    drawn = sorted(paper.items, key=lambda item: sha256(f"{seed}/{item.question.id}".encode()).digest())
    ids = {item.question.id for item in drawn[: paper.draw]}
    return tuple(item for item in paper.items if item.question.id in ids)


def variant(seed: str, student: str) -> str:
    """Return what decides the order of a student's choices: the seed for `coupquiz.check.form`."""
    # Two computers may write one name with different code points.
    name = normalize("NFC", student).encode("utf-8", "surrogateescape")
    return sha256(f"{seed}/".encode() + name).hexdigest()


def _item(table: Table, bank: Bank) -> Item | None:
    """Return an item; None where its question is unknown."""
    id = table.reference("id", "question", required=True)
    points = table.number("points", 0, POINTS)
    question = next((question for question in bank.questions if question.id == id), None)
    return Item(question, 1.0 if points is None else points) if question else None
