"""The floors of the house: which folder stands on which, read off the imports.

Run as a program it draws them into docs/architecture.md.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = {"coupdata": ROOT / "coupdata", "coupquiz": ROOT / "exercises" / "coupquiz"}
DOCUMENT = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- floors from here -->\n", "<!-- to here -->"

FLOORS: tuple[tuple[str, ...], ...] = (
    ("coupdata.i18n",),
    ("coupdata.problems",),
    ("coupdata.model",),
    ("coupdata.loading",),
    ("coupdata.schema",),
    ("coupdata.tables",),
    ("coupdata.views.html",),
    ("coupdata.views.timeline_chart", "coupdata.views.reading_text", "coupdata.views.drawing"),
    ("coupdata.views.event_explorer", "coupdata.views.actors", "coupdata.views.map"),
    ("coupdata.views.on_page",),
    ("coupquiz.core",),
    ("coupquiz.parsing", "coupquiz.keys"),
    ("coupquiz.kinds", "coupquiz.files"),
    ("coupquiz.banks",),
    ("coupquiz.answers",),
    ("coupquiz.pages", "coupquiz.review"),
    ("coupquiz.asking",),
    ("coupquiz.notebook", "coupquiz.grading", "coupquiz.lesson", "coupquiz.exchange"),
    ("coupquiz.report",),
    ("coupquiz.course",),
    ("coupquiz.in_nbgrader", "coupquiz.classroom.address", "coupquiz.classroom.room"),
    ("coupquiz.classroom.views",),
    ("coupquiz.classroom.server", "coupquiz.classroom.in_notebook"),
    ("coupquiz.cli",),
)
"""From the ground up. A folder may use those below; folders side by side do not know each other."""

DIVIDED = {"coupdata.views", "coupquiz.classroom"}
"""Folders whose own folders are the floors; in themselves there is a front door at most."""

EVERYWHERE = {"coupdata.i18n", "coupdata.problems", "coupdata.model"}
"""Used by almost all, so that arrows to them would hide the others."""


def modules() -> dict[str, Path]:
    """Return every module of the two packages, by its name, without the front doors of what is divided."""
    found = {}
    for package, folder in PACKAGES.items():
        for file in sorted(folder.rglob("*.py")):
            parts = (package, *file.relative_to(folder).with_suffix("").parts)
            found[".".join(parts).removesuffix(".__init__")] = file
    return {name: file for name, file in found.items() if name not in (*PACKAGES, *DIVIDED)}


def floor_of(module: str) -> int | None:
    """Return on which floor a module lies, counted from the ground; None where it lies on none."""
    home = folder_of(module)
    return next((number for number, folders in enumerate(FLOORS) if home in folders), None)


def folder_of(module: str) -> str | None:
    """Return the folder of `FLOORS` in which a module lies."""
    homes = (home for folders in FLOORS for home in folders)
    return next((home for home in homes if module == home or module.startswith(f"{home}.")), None)


def imports() -> Iterator[tuple[str, str]]:
    """Yield each import of one module of ours by another: who imports, and what."""
    known = modules()
    for name, file in known.items():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            for target in _targets(node):
                while target and target not in known:
                    target = target.rpartition(".")[0]
                if target and target != name:
                    yield name, target


def wrong_ways() -> list[str]:
    """Return the imports that lead up, or sideways to another folder."""
    return [
        f"{name} imports {target}, which does not lie below it"
        for name, target in imports()
        if folder_of(name) != folder_of(target) and (floor_of(target) or 0) >= (floor_of(name) or 0)
    ]


def picture() -> str:
    """Return the floors as a Mermaid diagram: the folders, and what each uses directly."""
    uses: dict[str, set[str]] = {home: set() for folders in FLOORS for home in folders}
    for name, target in imports():
        here, there = folder_of(name), folder_of(target)
        if here and there and here != there and there not in EVERYWHERE:
            uses[here].add(there)
    lines = ["```mermaid", "flowchart BT"]
    for package in PACKAGES:
        lines.append(f"  subgraph {package}")
        lines += (f"    {home}[{_short(home)}]" for home in uses if home.startswith(f"{package}."))
        lines.append("  end")
    for home, below in uses.items():
        lines += (f"  {home} --> {other}" for other in sorted(_nearest(below, uses)))
    return "\n".join((*lines, "```", ""))


def draw() -> None:
    """Draw the picture into the document."""
    DOCUMENT.write_text(drawn(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")


def drawn(text: str) -> str:
    """Return the document with the picture as it is now."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}{picture()}{END}{rest.partition(END)[2]}"


def _targets(node: ast.AST) -> Iterable[str]:
    if isinstance(node, ast.ImportFrom) and node.module:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else ()


def _nearest(below: Iterable[str], uses: dict[str, set[str]]) -> set[str]:
    """Return which of some folders are not reached by way of another of them."""
    order = list(TopologicalSorter(uses).static_order())
    reached: dict[str, set[str]] = {}
    for home in order:
        reached[home] = uses[home].union(*(reached[other] for other in uses[home]))
    near = set(below)
    return near - {far for home in near for far in reached[home]}


def _short(home: str) -> str:
    return home.partition(".")[2].replace(".", "/")


if __name__ == "__main__":
    draw()
