"""Makes an assignment of a bank: what students get, and the key that none of them gets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from os import path
from pathlib import Path

from coupdata.i18n import _
from coupdata.model import Case
from coupdata.problems.suggestions import near_misses
from coupquiz.banks import questions_file
from coupquiz.banks.bank import Bank, load_bank, shipped_banks
from coupquiz.banks.questions_file import QuestionsFile
from coupquiz.course.assignment_notebook import assignment_notebook
from coupquiz.course.course_folder import Course, notebook_name, questions_name
from coupquiz.course.nbgrader_config import config_text
from coupquiz.files import disk
from coupquiz.grading.answer_key import CHOOSABLE, MOST_POINTS, AnswerKey, Item, draw_problem
from coupquiz.kinds.check import form, varied

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class AssignmentError(Exception):
    """Why an assignment cannot be made; its text has a line for each reason."""


@dataclass(frozen=True, slots=True)
class WrittenAssignment:
    """What making an assignment did."""

    written: tuple[Path, ...]
    replaced: tuple[Path, ...]
    """What was there before and read otherwise."""
    public: tuple[str, ...]
    """Ids of the questions whose keys anyone who has installed the lesson has."""


def draft(
    bank: Bank,
    case: Case,
    *,
    name: str = "",
    title: str = "",
    points: Mapping[str, float] | None = None,
    seed: str = "",
    draw: int | None = None,
) -> AnswerKey:
    """Return the key of an assignment, not written yet.

    Args:
        bank: The questions.
        case: What they are about.
        name: The assignment's; by default the bank's id.
        title: By default the bank's.
        points: Which questions are asked, and what each is worth; by default all, 1 point each.
        seed: What tells the variants of this assignment from those of others; by default its name.
        draw: How many of the questions each student is asked; by default all.

    Raises:
        AssignmentError: Something does not fit; there is a line for everything.
    """
    name = name or bank.id
    chosen = tuple(option for option, given in zip(CHOOSABLE, (title, points), strict=True) if given)
    points = points or {question.id: 1.0 for question in bank.questions}
    known = {question.id: question for question in bank.questions}
    wrong = []
    for id in (id for id in points if id not in known):
        said = _("There is no question '{id}'; {suggestion}")
        wrong.append(said.format(id=id, suggestion=near_misses(id, known)))
    for id, worth in points.items():
        if not 0 <= worth <= MOST_POINTS:
            said = _("'{id}' cannot be worth {points:g} points; give it 0 to {most}.")
            wrong.append(said.format(id=id, points=worth, most=MOST_POINTS))
    if not _NAME.fullmatch(name):
        said = _("'{name}' cannot be a name; write lower-case words joined by hyphens: first-test")
        wrong.append(said.format(name=name))
    items = tuple(Item(known[id], worth) for id, worth in points.items() if id in known)
    scored = sum(item.question.scored for item in items)
    if not wrong and draw is not None and (problem := draw_problem(items, draw)):
        wrong.append(f"--draw: {problem}.")
    if wrong:
        raise AssignmentError("\n".join(wrong))
    draw = scored if draw is None else draw
    return AnswerKey(name, title or bank.title, bank, case, items, seed or name, draw, chosen)


def make(
    key: AnswerKey, bank: Path, course: Course, *, own_case: Path | None, replace: bool
) -> WrittenAssignment:
    """Write an assignment into a course.

    What is there already and says the same stays. If anything says otherwise, nothing is written at all,
    unless it may be replaced. What nbgrader is told is never replaced.

    Args:
        key: As `draft` returns it.
        bank: The file of its bank.
        course: Where it goes.
        own_case: The folder of its case, if that is not the package's.
        replace: Whether to replace what says otherwise.

    Raises:
        AssignmentError: Something is there already.
        OSError: Something cannot be written.
    """
    files = _files(key, bank, course, own_case)
    before = {file: disk.read(file, questions_file.LIMIT) for file in files}
    differing = tuple(file for file, content in files.items() if before[file] not in (None, content))
    if differing and not replace:
        there = "\n".join(f"  {file}" for file in differing)
        said = _(
            "Nothing was written, because this already exists and is different:\n{files}\n"
            "Choose another --name, or add --replace to overwrite it."
        )
        raise AssignmentError(said.format(files=there))
    course.root.mkdir(parents=True, exist_ok=True)
    course.keys.mkdir(exist_ok=True, mode=0o700)
    if not course.config.exists():
        files[course.config] = config_text(course.root.absolute().name).encode()
        before[course.config] = None
    written = tuple(file for file, content in files.items() if before[file] != content)
    for file in written:
        file.parent.mkdir(parents=True, exist_ok=True)
        disk.write(file, files[file])
    return WrittenAssignment(written, differing, tuple(_public(key)))


def questions_of(key: AnswerKey) -> QuestionsFile:
    """Return what students get of a key: forms, in an order that hangs on no key."""
    forms = tuple(varied(form(item.question), key.seed) for item in key.items)
    year = key.case.lens[0].year
    return QuestionsFile(key.id, key.title, key.bank.id, key.seed, key.draw, year, forms)


def _files(key: AnswerKey, bank: Path, course: Course, own_case: Path | None) -> dict[Path, bytes]:
    """Return what is to be written, the key first."""
    source = course.source(key.id)
    return {
        course.bank(key.id): bank.read_bytes(),
        course.key(key.id): _key_text(key, course, own_case).encode(),
        source / questions_name(key.id): questions_file.dump(questions_of(key)),
        source / notebook_name(key.id): assignment_notebook(key),
    }


def _key_text(key: AnswerKey, course: Course, own_case: Path | None) -> str:
    """Return a key as TOML."""
    texts = {"id": key.id, "title": key.title, "bank": course.bank(key.id).name, "seed": key.seed}
    if own_case:
        within = own_case.resolve().is_relative_to(course.root.resolve())  # then they move together
        place = path.relpath(own_case, course.keys) if within else path.abspath(own_case)
        texts["case"] = Path(place).as_posix()
    # JSON's texts are TOML's.
    lines = [f"{name} = {json.dumps(text, ensure_ascii=False)}" for name, text in texts.items()]
    lines.append(f"chosen = {json.dumps(key.chosen)}")
    if key.is_drawn:
        lines.append(f"draw = {key.draw}")
    for item in key.items:
        lines += ["", "[[question]]", f'id = "{item.question.id}"', f"points = {float(item.points)!r}"]
    return "\n".join(("# The key of an assignment: for teachers alone.", "", *lines, ""))


def _public(key: AnswerKey) -> Iterable[str]:
    """Yield the ids of questions that a bank of the package asks too."""
    return (item.question.id for item in key.items if item.question.prompt in _shipped_prompts())


@cache
def _shipped_prompts() -> frozenset[str]:
    return frozenset(question.prompt for name in shipped_banks() for question in load_bank(name).questions)
