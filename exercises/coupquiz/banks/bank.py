"""A bank: questions on a case, read from a TOML file and checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Protocol

import coupdata
from coupdata.loading import Problems, Table, read_toml
from coupdata.model import Case
from coupdata.problems.errors import ProblemsError
from coupdata.problems.known_ids import check_id
from coupdata.problems.plain_calls import plain_call
from coupdata.problems.suggestions import near_misses
from coupquiz.core.question import Question
from coupquiz.kinds import KINDS

TRAINS = ("chronology", "cause", "actors", "places", "vocabulary", "sources", "reading")
"""What a question can train."""

_BANKS = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Bank:
    """The questions of a lesson."""

    MADE_BY: ClassVar[str] = "load_bank()"

    id: str
    title: str
    questions: tuple[Question, ...]

    def question(self, id: str) -> Question:
        """Return the question of this id, or raise a ``KeyError`` that names the near misses."""
        by_id = {question.id: question for question in self.questions}
        check_id("question", id, by_id)
        return by_id[id]


class BankError(ProblemsError):
    """A bank that cannot be read; ``problems`` has one line for each thing that is wrong."""

    noun = "bank"


@plain_call
def load_bank(bank: str | Path, case: Case | None = None) -> Bank:
    """Return a bank.

    Args:
        bank: The name of a bank that comes with the package, or the path of a ``.toml`` file.
        case: The case that the questions are about; by default the one that comes with the package.

    Raises:
        BankError: Something is wrong; every problem has a line of its own.
    """
    file = bank_file(bank)
    problems = Problems()
    values = read_toml(file, problems, missing=_missing(bank) if file.parent == _BANKS else "")
    if values is None:
        raise BankError(bank, problems)
    return read_bank(values, file, case or coupdata.load())


def bank_file(bank: str | Path) -> Path:
    """Return the file of a bank, by its path or by the name of one that comes with the package."""
    return _BANKS / f"{bank}.toml" if is_name(bank) else Path(bank)


def is_name(bank: str | Path) -> bool:
    """Whether this names a bank that comes with the package, and is no path."""
    path = Path(bank)
    return not path.suffix and path.name == str(bank)


def shipped_banks() -> list[str]:
    """Return the names of the banks that come with the package."""
    return sorted(path.stem for path in _BANKS.glob("*.toml"))


def read_bank(values: Mapping[str, object], file: Path, case: Case) -> Bank:
    """Return the bank that the values of a file make; errors, as of `load_bank`, name the file."""
    problems = Problems()
    problems.ids |= {
        "sentence": _ids(case.reading.sentences),
        "event": _ids(case.events),
        "actor": _ids(case.actors),
        "place": _ids(case.places),
    }
    table = Table(values, file.name, problems)
    questions = table.records("question", lambda t: _question(t, case), required=True)
    bank = Bank(table.id(), table.text("title"), tuple(q for q in questions if q))
    table.finish()
    _check_renamed(bank, file.name, problems)
    if problems:
        raise BankError(file, problems)
    return bank


def _question(table: Table, case: Case) -> Question | None:
    """Return a question; None where its kind is unknown, or where nothing can be made of it."""
    common = {
        "id": table.id(),
        "prompt": table.text("prompt"),
        "cites": table.cites(required=True),
        "hints": table.texts("hints"),
        "trains": table.choice("trains", TRAINS),
        "level": table.whole("level", 1, 3) or 1,
        "events": table.references("events", "event"),
        "renamed": table.texts("renamed"),
    }
    kind = table.known_choice("kind", tuple(KINDS))
    if kind is None:
        table.leave()
        return None
    return KINDS[kind].read(table, {**common, "kind": kind}, case)


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


def _ids(records: Iterable[_HasId]) -> dict[str, None]:
    return {record.id: None for record in records}


def _check_renamed(bank: Bank, where: str, problems: Problems) -> None:
    """Note former ids that some question has or had as well."""
    ids = Counter(id for question in bank.questions for id in {question.id, *question.renamed})
    for question in bank.questions:
        for id in question.renamed:
            if id == question.id or ids[id] > 1:
                problems.add(
                    f"{where}, question '{question.id}', renamed", f"'{id}' is a question's; take it out"
                )


def _missing(name: str | Path) -> str:
    """Return what is said where no bank of this name comes with the package."""
    said = "no bank of this name comes with the package"
    if (own := Path(f"{name}.toml")).is_file():
        return f"{said}; for your own file write {own}"
    return f"{said}; {near_misses(str(name), shipped_banks())}, or give the path of a .toml file"
