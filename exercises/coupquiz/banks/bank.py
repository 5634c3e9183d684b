"""A bank: questions on a case, read from a TOML file and checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import coupdata
from coupdata.i18n import _
from coupdata.loading import Problems, Table, read_field, read_toml
from coupdata.model import Case
from coupdata.model.described import FieldSpec, described, field_specs, record
from coupdata.problems.errors import ProblemsError, check_id
from coupdata.problems.plain_calls import plain_call
from coupdata.problems.suggestions import near_misses
from coupquiz.core.question import Question
from coupquiz.kinds import KINDS

_BANKS = Path(__file__).parent


@record
class Bank:
    """The questions of a lesson."""

    MADE_BY: ClassVar[str] = "load_bank()"

    id: str = described("Its name. Answers are kept under it, so it must never change.")
    title: str = described("The title above its questions.")
    questions: tuple[Question, ...]
    certainty: bool = described(
        "Whether learners who practise can say how sure they are, before an answer is checked.", default=True
    )

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
    if is_name(bank) and (case is None or case is coupdata.load()):
        return _own_bank(str(bank))
    return _read(bank, case or coupdata.load())


@cache
def _own_bank(name: str) -> Bank:
    return _read(name, coupdata.load())


def _read(bank: str | Path, case: Case) -> Bank:
    file = bank_file(bank)
    problems = Problems()
    values = read_toml(file, problems, missing=_missing(bank) if file.parent == _BANKS else "")
    if values is None:
        raise BankError(bank, problems)
    return read_bank(values, file, case)


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
        "sentence": [sentence.id for sentence in case.reading.sentences],
        "event": [event.id for event in case.events],
        "actor": [actor.id for actor in case.actors],
        "place": [place.id for place in case.places],
    }
    table = Table(values, file.name, problems)
    made = [q for q in table.records("question", lambda t: _question(t, case), required=True) if q]
    told = {spec.name: read_field(table, spec) for spec in field_specs(Bank)}
    bank = Bank(questions=tuple(KINDS[q.kind].among(q, made) for q in made), **told)
    table.finish()
    _check_renamed(bank, file.name, problems)
    if problems:
        raise BankError(file, problems)
    return bank


def _question(table: Table, case: Case) -> Question | None:
    """Return a question; None where its kind is unknown, or where nothing can be made of it."""
    name = table.choice("kind", tuple(KINDS))
    shared = field_specs(Question)
    fields = field_specs(KINDS[name].written if name else Question)
    values: dict[str, Any] = {
        spec.name: name if spec.name == "kind" else read_field(table, spec)
        for spec in fields
        if spec in shared
    }
    if not name:
        table.leave()
        return None
    problems = len(table.problems)
    values |= {spec.name: read_field(table, spec) for spec in fields if spec not in shared}
    if len(table.problems) > problems or None in table.problems.ids.values():
        table.finish(_meant(fields))
        return None  # the rest would follow from that mistake, or from there being nothing to look up
    question = KINDS[name].make(KINDS[name].written(**values), table, case)
    table.finish(_meant(fields))
    return question


def _meant(fields: Sequence[FieldSpec]) -> dict[str, str]:
    """Return what to do instead of fields that other programs for quizzes have."""
    points = _("say what it is worth when you make an assignment of it: --questions ID=2")
    meant = {
        **dict.fromkeys(("points", "point", "marks", "mark", "score", "weight", "grade"), points),
        **dict.fromkeys(("text", "question", "stem"), _('write prompt = "..."')),
        "hint": _('write hints = ["..."]'),
    }
    if any(spec.written == "option" for spec in fields):
        right = _("write right = true in the option that is right")
        options = _('write option = [{ text = "...", right = true }, { text = "..." }]')
        meant |= dict.fromkeys(("answer", "answers", "correct", "correct_answer", "solution", "right"), right)
        meant |= dict.fromkeys(("options", "choices", "choice"), options)
    return meant


def _check_renamed(bank: Bank, where: str, problems: Problems) -> None:
    """Note former ids that some question has or had as well."""
    ids = Counter(id for question in bank.questions for id in set(question.ids))
    for question in bank.questions:
        for id in question.renamed:
            if id == question.id or ids[id] > 1:
                what = _("'{id}' belongs to a question").format(id=id)
                problems.add(f"{where}, question '{question.id}', renamed", what, _("remove it"))


def _missing(name: str | Path) -> str:
    """Return what is said where no bank of that name comes with the package."""
    said = _("no bank of that name comes with the package")
    if (own := Path(f"{name}.toml")).is_file():
        return _("{said}; for your own file write {own}").format(said=said, own=own)
    near = near_misses(str(name), shipped_banks())
    return _("{said}; {near}, or give the path of a .toml file").format(said=said, near=near)
