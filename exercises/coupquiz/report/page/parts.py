"""Parts of which the report's page is made: pictures, tables, and a few words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from coupdata.i18n import _, ngettext
from coupdata.views.html.element import Element, Node, element
from coupquiz.core.question import Question
from coupquiz.kinds.check import form, prompt_text
from coupquiz.pages.feedback import percent
from coupquiz.report.advice import between
from coupquiz.report.analysis import QuestionReport, Standing
from coupquiz.report.measures import Estimate
from coupquiz.report.page.charts import STYLES, Draw

Cell: TypeAlias = "Node | tuple[Node, ...]"


def picture(drawn: dict[str, Draw], id: str, name: str, draw: Draw) -> Element:
    """Return the place of a picture, and note what draws it; a table with the same has to follow."""
    drawn[id] = draw
    return element(
        "div",
        element("div", class_="shown"),
        element("div", class_="printed"),
        class_="chart",
        data_chart=id,
        role="img",
        aria_label=_("{name} The table says the same.").format(name=name),
    )


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Element:
    """Return a table, which keyboards can scroll where it is too wide; each row's first cell names it."""
    cells = [element("th", head, scope="col") for head in heads]
    head = [element("thead", element("tr", *cells))] if cells else []
    lines = (
        element("tr", element("th", *_nodes(first), scope="row"), *map(_cell, rest)) for first, *rest in rows
    )
    whole = element("table", element("caption", caption), *head, element("tbody", *lines))
    return element("div", whole, class_="table", role="region", aria_label=caption, tabindex="0")


def who(*names: Node) -> Element:
    """Return a cell that may be long."""
    return element("td", *names, class_="who")


def legend() -> Element:
    """Return what the marks in a picture of intervals mean."""
    shown = (Standing.KNOWN, Standing.PERHAPS, Standing.AGAIN)
    return _legend(element("span", *stands(standing)) for standing in shown)


def bar_legend(**words: str) -> Element:
    """Return what bars mean: words by which bars these are, ``full`` or ``hatched``, in this order."""
    bars = ((element("i", class_=f"bar {kind}", aria_hidden="true"), said) for kind, said in words.items())
    return _legend(element("span", bar, " ", said) for bar, said in bars)


def stands(standing: Standing) -> tuple[Node, Node]:
    """Return the mark of a standing, and the standing in words."""
    words = {
        Standing.AGAIN: _("teach it again"),
        Standing.PERHAPS: _("look at it again"),
        Standing.KNOWN: _("the class knows it"),
        Standing.OPEN: _("nothing to report"),
    }
    shape = STYLES[standing][2]
    mark = element("span", shape, class_=f"glyph {standing.name.lower()}", aria_hidden="true")
    return mark, f" {words[standing]}"


def marked(sign: str, *said: Node) -> tuple[Node, ...]:
    """Return an answer with its sign before it and, for who cannot see that, a word for it after it."""
    words = {"✓": ("right", _("right")), "◐": ("partly", _("partly")), "✗": ("wrong", _("wrong"))}
    colour, word = words.get(sign, ("", ""))
    mark = element("span", sign, class_=f"sign {colour}", aria_hidden="true")
    spoken = [element("span", f" ({word})", class_="unseen")] if word else []
    return mark, " ", *said, *spoken


def measured(found: Estimate | None, otherwise: str) -> Cell:
    """Return a share and its likely range."""
    if not found:
        return otherwise
    interval = element("span", f"({between(found)})", class_="interval")
    return element("b", percent(found.value)), " ", interval


def signed(value: float) -> str:
    """Return a number below or above 0, with two decimals."""
    return f"{value:.2f}".replace("-0.00", "0.00").replace("-", "−")


def link(report: QuestionReport, said: str) -> Element:
    """Return a link to what was answered to a question."""
    return element("a", said, href=f"#q{report.number}")


def prompt(question: Question) -> str:
    """Return what was asked, with a line for each blank."""
    return prompt_text(form(question))


def students(count: int) -> str:
    """Return how many students: "1 student"."""
    return ngettext("{n} student", "{n} students", count).format(n=f"{count:,}")


def _legend(items: Iterable[Element]) -> Element:
    return element("p", *(node for item in items for node in (item, " ")), class_="legend")


def _nodes(cell: Cell) -> tuple[Node, ...]:
    return cell if isinstance(cell, tuple) else (cell,)


def _cell(cell: Cell) -> Element:
    if isinstance(cell, Element) and cell.tag == "td":
        return cell
    return element("td", *_nodes(cell))
