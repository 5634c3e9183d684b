"""A key: the questions of an assignment, their keys and points; it stays on the teacher's side."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import coupdata
from coupdata.i18n import _
from coupdata.loading import Problems, Table, read_toml
from coupdata.model import Case
from coupdata.problems.errors import ProblemsError
from coupdata.problems.problem import Problem
from coupquiz.banks.bank import Bank, is_name, load_bank
from coupquiz.core.question import Question
from coupquiz.core.variant import drawn
from coupquiz.files import disk
from coupquiz.grading.wording import named

_BANK = ".bank.toml"
_OF_BANK = re.compile(rb"^bank\s*=", re.MULTILINE)  # in every key, and in no bank
_LARGEST = 1_000_000  # bytes of a key that are looked into
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")  # as `assign` names keys; a bank's name has a full stop

MOST_POINTS = 1000
"""The most points that a question can be worth."""


CHOOSABLE = ("title", "questions")
"""What can be chosen when a key is made, and else is the bank's."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question of a key, and what it is worth."""

    question: Question
    points: float


@dataclass(frozen=True, slots=True)
class AnswerKey:
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
    """How many of the questions that are scored each student is asked."""
    chosen: tuple[str, ...] = CHOOSABLE
    """What of it was chosen when it was made, and does not follow the bank when it is made again."""
    others: tuple[str, ...] = ()
    """The names of the course's other assignments: of the keys beside this one."""
    of_lesson: bool = False
    """Whether it is a bank of the lesson, for which counts what was answered in any of its notebooks."""

    @property
    def scored(self) -> tuple[Item, ...]:
        """The items that a program marks."""
        return tuple(item for item in self.items if item.question.scored)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its questions, those included that they had before."""
        return frozenset(id for item in self.items for id in item.question.ids)

    @property
    def is_drawn(self) -> bool:
        """Whether not everybody is asked the same."""
        return self.draw < len(self.scored)


class AnswerKeyError(ProblemsError):
    """A key that cannot be read; ``problems`` has one line for each thing that is wrong."""

    noun = "key"


def key_of_bank(bank: str | Path, own_case: Path | None = None) -> AnswerKey:
    """Return the key of a bank as the lesson asks it: every question, for one point each.

    Raises:
        BankError: There is no such bank.
        coupdata.CaseError: Something is wrong with the case.
    """
    case = coupdata.load(own_case)
    read = load_bank(bank, case)
    items = tuple(Item(question, 1.0) for question in read.questions)
    scored = sum(question.scored for question in read.questions)
    return AnswerKey(read.id, read.title, read, case, items, read.id, scored, of_lesson=True)


def load_key(file: str | Path, own_case: Path | None = None) -> AnswerKey:
    """Return the key in a file, or the one of a bank that comes with the package, by its name.

    It is TOML: ``id``, ``title``, ``bank`` and ``case`` (each a path from the file's folder, or, for the
    bank, the name of one that comes with the package), ``seed``, ``draw``, and for each ``[[question]]`` its
    ``id`` and ``points``. Left out, ``case`` is the package's, ``draw`` all, and ``points`` 1.
    ``chosen`` says what of title and questions does not follow the bank when the assignment is made again;
    left out, both.

    Args:
        file: Its path, or the name of a bank.
        own_case: The folder of its case, if that is no longer where the key says.

    Raises:
        AnswerKeyError: Something is wrong with it; every problem has a line of its own.
        BankError: Something is wrong with its bank.
        coupdata.CaseError: Something is wrong with its case.
    """
    file = Path(file)
    if is_name(file) and not file.exists():
        return key_of_bank(file, own_case)
    problems = Problems()
    if meant := _not_a_key(file):
        raise AnswerKeyError(file, [Problem(file.name, meant)])
    values = read_toml(file, problems)
    if values is None:
        raise AnswerKeyError(file, problems)
    table = Table(values, file.name, problems)
    id, title = table.id(), table.text("title")
    folder, name = table.text("case", required=False), table.text("bank")
    seed = table.text("seed", required=False)
    chosen = table.texts("chosen") if table.has("chosen") else CHOOSABLE
    if not name:
        raise AnswerKeyError(file, problems)
    place = own_case or (file.parent / folder if folder else None)
    if place and not own_case and not place.is_dir():
        what = _("there is no folder {folder} any more").format(folder=place)
        table.wrong("case", what, _("correct this line, or name the folder: --case FOLDER"))
        raise AnswerKeyError(file, problems)
    case = coupdata.load(place)
    bank = load_bank(name if is_name(name) else file.parent / name, case)
    problems.ids["question"] = {question.id: None for question in bank.questions}
    items = tuple(item for item in table.records("question", lambda t: _item(t, bank), required=True) if item)
    scored = sum(item.question.scored for item in items)
    draw = table.whole("draw", 1, max(1, scored)) or scored
    if scored and (problem := draw_problem(items, draw)):
        table.wrong("draw", problem)
    table.finish()
    if problems:
        raise AnswerKeyError(file, problems)
    return AnswerKey(id, title, bank, case, items, seed, draw, chosen, _beside(file, id))


def asked(key: AnswerKey, student: str) -> tuple[Item, ...]:
    """Return the items that a student is asked, the same whenever and wherever; all are asked own words."""
    if not key.is_drawn:
        return key.items
    return with_own_words(key, drawn((item.question.id for item in key.scored), key.draw, key.seed, student))


def with_own_words(key: AnswerKey, drawn_ids: Collection[str]) -> tuple[Item, ...]:
    """Return what was drawn, then own words, as in the assignment's notebook: so places are numbers."""
    drawn_items = (item for item in key.scored if item.question.id in drawn_ids)
    return (*drawn_items, *(item for item in key.items if not item.question.scored))


def draw_problem(items: Sequence[Item], draw: int) -> str:
    """Return why so many cannot be drawn of these items, and what to do; empty where they can."""
    scored = [item for item in items if item.question.scored]
    if not 1 <= draw <= max(1, len(scored)):
        said = _("{n} of {all} questions cannot be drawn; write a number from 1 to {all}")
        return said.format(n=draw, all=len(scored))
    if draw < len(scored) and len({item.points for item in scored}) > 1:
        return _(
            "the questions are worth different points, so students could get different totals; give them "
            "all the same points"
        )
    return ""


def _beside(file: Path, id: str) -> tuple[str, ...]:
    """Return the names of the keys beside a key."""
    files = (
        path for path in sorted(file.parent.glob("*.toml")) if path.stem != id and _ID.fullmatch(path.stem)
    )
    return tuple(path.stem for path in files if _OF_BANK.search(disk.read(path, _LARGEST) or b""))


def _not_a_key(file: Path) -> str:
    """Return what was probably meant in place of a key; empty where it may be one."""
    if file.is_dir():
        keys = (path.name for path in sorted(file.glob("*.toml")) if not path.name.endswith(_BANK))
        names = named(keys)
        said = _("a folder is not a key; name one in it: {names}") if names else _("a folder is not a key")
        return said.format(names=names)
    key = file.with_name(f"{file.name.removesuffix(_BANK)}.toml")
    if not (file.name.endswith(_BANK) and key.is_file()):
        return ""
    return _("this is the bank; the key is {file}").format(file=key.name)


def _item(table: Table, bank: Bank) -> Item | None:
    """Return an item; None where its question is unknown."""
    id = table.reference("id", "question", required=True)
    points = table.number("points", 0, MOST_POINTS)
    question = next((question for question in bank.questions if question.id == id), None)
    return Item(question, 1.0 if points is None else points) if question else None
