"""The questions of an assignment as students get them: forms, without keys, hints and feedback."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coupdata.i18n import _
from coupdata.problems.errors import PlainError
from coupquiz.core.form import Form, form_from_json
from coupquiz.core.variant import drawn, variant
from coupquiz.files import disk
from coupquiz.files.json_file import FileFormatError, check_format, dump_json, load_json
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import varied

SUFFIX = ".questions.json"
"""How the file's name ends, after the assignment's."""

FORMAT = "coup1920 questions"
VERSION = 2

LIMIT = 5_000_000
"""The most bytes that a file may have."""

_TEXTS = ("assignment", "title", "bank", "seed")
_NUMBERS = ("draw", "year")


class QuestionsError(PlainError, ValueError):
    """A file of questions that cannot be used; its text is a sentence or two for the student."""

    def __init__(self, what: str, looked_in: Path | None = None) -> None:
        said = _("{what} Fetch the whole assignment folder again.")
        if looked_in:
            said = _(
                "{what} It was looked for in {folder}. If the notebook lies elsewhere, open it from there; "
                "else fetch the whole assignment folder again."
            )
        super().__init__(said.format(what=what, folder=looked_in))
        self.what = what
        """The same without what a student should do."""


@dataclass(frozen=True, slots=True)
class QuestionsFile:
    """What students get of an assignment."""

    assignment: str
    title: str
    bank: str
    """The id under which answers are kept."""
    seed: str
    """Decides, with the student's name, which questions are asked and how their choices stand."""
    draw: int
    """How many of the questions that are scored each student is asked."""
    year: int
    """The year that is meant where a typed date has none."""
    forms: tuple[Form, ...]

    @property
    def is_drawn(self) -> bool:
        """Whether not everybody is asked the same."""
        return self.draw < sum(form.scored for form in self.forms)

    def asked(self, student: str) -> tuple[Form, ...]:
        """Return the questions of a student, as seen there; where they are drawn, own words come last."""
        scored = (form.id for form in self.forms if form.scored)
        ids = drawn(scored, self.draw, self.seed, student)
        own = variant(self.seed, student)
        forms = (form for form in self.forms if form.id in ids or not form.scored)
        in_order = sorted(forms, key=lambda form: self.is_drawn and not form.scored)
        return tuple(varied(form, own) for form in in_order)


def load_questions(path: Path) -> QuestionsFile:
    """Return what is in a file; a ``QuestionsError`` says what is wrong with it."""
    try:
        content = disk.read(path, LIMIT + 1)
    except OSError as error:
        raise QuestionsError(
            _("{file} cannot be read: {error}.").format(file=path.name, error=error)
        ) from error
    if content is None:
        what = _("There is no {file} beside the notebook.").format(file=path.name)
        raise QuestionsError(what, path.parent.absolute())
    try:
        return from_json(load_json(content, LIMIT))
    except (FileFormatError, ValueError) as error:
        raise QuestionsError(
            _("{file} cannot be used. {error}").format(file=path.name, error=error)
        ) from None


def dump(file: QuestionsFile) -> bytes:
    """Return the bytes of a file: UTF-8, and readable for people."""
    values = {name: getattr(file, name) for name in (*_TEXTS, *_NUMBERS)}
    forms = {form.id: form.to_json() for form in file.forms}
    return dump_json({"format": FORMAT, "version": VERSION, **values, "questions": forms}, 3)


def from_json(values: Any) -> QuestionsFile:
    """Return the file in JSON values.

    Raises:
        FileFormatError: They are of another format, or of a newer version.
        ValueError: Something is missing or malformed.
    """
    check_format(values, FORMAT, VERSION)
    questions = values.get("questions")
    texts, numbers = [values.get(name) for name in _TEXTS], [values.get(name) for name in _NUMBERS]
    if (
        not all(type(text) is str for text in texts)
        or not all(type(number) is int for number in numbers)
        or not isinstance(questions, dict)
    ):
        raise ValueError(_("Something is missing from it."))
    forms = tuple(map(form_from_json, questions.values()))
    if unknown := {form.kind for form in forms} - KINDS.keys():
        said = _("It has questions of a kind ({kinds}) that this version of the lesson does not know.")
        raise ValueError(said.format(kinds=", ".join(sorted(unknown))))
    assignment, title, bank, seed = texts
    draw, year = numbers
    return QuestionsFile(assignment, title, bank, seed, draw, year, forms)
