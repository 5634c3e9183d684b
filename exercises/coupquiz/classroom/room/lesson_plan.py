"""What a room can ask and show: the parts of the lesson, the questions of a bank, or a test."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from coupdata.i18n import _
from coupdata.model import Case
from coupdata.problems.errors import PlainError, UnknownIdError, check_id
from coupquiz.answers.file_format import RecordKey
from coupquiz.asking.question_numbers import numbers_in
from coupquiz.banks.bank import Bank, load_bank
from coupquiz.banks.questions_file import SUFFIX, QuestionsFile, load_questions
from coupquiz.core.question import Question


class PlanError(PlainError):
    """A lesson that cannot be given; the text says why, and what to do."""


class View(StrEnum):
    """A picture or a text of the case."""

    READING = "reading"
    TIMELINE = "timeline"
    ACTORS = "actors"
    MAP = "map"


@dataclass(frozen=True, slots=True)
class Shown:
    """Something to look at."""

    view: View
    sections: tuple[str, ...] = ()
    """Of a reading, the ids of its sections; empty where it is all of it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Questions to answer."""

    bank: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What comes back today, at each seat something else."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a lesson, for learners to go through at their own pace."""

    id: str
    title: str
    chapter: str
    """What it is a part of: the title of the notebook."""
    notebook: str
    """The name of the notebook in which learners find it; of a bank by itself, the bank's."""
    blocks: tuple[Shown | Asked | Reviewed, ...]

    @property
    def is_review(self) -> bool:
        """Whether it asks for what comes back today."""
        return any(isinstance(block, Reviewed) for block in self.blocks)

    @property
    def questions(self) -> tuple[RecordKey, ...]:
        """The questions of the part, in their order; what comes back is not among them."""
        return tuple(
            RecordKey(block.bank, id)
            for block in self.blocks
            if isinstance(block, Asked)
            for id in block.questions
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """What a room can ask and show."""

    id: str
    title: str
    case: Case
    banks: dict[str, Bank]
    parts: tuple[Part, ...]
    numbers: Mapping[RecordKey, str]
    """The numbers by which a class speaks of the questions: in the lesson, those of its notebooks."""
    sources: Mapping[str, str]
    """The name or file of each bank, by its id."""
    test: QuestionsFile | None = None
    """What everybody works on alone, in place of the parts."""

    @property
    def questions(self) -> tuple[RecordKey, ...]:
        """All questions, in the order of the lesson; of a test none, as its keys are not here."""
        return tuple(dict.fromkeys(key for part in self.parts for key in part.questions))

    def question(self, key: RecordKey) -> Question:
        """Return a question of the plan; ``UnknownIdError`` names the near ones."""
        return self.banks[key.bank].question(key.question)

    def has(self, key: RecordKey) -> bool:
        """Return whether there is a question of this key."""
        bank = self.banks.get(key.bank)
        return bank is not None and any(question.id == key.question for question in bank.questions)


def plan_lesson(notebooks: Iterable[Path], case: Case) -> Plan:
    """Return the lesson as its notebooks have it, in parts that begin at their headings.

    What takes code is left out: there is no Python on a learner's device.
    """
    parts: list[Part] = []
    numbers: dict[RecordKey, str] = {}
    for notebook in notebooks:
        chapter, sections = _sections(notebook)
        if any(call.name == "check_value" for section in sections for call in section.calls):
            continue
        quizzes: dict[str, str] = {}
        counted = numbers_in(notebook)
        for section in sections:
            blocks = tuple(_blocks(section.calls, quizzes, case))
            if blocks:
                part = Part(f"part-{len(parts) + 1}", section.title, chapter, notebook.stem, blocks)
                numbers |= {key: counted[key.question] for key in part.questions}
                parts.append(part)
    banks = {id: load_bank(id, case) for id in dict.fromkeys(key.bank for key in numbers)}
    return Plan("lesson", case.title, case, banks, tuple(parts), numbers, {id: id for id in banks})


def plan_bank(source: str, case: Case) -> Plan:
    """Return a bank as a lesson of one part, with the reading above its questions.

    Args:
        source: The bank's name or file.
        case: What it is about.

    Raises:
        BankError: It is no bank.
    """
    bank = load_bank(source, case)
    asked = Asked(bank.id, tuple(question.id for question in bank.questions))
    part = Part("part-1", bank.title, bank.title, bank.id, (Shown(View.READING), asked, Shown(View.TIMELINE)))
    numbers = {key: str(number) for number, key in enumerate(part.questions, 1)}
    return Plan(bank.id, bank.title, case, {bank.id: bank}, (part,), numbers, {bank.id: source})


def plan_test(folder: Path, case: Case) -> Plan:
    """Return an assignment as a test: its questions as students get them, without keys.

    Args:
        folder: The assignment as it is handed out, or its file of questions.
        case: What it is about.

    Raises:
        PlanError: There is no such file, or it cannot be read.
    """
    found = sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else [folder]
    if len(found) != 1:
        said = _("{folder} is no assignment as it is handed out: there is no single {suffix} file in it.")
        raise PlanError(said.format(folder=folder, suffix=SUFFIX))
    test = load_questions(found[0])
    return Plan(test.assignment, test.title, case, {}, (), {}, {}, test)


def narrowed(plan: Plan, ids: Iterable[str]) -> Plan:
    """Return a plan with only these questions, by their ids or numbers, and the parts they are in.

    Raises:
        PlanError: There is no such question.
    """
    known = {key.question: key for key in plan.questions}
    known |= {number: key for key, number in plan.numbers.items()}
    keys = set()
    for id in ids:
        try:
            check_id("question", id, known)
        except UnknownIdError as error:
            raise PlanError(str(error)) from error
        keys.add(known[id])
    parts = (replace(part, blocks=tuple(_only(part.blocks, keys))) for part in plan.parts)
    return replace(plan, parts=tuple(part for part in parts if part.questions))


def _only(
    blocks: Iterable[Shown | Asked | Reviewed], keys: set[RecordKey]
) -> Iterator[Shown | Asked | Reviewed]:
    for block in blocks:
        if not isinstance(block, Asked):
            yield block
        elif left := tuple(id for id in block.questions if RecordKey(block.bank, id) in keys):
            yield replace(block, questions=left)


@dataclass(frozen=True, slots=True)
class _Call:
    """A call in a code cell, with its texts: ``week.ask("which-night")``."""

    name: str
    on: str
    """The name of what it is called on, or the bank of the quiz that is made on the spot."""
    texts: tuple[str, ...]
    target: str
    """The name that its result gets."""


@dataclass(frozen=True, slots=True)
class _Section:
    title: str
    calls: list[_Call]


def _sections(notebook: Path) -> tuple[str, list[_Section]]:
    """Return the title of a notebook, and what is called under each of its headings."""
    title, sections = notebook.stem, [_Section("", [])]
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "code":
            sections[-1].calls.extend(_calls(source))
            continue
        if heading := re.search(r"^# (.+)$", source, re.M):
            title = heading[1]
        if heading := re.search(r"^## (?:\d+\. )?(.+)$", source, re.M):
            sections.append(_Section(heading[1], []))
    return title, sections


def _calls(code: str) -> Iterator[_Call]:
    for statement in ast.parse(code).body:
        is_named = isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name)
        target = statement.targets[0].id if is_named else ""  # type: ignore[attr-defined]
        value = getattr(statement, "value", None)
        if isinstance(value, ast.Call):
            yield from _told(value, target)


def _told(call: ast.Call, target: str) -> Iterator[_Call]:
    texts = tuple(
        given.value for given in call.args if isinstance(given, ast.Constant) and isinstance(given.value, str)
    )
    if isinstance(call.func, ast.Name):
        yield _Call(call.func.id, "", texts, target)
    elif isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name):
        yield _Call(call.func.attr, call.func.value.id, texts, target)
    elif isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Call):
        yield from _told(call.func.value, call.func.attr)
        yield _Call(call.func.attr, call.func.attr, texts, target)


_VIEWS = {
    "reading": View.READING,
    "explorer": View.TIMELINE,
    "tour": View.TIMELINE,
    "actors_view": View.ACTORS,
    "map_view": View.MAP,
}


def _blocks(
    calls: Iterable[_Call], quizzes: dict[str, str], case: Case
) -> Iterator[Shown | Asked | Reviewed]:
    """Yield what is shown and asked; ``quizzes`` has the bank of each quiz by the name it was given."""
    for call in calls:
        if call.name == "Quiz":
            quizzes[call.target] = call.texts[0]
        elif call.name == "ask":
            yield Asked(quizzes[call.on], call.texts)
        elif call.name == "today":
            yield Reviewed()
        elif call.name in _VIEWS:
            sections = tuple(id for id in call.texts if any(s.id == id for s in case.reading.sections))
            yield Shown(_VIEWS[call.name], sections)
