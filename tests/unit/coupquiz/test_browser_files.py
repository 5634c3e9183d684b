"""Answers in a page without a disk, which its browser keeps, or does not."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from coupquiz import load_bank
from coupquiz.answers.browser_files import BrowserFiles
from coupquiz.answers.file_format import RecordKey
from coupquiz.answers.store import Answers
from coupquiz.asking.live_answers import LiveAnswers
from coupquiz.core.behaviour import Attempt, answered

WEEK = load_bank("week")
FIRST, SECOND = (RecordKey("week", question.id) for question in WEEK.questions[:2])


@dataclass
class Swapped:
    """What became of a file."""

    stored: bool
    now: str | None
    trouble: str = ""


@dataclass
class Shelf:
    """What a browser keeps for all pages of a site."""

    files: dict[str, str] = field(default_factory=dict)
    hearing: list[tuple[object, Callable[[str, str | None], None]]] = field(default_factory=list)
    trouble: str = ""


class Page:
    """A page of a browser, as the script gives it to Python."""

    def __init__(self, folder: Path, shelf: Shelf, *, keeps: bool = True) -> None:
        self.folder, self.keeps, self._shelf = str(folder), keeps, shelf
        folder.mkdir()
        for name, text in shelf.files.items() if keeps else ():
            (folder / name).write_text(text, encoding="utf-8")
        self.files = BrowserFiles(self)
        self.answers = LiveAnswers(Answers(folder, "n"), self.files)
        self.answers.refresh()

    def swap(self, name: str, before: str | None, after: str | None) -> Awaitable[Swapped]:
        """Do as the database does."""

        async def swapped() -> Swapped:
            await asyncio.sleep(0)
            if self._shelf.trouble:
                return Swapped(False, None, self._shelf.trouble)
            now = self._shelf.files.get(name)
            if now != before:
                return Swapped(now == after, now)
            if after is None:
                self._shelf.files.pop(name, None)
            else:
                self._shelf.files[name] = after
            for page, hear in self._shelf.hearing:
                if page is not self:
                    hear(name, after)
            return Swapped(True, after)

        return swapped()

    def listen(self, hear: Callable[[str, str | None], None]) -> None:
        """Do as the channel does."""
        self._shelf.hearing.append((self, hear))

    async def answer(self, key: RecordKey, text: str) -> None:
        """Answer a question, and wait until the browser has said what becomes of it."""
        self.answers.record(key, answered(Attempt(), text))
        assert self.answers.at(key) is None, "saved before the browser has it"
        await asyncio.gather(*self.files._tasks)


def test_saved_is_said_once_the_browser_has_it(tmp_path: Path) -> None:
    """And the next page has the answer."""
    shelf = Shelf()
    page = Page(tmp_path / "one", shelf)
    asyncio.run(page.answer(FIRST, "a"))
    assert page.answers.at(FIRST)
    assert page.answers.problem == page.answers.trouble(FIRST) == ""
    assert Page(tmp_path / "two", shelf).answers.attempt(FIRST).answer == "a"


@pytest.mark.parametrize(("error", "said"), [("QuotaExceededError", "is full"), ("UnknownError", "browser:")])
def test_what_is_not_kept_says_so_until_it_is(tmp_path: Path, error: str, said: str) -> None:
    """It is never called saved; once the browser keeps it, all of it is."""
    shelf = Shelf(trouble=error)
    page = Page(tmp_path / "one", shelf)

    async def lesson() -> None:
        await page.answer(FIRST, "a")
        assert said in page.answers.trouble(FIRST)
        assert "export before you close" in page.answers.problem
        assert page.answers.at(FIRST) is None
        assert page.answers.ends_with_page
        shelf.trouble = ""
        await page.answer(SECOND, "b")

    asyncio.run(lesson())
    assert page.answers.at(FIRST)
    assert page.answers.at(SECOND)
    assert not page.answers.problem
    assert set(Page(tmp_path / "two", shelf).answers.answers.read()) == {FIRST, SECOND}


def test_a_browser_that_keeps_nothing_says_so_at_once(tmp_path: Path) -> None:
    """Before anything is answered."""
    page = Page(tmp_path / "one", Shelf(trouble="SecurityError"), keeps=False)
    assert "export before you close" in page.answers.problem
    assert page.answers.ends_with_page


def test_two_pages_lose_nothing(tmp_path: Path) -> None:
    """Neither what one has not heard of the other, nor what it has."""
    shelf = Shelf()
    one, other = Page(tmp_path / "one", shelf), Page(tmp_path / "other", shelf)
    asyncio.run(one.answer(FIRST, "a"))  # the other one does not listen
    asyncio.run(other.answer(SECOND, "b"))
    assert {key: record.attempt.answer for key, record in other.answers.answers.read().items()} == {
        FIRST: "a",
        SECOND: "b",
    }
    heard: list[object] = []
    one.files.listen(lambda: heard.append(one.answers.refresh()))
    asyncio.run(other.answer(SECOND, "c"))
    assert heard
    assert one.answers.attempt(SECOND).answer == "c"
    assert set(Page(tmp_path / "third", shelf).answers.answers.read()) == {FIRST, SECOND}


def test_what_is_deleted_is_gone_everywhere(tmp_path: Path) -> None:
    """And what the browser has lost comes back with the next answer."""
    shelf = Shelf()
    one, other = Page(tmp_path / "one", shelf), Page(tmp_path / "other", shelf)
    other.files.listen(other.answers.refresh)
    asyncio.run(one.answer(FIRST, "a"))
    assert other.answers.attempt(FIRST).answer == "a"
    one.answers.answers.delete()
    asyncio.run(one.files.keep_all())
    assert not shelf.files
    assert not other.answers.attempt(FIRST).answer
    asyncio.run(one.answer(FIRST, "b"))
    shelf.files.clear()
    asyncio.run(one.answer(SECOND, "c"))
    assert set(Page(tmp_path / "third", shelf).answers.answers.read()) == {FIRST, SECOND}
