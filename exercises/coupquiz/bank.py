"""A bank: questions on a case, read from a TOML file and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import coupdata
from coupdata.fields import Findings, Table
from coupdata.model import Case
from coupdata.near import near_misses
from coupquiz.kinds import KINDS
from coupquiz.question import Question

_BANKS = Path(__file__).with_name("banks")


@dataclass(frozen=True, slots=True)
class Bank:
    """The questions of a lesson."""

    id: str
    title: str
    questions: tuple[Question, ...]

    def question(self, id: str) -> Question:
        """Return the question of this id, or raise a ``KeyError`` that names the near misses."""
        for question in self.questions:
            if question.id == id:
                return question
        raise KeyError(f"no question '{id}'; {near_misses(id, [question.id for question in self.questions])}")


class BankError(ValueError):
    """A bank that cannot be read; ``problems`` has one line for each thing that is wrong."""

    def __init__(self, file: Path, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        count = "1 problem" if len(self.problems) == 1 else f"{len(self.problems)} problems"
        super().__init__("\n".join((f"{count} in the bank {file}:", *self.problems)))


def load_bank(bank: str | Path, case: Case | None = None) -> Bank:
    """Return a bank.

    Args:
        bank: The name of a bank that comes with the package, or the path of a ``.toml`` file.
        case: The case whose reading the questions cite; by default the one that comes with the package.

    Raises:
        BankError: Something is wrong; every problem has a line of its own.
    """
    file = Path(bank) if str(bank).endswith(".toml") else _BANKS / f"{bank}.toml"
    findings = Findings()
    sentences = (case or coupdata.load()).reading.sentences
    findings.ids["sentence"] = {sentence.id: None for sentence in sentences}
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise BankError(file, [_missing(file)]) from None
    except UnicodeDecodeError:
        raise BankError(
            file, [f"{file.name}: not UTF-8; save the file again with the encoding UTF-8"]
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise BankError(file, [f"{file.name}: not TOML: {error}"]) from None
    table = Table(values, file.name, findings)
    read = Bank(table.id(), table.text("title"), table.records("question", _question, required=True))
    table.finish()
    if findings.problems:
        raise BankError(file, findings.problems)
    return read


def _question(table: Table) -> Question:
    kind = table.choice("kind", tuple(KINDS))
    common = {
        "id": table.id(),
        "kind": kind,
        "prompt": table.text("prompt"),
        "cites": table.cites(required=True),
        "hints": table.texts("hints"),
        "trains": table.text("trains"),
        "level": int(table.number("level", 1, 3) or 1),
    }
    return KINDS[kind].read(table, common)


def _missing(file: Path) -> str:
    if file.parent != _BANKS:
        return f"{file.name}: there is no such file"
    names = sorted(path.stem for path in _BANKS.glob("*.toml"))
    return (
        f"there is no bank '{file.stem}'; {near_misses(file.stem, names)}, or give the path of a .toml file"
    )
