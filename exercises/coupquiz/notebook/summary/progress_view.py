"""One picture of how far a learner has come, over all notebooks of a folder, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import traitlets

import coupdata
from coupdata.i18n import _, ngettext
from coupdata.model import Case
from coupdata.problems.plain_calls import plain_call
from coupdata.views.html.document import style
from coupdata.views.html.element import Element, element
from coupdata.views.html.page_widget import script
from coupquiz.answers.answers_folder import BankProgress, Progress, read_folder, read_progress
from coupquiz.answers.file_format import AnswersError
from coupquiz.answers.file_names import COMING, notebook_of
from coupquiz.answers.store import Answers
from coupquiz.answers.transfer import import_progress
from coupquiz.asking.live_answers import LiveAnswers
from coupquiz.banks.bank import Bank, load_bank
from coupquiz.notebook.exported_file import exported_file
from coupquiz.notebook.kernel_answers import all_live, answers_folder, kept_by_browser
from coupquiz.notebook.live_view import LiveView
from coupquiz.pages.feedback import decimals
from coupquiz.parsing.day_names import day_and_month

_HERE = Path(__file__).parent

_NAMELESS = "00_start_here"
"""The notebook under which a name is kept as long as there are no answers."""


class ProgressView(LiveView):
    """The picture, with export to one file, import, the learner's name, and deleting everything."""

    _style = style(_HERE / "table.css", _HERE / "progress.css")
    _script = script(_HERE.parents[1] / "static" / "progress.js", style=_style)

    name = traitlets.Unicode().tag(sync=True)
    """The learner's name, if it was given."""
    word = traitlets.Unicode().tag(sync=True)
    """What came of what the learner asked for."""
    files = traitlets.Int().tag(sync=True)
    """How many notebooks have answers."""

    @plain_call
    def __init__(
        self, *banks: str | Path | Bank, folder: str | Path | None = None, case: Case | None = None
    ) -> None:
        """Prepare the picture.

        Args:
            banks: By name, by path, or as they are, in the order to show.
            folder: Where the answers lie; by default beside this notebook.
            case: What the banks are about; by default the case that comes with the package.
        """
        self.folder = Path(folder or answers_folder()).absolute()
        self._keeper = None if folder else kept_by_browser()
        case = case or coupdata.load()
        self._banks = [bank if isinstance(bank, Bank) else load_bank(bank, case) for bank in banks]
        super().__init__()
        self.on_msg(self._hear)

    @property
    def progress(self) -> Progress:
        """The numbers."""
        progress = read_progress(self.folder, self._banks)
        kept = (self._keeper.problem,) if self._keeper and self._keeper.problem else ()
        return replace(progress, problems=(*kept, *progress.problems))

    def refresh(self) -> None:
        """Show what is in the files now."""
        files = read_folder(self.folder).files
        self.files = len(files)
        self.name = next((file.name for file in files if file.name), "")
        self.show(_page(self.progress))

    def _followed(self) -> tuple[LiveAnswers[Answers], ...]:
        return all_live(self.folder)

    def _hear(self, _widget: object, message: Any, _buffers: object) -> None:
        if not isinstance(message, Mapping):
            return
        try:
            match message.get("act"):
                case "look":
                    self._follow()
                    self.refresh()
                case "export":
                    self._export()
                case "import":
                    self._import(str(message.get("file")), str(message.get("content")))
                case "name":
                    self._set_name(str(message.get("name")))
                case "delete":
                    self._delete()
        except (AnswersError, OSError) as error:
            self.word = str(error)
        if self._keeper and message.get("act") in ("import", "name", "delete"):
            self._keeper.keep(lambda _: self.refresh())

    def _export(self) -> None:
        """Send the file to the page, which hands it to the learner as a download."""
        file, done = exported_file(self.folder)
        self.send(file)
        n = len(done.notebooks)
        said = ngettext(
            "Exported: the answers from {n} notebook.", "Exported: the answers from {n} notebooks.", n
        )
        self.word = " ".join((said.format(n=n), *done.problems))

    def _import(self, file: str, content: str) -> None:
        name = Path(file).name or "progress.json"
        done = import_progress(name, content.encode("utf-8", "backslashreplace"), self.folder)
        self._refresh_all()
        n = len(done.notebooks)
        said = ngettext(
            "Imported: the answers from {n} notebook.", "Imported: the answers from {n} notebooks.", n
        )
        self.word = " ".join((said.format(n=n), *done.problems))

    def _set_name(self, name: str) -> None:
        notebooks = [file.notebook for file in read_folder(self.folder).files]
        for notebook in notebooks or [_NAMELESS]:
            Answers(self.folder, notebook).set_name(name)
        self._refresh_all()
        self.word = (
            _("Your name is saved with your answers.") if self.name else _("Your name has been removed.")
        )

    def _delete(self) -> None:
        """Delete every answers file of the folder, older copies, and what this kernel has in memory."""
        live = {one.answers.notebook: one.answers for one in all_live(self.folder)}
        try:
            found = {notebook for path in self.folder.iterdir() if (notebook := notebook_of(path))}
            troubles = []
            (self.folder / COMING).unlink(missing_ok=True)
        except OSError as error:
            found = set()
            said = _("The folder {folder} cannot be read: {error}.")
            troubles = [said.format(folder=self.folder, error=error)]
        for notebook in sorted({*live, *found}):
            try:
                (live.get(notebook) or Answers(self.folder, notebook)).delete()
            except AnswersError as error:
                troubles.append(str(error))
        self._refresh_all()
        self.word = " ".join(troubles) or _("All your answers have been deleted, and the older copies too.")

    def _refresh_all(self) -> None:
        for live in all_live(self.folder):
            live.refresh()
        self.refresh()


def _page(progress: Progress) -> Element:
    rows = (element("tr", *_cells(bank)) for bank in progress.banks)
    heads = (element("th", text, scope="col") for text in (_("Part"), _("Questions"), _("Done"), _("Credit")))
    table = element(
        "table",
        element("caption", element("b", _("How far you have come"))),
        element("thead", element("tr", *heads)),
        element("tbody", *rows),
    )
    problems = [element("p", problem, class_="problem") for problem in progress.problems]
    own_words = any(bank.scored < bank.questions for bank in progress.banks)
    signs = (("full", _("right, or compared")), ("half", _("answered")), ("empty", _("open")))
    legend = (element("span", element("i", class_=sign), f" {word}") for sign, word in signs)
    told = _("Answers in your own words are compared with a model answer, not scored: they earn no credit.")
    return element(
        "section",
        table,
        element("p", *legend, class_="legend squares"),
        *([element("p", told, class_="told")] if own_words else []),
        *problems,
        class_="coup coup-table coup-progress",
    )


def _cells(bank: BankProgress) -> tuple[Element, ...]:
    credit = decimals(bank.points)
    told = _("{n} of {all} answered").format(n=bank.answered, all=bank.questions)
    if bank.last:
        last = day_and_month(bank.last.astimezone())
        told = _("{answered}, most recently on {day}").format(answered=told, day=last)
    return (
        element("th", bank.title, scope="row"),
        element("td", _squares(bank), element("span", told, class_="told"), class_="picture"),
        element("td", str(bank.solved)),
        element("td", _("{credit} of {most}").format(credit=credit, most=bank.scored)),
    )


def _squares(bank: BankProgress) -> Element:
    """Return a square for each question: full where it is done, half for another answer, empty for none."""
    answered = max(0, bank.answered - bank.solved)
    kinds = ["full"] * bank.solved + ["half"] * answered
    kinds += ["empty"] * (bank.questions - len(kinds))
    return element(
        "span", *(element("i", class_=kind) for kind in kinds), class_="squares", aria_hidden="true"
    )
