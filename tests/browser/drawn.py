"""Charts by Plotly and drawings on an empty page, and where the browser put what can be seen."""

from dataclasses import dataclass

import plotly.graph_objects as go
from playwright.sync_api import Page
from plotly.offline import get_plotlyjs

_PAGE = "<!doctype html><html lang='en'><body style='margin:0'><div id='picture'></div></body></html>"

_DRAW = """(figure) => {
  const { data, layout } = JSON.parse(figure);
  return Plotly.newPlot("picture", data, layout);
}"""

_LETTERS = ".annotation, .textpoint, .coup-drawing text"

_WORDS = """(letters) => [...document.querySelectorAll(letters)].map((words) => {
  const nodes = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  const boxes = [];
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (!node.data.trim()) continue;
    const range = document.createRange();
    range.setStart(node, node.data.search(/\\S/));
    range.setEnd(node, node.data.search(/\\s*$/));
    boxes.push(range.getBoundingClientRect());
  }
  const least = (edge) => Math.min(...boxes.map((box) => box[edge]));
  const most = (edge) => Math.max(...boxes.map((box) => box[edge]));
  return [words.textContent, least("left"), most("right"), least("top"), most("bottom")];
})"""

_MARKS = """() => [...document.querySelectorAll(".scatterlayer path.point")].map((mark) => {
  const { left, right, top, bottom } = mark.getBoundingClientRect();
  return ["", left, right, top, bottom];
})"""

_ACROSS, _DOWN = 1, 4  # pixels in which two may touch: the box of a line is higher than its letters


@dataclass(frozen=True)
class Seen:
    """Something on the page: what it says, and its rectangle in pixels."""

    says: str
    left: float
    right: float
    top: float
    bottom: float

    def is_apart_from(self, other: "Seen") -> bool:
        """Whether neither covers anything of the other."""
        return (
            self.right - _ACROSS <= other.left
            or other.right - _ACROSS <= self.left
            or self.bottom - _DOWN <= other.top
            or other.bottom - _DOWN <= self.top
        )


def draw(page: Page, figure: go.Figure) -> None:
    """Show a chart alone on a page."""
    page.set_content(_PAGE)
    if not page.evaluate("'Plotly' in window"):  # it outlives another picture
        page.add_script_tag(content=get_plotlyjs())
    page.evaluate(_DRAW, figure.to_json())


def words(page: Page) -> list[Seen]:
    """What is written in the picture."""
    return [Seen(*found) for found in page.evaluate(_WORDS, _LETTERS) if found[0].strip()]


def marks(page: Page) -> list[Seen]:
    """The symbols of a chart."""
    return [Seen(*found) for found in page.evaluate(_MARKS)]
