"""Answers files in a page without a disk: they end with the page, so its browser is asked to keep them."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol

from coupdata.i18n import _
from coupquiz.answers.file_format import dump, parse
from coupquiz.answers.file_names import COMING, notebook_of
from coupquiz.files.json_file import FileFormatError


class Swapped(Protocol):
    """What became of a file that the browser was to keep."""

    stored: bool
    now: str | None
    """What is stored now, where that is something else; None for nothing."""
    trouble: str
    """What the browser calls the error, if there was one."""


class Browser(Protocol):
    """What the page gives: lite/scripts/lesson_python.js."""

    folder: str
    """Where what was kept lies when Python starts."""
    keeps: bool
    """Whether the browser could say what it has kept."""

    def swap(self, name: str, before: str | None, after: str | None) -> Awaitable[Swapped]:
        """Store a file if it is as it was before, of which other pages hear; None is no file."""

    def listen(self, hear: Callable[[str, str | None], None]) -> None:
        """Tell of every file that another page stores, and what is in it."""


class BrowserFiles:
    """The answers files of a page, and what its browser keeps of them."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self.folder = Path(browser.folder)
        """Where they lie, for Python."""
        self.problem = "" if browser.keeps else _not_kept()
        """What the learner should know before anything is answered; empty if all is well."""
        self._kept: dict[str, str | None] = {**self._files()}
        self._turn = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    def keep(self, then: Callable[[str], None]) -> None:
        """Let the browser keep what is in the files now.

        Args:
            then: Is called once it does, with an empty text; or with a sentence for the learner on why it
                does not.
        """

        async def keep_and_tell() -> None:
            then(await self.keep_all())

        task = asyncio.ensure_future(keep_and_tell())
        self._tasks.add(task)  # a task that nobody holds may end before its end
        task.add_done_callback(self._tasks.discard)

    async def keep_all(self) -> str:
        """Do that, and return what `keep` says of it."""
        async with self._turn:
            self.problem = ""
            for name in sorted({*self._kept, *self._files()}):
                if trouble := await self._keep(name):
                    self.problem = trouble
            return self.problem

    def listen(self, then: Callable[[], None]) -> None:
        """Take over what other pages store from now on, and call `then` each time."""

        def hear(name: str, text: str | None) -> None:
            ours, before = self._files().get(name), self._kept.get(name)
            self._kept[name] = text
            self._write(name, text if ours == before else _joined(ours, text))
            then()

        self._browser.listen(hear)

    async def _keep(self, name: str) -> str:
        """Let the browser keep a file; what another page has stored meanwhile is merged with it."""
        before, ours = self._kept.get(name), self._files().get(name)
        after = ours
        while after != before:
            outcome = await self._browser.swap(name, before, after)
            if outcome.trouble:
                return _not_kept(outcome.trouble)
            self._kept[name] = before = after if outcome.stored else outcome.now
            if not outcome.stored:
                after = _joined(after, before)
        if after != ours:
            latest = self._files().get(name)
            self._write(name, after if latest == ours else _joined(latest, after))
        return ""

    def _files(self) -> dict[str, str]:
        """Return what lies there and is to be kept, by name."""
        files = (file for file in self.folder.iterdir() if notebook_of(file) or file.name == COMING)
        return {file.name: file.read_text(encoding="utf-8") for file in files}

    def _write(self, name: str, text: str | None) -> None:
        if text is None:
            (self.folder / name).unlink(missing_ok=True)
        else:
            (self.folder / name).write_text(text, encoding="utf-8")


@cache
def browser_files() -> BrowserFiles | None:
    """Return the files of the page in which Python runs; None where it runs on a computer with a disk."""
    if sys.platform != "emscripten":
        return None
    try:
        return BrowserFiles(import_module("coup1920_browser"))
    except ImportError:  # another page than ours
        return None


def _joined(ours: str | None, theirs: str | None) -> str | None:
    """Return what two pages have of a file; what was deleted here stays so."""
    if ours is None or theirs is None:
        return ours
    try:
        one, other = parse(ours.encode()), parse(theirs.encode())
        return dump(one.having(other.records, other.aside)).decode()
    except FileFormatError:
        return ours


def _not_kept(error: str = "") -> str:
    if error == "QuotaExceededError":
        return _("Not kept in this browser, whose storage is full: export before you close.")
    return _("Not kept in this browser: export before you close.")
