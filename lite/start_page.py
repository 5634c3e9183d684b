"""The first page of the site: what the lesson is, its reading, its timeline, and where work is kept."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import coupdata
from coupdata.i18n import _
from coupdata.model import Case
from coupdata.views.html.element import Element, element
from coupdata.views.on_page.page_values import SCRIPT, PageValues, views_style
from coupdata.views.reading_text.reading_page import reading_page
from coupdata.views.timeline_chart.plotly_parts import PLOTLY
from coupdata.views.timeline_chart.traces import WIDTHS, timeline_name

LITE = Path(__file__).parent
POSTER = LITE.parent / "exercises/coupquiz/classroom/styles/poster.css"

START = "00_start_here.ipynb"
REVIEW = "05_review.ipynb"

_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # Plotly's own
        "img-src 'self' data: blob:",
        "worker-src 'self' blob:",
    )
)
"""What the page may load: nothing from elsewhere."""

_NEXT = re.compile(r"^\d+\. \[(?P<title>[^]]+)\]\((?P<file>[^)]+)\): (?P<about>.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class LinkedNotebook:
    """A notebook, as the one to start with names it."""

    file: str
    title: str
    about: str
    is_installed_only: bool
    """Whether it has tables, and this site no pandas to make them with."""


def write_start_page(site: Path, notebooks: Path, *, has_pandas: bool) -> None:
    """Write the page into the site, with all that it loads."""
    case = coupdata.load()
    links = tuple(linked(notebooks, has_pandas))
    (site / "index.html").write_text(start_page(case, links, has_pandas), encoding="utf-8")
    home = site / "static" / "lesson"
    for file in (SCRIPT, PLOTLY, *(LITE / "pictures").glob("*.svg")):
        shutil.copy(file, home)
    sheets = (POSTER, LITE / "start_page.css")
    sheet = "\n".join((views_style(), *(sheet.read_text(encoding="utf-8") for sheet in sheets)))
    (home / "start_page.css").write_text(sheet, encoding="utf-8")
    values = PageValues(case)
    (home / "values").mkdir()
    for name, query in [
        ("explorer", {}),
        ("reading", {}),
        *(("explorer/chart", {"width": str(width)}) for width in WIDTHS),
    ]:
        file = "-".join((name.replace("/", "-"), *query.values()))
        text = json.dumps(values.value(name, query), ensure_ascii=False, separators=(",", ":"))
        (home / "values" / f"{file}.json").write_text(text, encoding="utf-8")


def linked(notebooks: Path, has_pandas: bool) -> Iterator[LinkedNotebook]:
    """Yield the notebooks that the first one lists."""

    def read(name: str) -> Any:
        return json.loads((notebooks / name).read_text(encoding="utf-8"))

    for cell in read(START)["cells"]:
        for found in _NEXT.finditer("".join(cell["source"])):
            has_tables = read(found["file"])["metadata"]["coup1920"].get("tables", False)
            yield LinkedNotebook(**found.groupdict(), is_installed_only=has_tables and not has_pandas)


def start_page(case: Case, links: tuple[LinkedNotebook, ...], has_pandas: bool) -> str:
    """Return the page as HTML; what it loads lies in static/lesson/."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="description", content=case.summary),
        element("link", rel="icon", href="static/lesson/icon.svg"),
        element("title", case.title),
        element("link", rel="stylesheet", href="static/lesson/start_page.css"),
        # JupyterLite's pages look for it here.
        element(
            "script", "{}", id="jupyter-config-data", type="application/json", data_jupyter_lite_root="."
        ),
        element("script", type="module", src="static/lesson/start_page.js"),
    )
    body = element(
        "body",
        element("a", _("To the reading"), href="#reading", class_="skip"),
        _poster(case),
        element(
            "main",
            _notebooks(links, has_pandas),
            _work(),
            _timeline(case),
            _reading(case),
            _teachers(),
            class_="sheet",
        ),
        class_="coup coup-start",
    )
    return f"<!doctype html>\n{element('html', head, body, lang='en').html()}\n"


def _address(file: str) -> str:
    return f"notebooks/index.html?path={file}"


def _poster(case: Case) -> Element:
    return element(
        "header",
        element("h1", case.title),
        element("p", case.summary, class_="lead"),
        element(
            "p",
            element("a", _("Start the lesson"), href=_address(START), class_="strong"),
            " ",
            element("a", _("Read the story"), href="#reading", class_="soft"),
            class_="ways",
        ),
        element("p", element("a", href=_address(REVIEW)), class_="due", hidden=""),
        _line_of_time(),
        class_="poster",
    )


def _line_of_time() -> Element:
    """Return a line of time with marks above it, to look at only."""
    marks = [(52, 40), (104, 50), (156, 24), (190, 44), (214, 14), (238, 36), (262, 50), (326, 30), (364, 48)]
    highest = min(marks, key=lambda mark: mark[1])
    ticks = "".join(f"M{n * 20} 66v{5 if n % 5 else 10}" for n in range(21))
    circles = (
        element("circle", cx=str(x), cy=str(y), r="4", **({"class_": "chosen"} if (x, y) == highest else {}))
        for x, y in marks
    )
    return element(
        "svg",
        element("path", class_="axis", d="M0 66H400"),
        element("path", class_="ticks", d=ticks),
        element("path", class_="stems", d="".join(f"M{x} 66V{y}" for x, y in marks)),
        *circles,
        class_="line-of-time",
        viewBox="0 0 400 84",
        aria_hidden="true",
    )


def _notebooks(links: tuple[LinkedNotebook, ...], has_pandas: bool) -> Element:
    fetched = _("The data lab fetches what makes its tables from another server.")
    cards = (
        element(
            "li",
            element(
                "a",
                element("span", str(number), class_="number", aria_hidden="true"),
                element("strong", link.title),
                element("span", link.about[:1].upper() + link.about[1:], class_="about"),
                *(
                    [element("span", _("Needs the installed lesson"), class_="needs")]
                    if link.is_installed_only
                    else []
                ),
                href=_address(link.file),
            ),
        )
        for number, link in enumerate(links, 1)
    )
    return element(
        "section",
        element("h2", _("The lesson")),
        element(
            "p",
            _(
                "Each notebook stands by itself. It takes about a quarter of a minute to open: your browser "
                "brings a Python of its own. Nothing is installed, and nothing is sent anywhere."
            ),
            f" {fetched}" if has_pandas else "",
        ),
        element("ol", *cards, class_="cards"),
        class_="lesson",
    )


def _work() -> Element:
    field = element(
        "label",
        _("Your name"),
        " ",
        element("input", type="text", name="learner", maxlength="100", autocomplete="name"),
    )
    return element(
        "section",
        element("h2", _("Your work")),
        element("p", _("Your answers are kept where your browser lets them be."), class_="state"),
        element(
            "div",
            element("button", _("Take my work along"), type="button", class_="soft take"),
            element("button", _("Bring it back"), type="button", class_="soft bring"),
            element("input", type="file", accept=".json", hidden="", aria_label=_("File to bring back")),
            class_="ways",
        ),
        element(
            "form",
            field,
            element("button", _("Hand in"), type="submit", class_="strong"),
            class_="hand-in ways",
        ),
        element("p", role="status", class_="word"),
        class_="work",
        id="work",
    )


def _timeline(case: Case) -> Element:
    name = _("{name}. The lesson says the same in words.").format(name=timeline_name(case))
    sizes = element(
        "picture",
        *(
            element("source", srcset=f"static/lesson/timeline-{file}.svg", media=media)
            for file, media in (
                ("narrow-dark", "(max-width: 600px) and (prefers-color-scheme: dark)"),
                ("narrow-light", "(max-width: 600px)"),
                ("wide-dark", "(prefers-color-scheme: dark)"),
            )
        ),
        element("img", src="static/lesson/timeline-wide-light.svg", alt=name),
    )
    return element(
        "section",
        element("h2", _("The timeline")),
        element("p", _("Choose an event, and its card tells what we know of it, and how sure we can be.")),
        element("div", sizes, class_="still"),
        element("div", class_="live"),
        class_="timeline",
    )


def _reading(case: Case) -> Element:
    return element("section", reading_page(case, case.reading.sections), class_="text", id="reading")


def _teachers() -> Element:
    return element(
        "footer",
        element("h2", _("For teachers")),
        element(
            "p",
            _(
                "Put the files that your class hands in into one folder. Where the lesson is installed, "
                "this command says what your class knows, and what to teach again:"
            ),
        ),
        element("pre", element("code", "coup1920 report FOLDER --key week"), tabindex="0"),
    )


if __name__ == "__main__":
    write_start_page(Path(sys.argv[1]), Path(sys.argv[2]), has_pandas="--pandas" in sys.argv)
