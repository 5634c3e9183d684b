"""A room that is opened in a notebook: it runs beside the kernel, and ends with it or at a click."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

import traitlets

from coupdata.i18n import _
from coupdata.problems.errors import PlainError
from coupdata.problems.plain_calls import plain_call
from coupdata.views.html.document import style
from coupdata.views.html.element import Element, element
from coupdata.views.html.page_widget import PageWidget, script
from coupquiz.classroom.address import join_address, qr_image

_HERE = Path(__file__).parent
_PATIENCE = 10.0  # seconds that a room has to close


class ClassroomError(PlainError):
    """A room that cannot be opened; the text says why."""


class Classroom(PageWidget):
    """A room for a class; in a cell it shows how to join, and the teacher's desk.

    It is what ``coup1920 class`` opens: the same pages, the same folder afterwards. Where its cell is run
    again, the room closes, and another one goes on with the lesson.
    """

    _style = style(_HERE / "styles" / "notebook.css")
    _script = script(_HERE.parent / "static" / "room_in_notebook.js", style=_style)

    _opened: ClassVar[dict[tuple[str, ...], Classroom]] = {}
    """The rooms of this kernel, by what was asked for."""

    desk = traitlets.Dict().tag(sync=True)
    """Where the desk is: "port" and "path"; empty once the room is closed."""

    @plain_call
    def __init__(
        self,
        what: str | Path = "",
        questions: Iterable[str] = (),
        *,
        names: str = "none",
        folder: str | Path | None = None,
        new: bool = False,
    ) -> None:
        """Open the room.

        Args:
            what: A bank, by its name or file, or the folder of an assignment; by default the lesson.
            questions: Only these, by their ids or numbers; by default all.
            names: What whoever joins is asked for: "none", "nickname" or "number".
            folder: Where what is answered is kept; by default ``coup1920-class`` in the home folder.
            new: Whether to begin another lesson, even if one was not ended.

        Raises:
            ClassroomError: It cannot be opened.
        """
        command = [sys.executable, "-m", "coupquiz.cli.main", "class", *([str(what)] if what else [])]
        command += ["--in-notebook", "--no-browser", *(["--new"] if new else [])]
        if ids := [*questions]:
            command += ["--questions", *ids]
        if names != "none":
            command += ["--names", names]
        if folder:
            command += ["--dir", str(folder)]
        if earlier := self._opened.pop(tuple(command), None):
            earlier.close()
        with tempfile.TemporaryFile("w+", encoding="utf-8") as complaint:
            pipe = subprocess.PIPE
            # it ends when nobody holds its input any more: with the kernel, however that ends
            self._process = subprocess.Popen(
                command, stdin=pipe, stdout=pipe, stderr=complaint, encoding="utf-8"
            )
            assert self._process.stdout
            line = self._process.stdout.readline()
            if not line:
                self._let_end()
                complaint.seek(0)
                raise ClassroomError(complaint.read().strip() or _("The room did not open."))
        told = json.loads(line)
        self.address: str = told["address"]
        """What learners type."""
        self.code: str = told["code"]
        self.folder = Path(told["folder"])
        """Where what is answered is kept."""
        super().__init__(self._open_page(), desk={"port": told["port"], "path": told["desk"]})
        self.on_msg(self._hear)
        self._opened[tuple(command)] = self

    def close(self) -> None:
        """Close the room; what was answered stays in its folder."""
        if not self.desk:
            return
        self.desk = {}
        self._let_end()
        said = _("The room is closed. What was answered is in {folder}.").format(folder=self.folder)
        self.show(element("div", element("p", said), class_="coup coup-classroom"))

    def _let_end(self) -> None:
        try:
            self._process.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()

    def _open_page(self) -> Element:
        picture = qr_image(join_address(self.address, self.code))
        return element(
            "div",
            element("img", src=picture, alt=_("QR code of the address"), width="180", height="180"),
            element(
                "div",
                element("p", _("For your class:"), class_="quiet"),
                element("p", self.address, class_="address"),
                element("p", self.code, class_="code"),
            ),
            class_="coup coup-classroom",
        )

    def _hear(self, _widget: object, message: Any, _buffers: object) -> None:
        if message == "close":
            self.close()
