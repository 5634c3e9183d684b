"""The key of an assignment: drafted from a bank, and written where no student gets it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from os import path
from pathlib import Path

from coupdata.i18n import _
from coupdata.model import Case
from coupdata.problems.suggestions import near_misses
from coupquiz.banks.bank import Bank
from coupquiz.banks.questions_file import QuestionsFile
from coupquiz.course.course_folder import Course
from coupquiz.files import disk
from coupquiz.grading.answer_key import CHOOSABLE, MOST_POINTS, AnswerKey, Item, draw_problem
from coupquiz.kinds.check import form, varied

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class AssignmentError(Exception):
    """Why an assignment cannot be made; its text has a line for each reason."""


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


def write_key(key: AnswerKey, bank: Path, course: Course, *, own_case: Path | None) -> Path:
    """Write a key and its bank without what students get, over whatever is there; return the key's file.

    Raises:
        OSError: It cannot be written.
    """
    write_files(key_files(key, bank, course, own_case), course)
    return course.key(key.id)


def questions_of(key: AnswerKey) -> QuestionsFile:
    """Return what students get of a key: forms, in an order that hangs on no key."""
    forms = tuple(varied(form(item.question), key.seed) for item in key.items)
    year = key.case.lens[0].year
    return QuestionsFile(key.id, key.title, key.bank.id, key.seed, key.draw, year, forms)


def key_files(key: AnswerKey, bank: Path, course: Course, own_case: Path | None) -> dict[Path, bytes]:
    """Return the files of a key and its bank, with what they say."""
    return {
        course.bank(key.id): bank.read_bytes(),
        course.key(key.id): _key_text(key, course, own_case).encode(),
    }


def write_files(files: Mapping[Path, bytes], course: Course) -> None:
    """Write files into a course, of which nobody else may read the keys."""
    course.keys.mkdir(parents=True, exist_ok=True, mode=0o700)
    for file, content in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        disk.write(file, content)


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
