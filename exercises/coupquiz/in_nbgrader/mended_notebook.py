"""A student's notebook made whole: every cell that was given out is there once, and nothing is malformed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

MOST = 1000
"""Cells of the student's own that are kept."""


def mended(content: bytes | None, given_out: NotebookNode) -> NotebookNode:
    """Return the notebook with what a student wrote into it; never raises.

    Text that is not the teacher's is taken as text alone: no output, attachment, metadata or HTML of it is
    kept, so that no browser runs anything that a student wrote.

    Args:
        content: The bytes of the student's notebook; None where there is none that can be read.
        given_out: The notebook as it was released.
    """
    originals = {id: cell for cell in given_out.cells if (id := _grade_id(cell))}
    cells: list[NotebookNode] = []
    missing = dict(originals)
    for number, cell in enumerate(_student_cells(content)):
        id = _grade_id(cell)
        if id in missing:
            cells.append(_restored(cell, missing.pop(id)))
        elif number < MOST + len(originals):
            cells.append(_plain(cell, number))
    if not cells:
        return deepcopy(given_out)
    for id, original in missing.items():
        cells.insert(_place(id, list(originals), cells), deepcopy(original))
    whole: NotebookNode = new_notebook(cells=cells, metadata=deepcopy(given_out.metadata))
    return whole


def _student_cells(content: bytes | None) -> Iterator[Mapping[str, Any]]:
    """Yield the cells that can be read."""
    try:
        values = json.loads((content or b"").decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return
    cells = values.get("cells") if isinstance(values, dict) else None
    for cell in cells if isinstance(cells, list) else ():
        if isinstance(cell, dict) and cell.get("cell_type") in ("code", "markdown"):
            yield cell


def _grade_id(cell: Mapping[str, Any]) -> str:
    """Return the id by which nbgrader knows a cell; empty where it does not know it."""
    metadata = cell.get("metadata")
    about = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    id = about.get("grade_id") if isinstance(about, dict) else None
    return id if isinstance(id, str) else ""


def _restored(cell: Mapping[str, Any], original: NotebookNode) -> NotebookNode:
    """Return a cell that was given out: of a locked one all, of another all but what it says."""
    restored = deepcopy(original)
    if original.metadata.nbgrader.solution:
        restored.source = _source(cell, original.cell_type)
        if _source(cell, "code") == original.source:  # as it was, with HTML of the teacher's
            restored.source = original.source
    return restored


def _plain(cell: Mapping[str, Any], number: int) -> NotebookNode:
    kind = str(cell["cell_type"])
    source, id = _source(cell, kind), f"cell-{number}"
    plain: NotebookNode = new_code_cell(source, id=id) if kind == "code" else new_markdown_cell(source, id=id)
    return plain


def _source(cell: Mapping[str, Any], kind: str) -> str:
    source = cell.get("source")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    text = source if isinstance(source, str) else ""
    text = text.encode("utf-8", "replace").decode()  # half a character cannot be written to a file
    return text if kind == "code" else text.replace("<", "&lt;")


def _place(id: str, order: list[str], cells: Iterable[NotebookNode]) -> int:
    """Return where a missing cell belongs: after the nearest of those before it."""
    before = order[: order.index(id)]
    there = {known: number for number, cell in enumerate(cells) if (known := _grade_id(cell))}
    return next((there[known] + 1 for known in reversed(before) if known in there), 0)
