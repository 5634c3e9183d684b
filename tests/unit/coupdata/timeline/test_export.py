"""The timeline as a file: a page that needs nothing but a browser, and pictures."""

import asyncio
import json
import os
import re
import struct
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any
from xml.etree import ElementTree

import pytest

import coupdata
from coupdata import Case
from coupdata.views import save_timeline
from coupdata.views.timeline_chart.export import ExportError, SavedFile
from coupdata.views.timeline_chart.narrow import NARROW
from coupdata.views.timeline_chart.plotly_parts import PLOTLY, THEMES
from coupdata.views.timeline_chart.traces import WIDTHS
from tests.browser import chromium
from tests.cases import HOSTILE, hostile, made_up
from tests.markup import Markup

pytestmark = pytest.mark.slow


@pytest.fixture
def page(case: Case, tmp_path: Path) -> Markup:
    """The page of a case with context."""
    return read(save_timeline(case, tmp_path / "timeline.html", context=True))


@pytest.fixture
def own(tmp_path: Path) -> Case:
    """The case of the lesson, whose pictures are drawn."""
    assert tmp_path.is_dir()
    return coupdata.load()


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser of the tests, where kaleido finds it."""
    monkeypatch.setenv("BROWSER_PATH", str(chromium.provide()))


def read(saved: SavedFile) -> Markup:
    """A page as a browser reads it."""
    return Markup(saved.path.read_text(encoding="utf-8"))


def charts(page: Markup) -> Any:
    """The charts that a page holds."""
    return json.loads(page.scripts[0])["timeline"]


def test_the_path_that_was_written_comes_back(case: Case, tmp_path: Path) -> None:
    """Given as text or as a path; the end of the name may be in capitals."""
    for name in ("a.html", "b.HTML"):
        path = tmp_path / name
        assert save_timeline(case, str(path)).path == path
        assert path.stat().st_size > 1_000_000


def test_the_page_holds_the_library_once_and_asks_nobody_for_more(page: Markup) -> None:
    """Three scripts: the charts as data, Plotly, and what draws; nothing names an address to load."""
    assert page.scripts[1] == PLOTLY.read_text(encoding="utf-8")
    assert len(page.scripts) == 3
    names = {name for _, attributes in page.elements for name in attributes}
    assert not names & {"src", "srcset", "action", "poster"}
    assert [(tag, attributes["href"]) for tag, attributes in page.elements if "href" in attributes] == [
        ("link", "data:,")
    ]
    assert "@import" not in page.text
    assert "url(" not in page.text


def test_the_page_forbids_itself_every_request(page: Markup) -> None:
    """The browser keeps to it even if a script would ask."""
    (policy,) = [a["content"] for tag, a in page.elements if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy
    rules = dict(rule.split(maxsplit=1) for rule in policy.split("; "))
    assert rules.pop("default-src") == "'none'"
    assert not [source for sources in rules.values() for source in sources.split()
                if source not in ("'unsafe-inline'", "data:", "blob:")]  # fmt: skip


def test_the_page_says_what_it_is(case: Case, page: Markup) -> None:
    """Its language, its title, and a name for the chart that leads to the list."""
    assert page.elements[0] == ("html", {"lang": "en"})
    assert f"Timeline: {case.title}" in page.text
    (chart,) = [attributes for _, attributes in page.elements if attributes.get("role") == "img"]
    assert chart["aria-label"] == f"Timeline: {case.title}. The list below says the same in words."
    assert "noscript" in [tag for tag, _ in page.elements]
    headings = [tag for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert headings == ["h1", "h2", *["h3"] * len(case.events)]


@pytest.mark.parametrize("context", [False, True], ids=["told", "context"])
def test_the_list_tells_every_event_of_the_chart(case: Case, tmp_path: Path, context: bool) -> None:
    """When, what, and, for what lies beyond the article, from where."""
    page = read(save_timeline(case, tmp_path / "a.html", context=context))
    for event in case.events:
        shown = context or event.scope != "context"
        assert (event.summary in page.text) == shown
        if shown:
            assert event.title in page.text
            assert event.when.precision == "undated" or event.when.label in page.text
        if shown and event.scope != "article":
            assert f"Source: {case.source(event.source).title}" in page.text
    assert ("Beyond the article" in page.text) == context
    ids = {id for chart in charts(page)["shown"] for trace in chart["traces"] for id in trace["customdata"]}
    assert ids == {event.id for event in case.events if context or event.scope != "context"}


def test_the_page_names_its_source_as_its_licence_asks(case: Case, page: Markup) -> None:
    """Title, authors, publisher and licence, and that it is retold."""
    footer = page.text[page.text.index("Retold from") :]
    for source in (source for source in case.sources if source.kind == "article"):
        assert all(
            part in footer for part in (source.title, source.publisher, source.licence, *source.authors)
        )


def test_the_page_has_the_chart_for_every_width_and_both_themes(page: Markup) -> None:
    """Narrow and wide; letters in the theme's own colour, on the page's own paper."""
    shown = charts(page)["shown"]
    assert [chart["width"] for chart in shown] == list(WIDTHS)
    assert WIDTHS[0] < NARROW <= WIDTHS[-1]
    for chart in shown:
        for name in ("light", "dark"):
            layout = chart["layouts"][name]
            assert layout["font"]["color"] == THEMES[name].ink
            assert layout["paper_bgcolor"] == "rgba(0,0,0,0)"
            assert layout["dragmode"] is False


def test_paper_gets_the_wide_chart_in_light_colours_on_one_page(page: Markup) -> None:
    """It is drawn so large that it fits A4 across, 277 by 190 mm without the margins."""
    printed = charts(page)["printed"]
    layout, zoom = printed["layout"], printed["zoom"]
    assert layout["font"]["color"] == THEMES["light"].ink
    assert layout["width"] >= WIDTHS[-1]
    millimetre = 96 / 25.4
    assert layout["width"] * zoom <= 277 * millimetre
    assert layout["height"] * zoom <= 180 * millimetre  # under the title
    assert "size: A4 landscape" in page.text


def test_a_long_chart_is_printed_on_several_sheets(tmp_path: Path) -> None:
    """Rather than too small to read."""
    printed = charts(read(save_timeline(made_up(150, Random(1)), tmp_path / "a.html")))["printed"]
    assert printed["zoom"] == 0.5


def test_no_markup_in_data_becomes_markup(case: Case, tmp_path: Path) -> None:
    """Neither in the page nor where data stands in a script, whatever people wrote."""
    page = read(save_timeline(hostile(case), tmp_path / "a.html", context=True))
    assert not [tag for tag, _ in page.elements if tag == "img"]
    assert not [tag for tag, attributes in page.elements if "onerror" in attributes]
    assert len(page.scripts) == 3
    assert page.scripts[1] == PLOTLY.read_text(encoding="utf-8")
    assert "<" not in page.scripts[0]
    assert HOSTILE in page.text
    assert charts(page)["shown"]


@pytest.mark.parametrize("name", ["timeline.pdf", "timeline.htm", "timeline", ".html"])
def test_an_unknown_kind_of_file_is_an_error(case: Case, tmp_path: Path, name: str) -> None:
    """It names those there are; nothing is written."""
    with pytest.raises(ExportError, match=r"\.html, \.png or \.svg"):
        save_timeline(case, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_an_error(case: Case, tmp_path: Path) -> None:
    """Said before anything is drawn."""
    with pytest.raises(ExportError, match="no folder"):
        save_timeline(case, tmp_path / "missing" / "timeline.png")


def test_a_file_is_replaced_whole_or_not_at_all(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write that fails leaves the old file, and nothing beside it."""
    path = tmp_path / "timeline.html"
    path.write_text("old", encoding="utf-8")

    def broken(_file: int) -> None:
        raise OSError("no space left")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", broken)
        with pytest.raises(OSError, match="no space left"):
            save_timeline(case, path)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]
    save_timeline(case, path)
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_png_is_a_picture_in_the_colours_of_its_theme(own: Case, tmp_path: Path, theme: Any) -> None:
    """Twice as fine as the screen."""
    content = save_timeline(own, tmp_path / "timeline.png", theme=theme).path.read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    assert width == 2400
    assert height > 1000


@pytest.mark.usefixtures("browser")
def test_an_svg_holds_every_label_as_text_and_refers_to_nothing(own: Case, tmp_path: Path) -> None:
    """So it can be searched, and looks the same offline."""
    path = save_timeline(own, tmp_path / "timeline.svg", theme="dark").path
    content = path.read_text(encoding="utf-8")
    svg = ElementTree.fromstring(content)
    words = re.sub(r"\s+", " ", " ".join(svg.itertext()))
    for event in own.events:
        assert (event.title in words) == (event.scope != "context")
    targets = [value for found in svg.iter() for name, value in found.items() if name.endswith("href")]
    assert all(target.startswith(("#", "data:")) for target in targets)
    assert "rgb(17, 17, 17)" in content


def test_without_kaleido_it_says_what_to_install(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And that a page needs neither it nor a browser."""
    monkeypatch.setitem(sys.modules, "kaleido", None)
    with pytest.raises(ExportError, match=r"pip install 'coup1920\[export\]'.*\.html"):
        save_timeline(case, tmp_path / "timeline.png")
    assert save_timeline(case, tmp_path / "timeline.html").path.is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["timeline.html"]


def test_without_a_browser_it_says_what_to_install(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And how to name one that is not found."""
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "no-browser"))
    with pytest.raises(ExportError, match=r"install Chromium, Google Chrome or Microsoft Edge.*BROWSER_PATH"):
        save_timeline(case, tmp_path / "timeline.svg")
    assert not list(tmp_path.iterdir())


def test_a_page_is_saved_without_pandas_numpy_and_kaleido(tmp_path: Path) -> None:
    """As in the static site."""
    code = f"""
import sys
for name in ("pandas", "numpy", "kaleido"):
    sys.modules[name] = None
import coupdata
from coupdata.views import save_timeline
save_timeline(coupdata.load(), {str(tmp_path / "timeline.html")!r})"""
    subprocess.run([sys.executable, "-c", code], check=True)
    assert (tmp_path / "timeline.html").is_file()


@pytest.mark.parametrize("silent", [1, 2])
def test_a_browser_that_does_not_answer_is_tried_once_more(
    own: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, silent: int
) -> None:
    """Then it is said; nobody waits for ever."""
    tries = []

    async def calc_fig(*_: object, **__: object) -> bytes:
        tries.append(len(tries))
        if len(tries) <= silent:
            await asyncio.sleep(2)
        return b"a picture"

    monkeypatch.setattr("kaleido.calc_fig", calc_fig)
    monkeypatch.setattr("coupdata.views.timeline_chart.export._PATIENCE", 0.5)
    if silent == 2:
        with pytest.raises(ExportError, match="does not answer"):
            save_timeline(own, tmp_path / "timeline.png")
    else:
        assert save_timeline(own, tmp_path / "timeline.png").path.read_bytes() == b"a picture"
    assert len(tries) == 2
