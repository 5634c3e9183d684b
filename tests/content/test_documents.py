"""What the documents show can be copied: ids, examples, and the names of a teacher's own files."""

import re
import runpy
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from logging import INFO, LogRecord, getLogger
from pathlib import Path
from types import ModuleType
from unittest.mock import MagicMock

import nbformat
import pytest

import coupdata
from coupdata.views import explorer
from coupdata.views.html.plain_traits import ChoiceError

ROOT = Path(__file__).parents[2]
CASE = coupdata.load()
DOCUMENTS = (
    *("README.md", "exercises/README.md", "exercises/assignments/README.md", "coupdata/data/README.md"),
    "docs/classroom.md",
    "docs/room_data.md",
)
SENTENCES = {sentence.id for sentence in CASE.reading.sentences}
EVENTS = {event.id for event in CASE.events}
ACTORS = {actor.id for actor in CASE.actors}
PLACES = {place.id for place in CASE.places}
KNOWN = {
    "cites": SENTENCES,
    "after_cites": SENTENCES,
    "sentence": SENTENCES,
    "event": EVENTS,
    "events": EVENTS,
    "after": EVENTS,
    "cause": EVENTS,
    "effect": EVENTS,
    "actor": ACTORS,
    "actors": ACTORS,
    "against": ACTORS,
    "by": ACTORS,
    "member_of": ACTORS,
    "place": PLACES,
    "moves": PLACES,
    "within": PLACES,
    "lane": {lane.id for lane in CASE.lanes},
    "side": {side.id for side in CASE.sides},
    "themes": {theme.id for theme in CASE.themes},
    "source": {source.id for source in CASE.sources},
}
"""Which ids there are, by the field that names them."""


def text(document: str) -> str:
    """A document of the project."""
    return (ROOT / document).read_text(encoding="utf-8")


def named(values: object) -> Iterator[tuple[str, str]]:
    """Every field that names ids, and each id."""
    if isinstance(values, list):
        for value in values:
            yield from named(value)
    elif isinstance(values, dict):
        for field, value in values.items():
            for id in value if isinstance(value, list) else [value]:
                if field in KNOWN and isinstance(id, str) and id != "...":
                    yield field, id
            yield from named(value)


def examples() -> Iterator[tuple[str, str]]:
    """Every example in TOML, file by file as its first lines name them."""
    for document in DOCUMENTS:
        for block in re.findall(r"```toml\n(.*?)\n```", text(document), re.DOTALL):
            for example in re.split(r"^# \w+\.toml$", block, flags=re.MULTILINE):
                if example.strip():
                    yield document, example


@pytest.mark.parametrize(("document", "example"), list(examples()))
def test_ids_in_examples_are_of_the_lesson(document: str, example: str) -> None:
    """Who copies an example gets no message."""
    for field, id in named(tomllib.loads(example)):
        assert id in KNOWN[field], f"{document}: {field} = {id}"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_ids_in_code_letters_are_of_the_lesson(document: str) -> None:
    """Sentences as `c3.1`, and what case.event(...) and the like are given."""
    found = text(document)
    assert set(re.findall(r"`([a-z]\d\.\d)`", found)) <= SENTENCES
    for kind, id in re.findall(r"case\.(event|actor|place|sentence)\(\"([^\"]+)\"\)", found):
        assert getattr(CASE, kind)(id)


def test_git_never_sees_what_a_teacher_writes() -> None:
    """The documents call a teacher's own files and folders my_...; previews and answers are no source."""
    patterns = [
        line.lstrip("/").rstrip("/") for line in text(".gitignore").splitlines() if line[:1] not in ("#", "")
    ]
    guide = nbformat.read(ROOT / "notebooks" / "teacher_guide.ipynb", as_version=4)
    said = "\n".join([*map(text, DOCUMENTS), *(cell.source for cell in guide.cells)])
    own = set(re.findall(r"\bmy_\w+(?:\.toml)?", said)) | {"week-preview.html", "may-test.answers.json"}
    assert own >= {"my_questions.toml", "my_course"}
    for name in own:
        assert any(fnmatch(name, pattern) for pattern in patterns), name


def test_nox_does_not_speak_of_what_nobody_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """That uv is not found reads like an error; everything else is said."""
    monkeypatch.setitem(sys.modules, "nox", MagicMock())
    log = getLogger("nox")
    before = list(log.filters)
    try:
        runpy.run_path(str(ROOT / "noxfile.py"))
        said = [
            message
            for message in ("uv binary not found.", "Session lesson failed.")
            if log.filter(LogRecord("nox", INFO, "", 0, message, None, None))
        ]
    finally:
        log.filters[:] = before
    assert said == ["Session lesson failed."]


def test_the_view_that_is_built_in_the_document_works(monkeypatch: pytest.MonkeyPatch) -> None:
    """It draws, tells every theme, follows an explorer and refuses what is not there."""
    built = ModuleType("themes")
    monkeypatch.setitem(sys.modules, "themes", built)
    for code in re.findall(r"```python\n(.*?)```", text("docs/add_a_view.md"), re.DOTALL):
        exec(compile(code, "docs/add_a_view.md", "exec"), built.__dict__)
    shared = explorer(CASE)
    view = built.themes_view(explorer=shared)
    for theme in CASE.themes:
        assert f"{theme.title} (" in str(view.drawing)
        assert f'data-choice="{theme.id}"' in view.still().html()
    assert "box lit" not in str(view.drawing)
    shared.theme = CASE.themes[0].id
    assert "box lit" in str(view.drawing)
    with pytest.raises(ChoiceError):
        view.theme = "no such theme"
