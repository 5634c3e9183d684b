"""What became of the cells that were given out: which are gone, doubled, changed, of another form."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from coupquiz.grading.flag import named

_NOTEBOOK = 4
_SCHEMA = 3


def cell_faults(content: bytes, given_out: bytes) -> Iterator[str]:
    """Yield a sentence for everything that is wrong with the cells of a notebook that can be read.

    Args:
        content: The notebook.
        given_out: How it was; cells beside those in it are nobody's fault.
    """
    notebook, original = _values(content), _values(given_out)
    if not notebook:
        yield "It is no notebook, or damaged."
        return
    version = notebook.get("nbformat")
    if version != _NOTEBOOK:
        yield f"It is a notebook of version {version!r}, not {_NOTEBOOK}."
    cells, originals = list(_marked(notebook)), dict(_marked(original))
    counts = Counter(id for id, _ in cells)
    if doubled := [id for id, count in counts.items() if count > 1]:
        yield f"There twice: the cells {named(doubled)}."
    if missing := [id for id in originals if id not in counts]:
        yield f"Missing: the cells {named(missing)}."
    if strange := [id for id, cell in cells if _about(cell).get("schema_version") != _SCHEMA]:
        yield f"Not of nbgrader's schema {_SCHEMA}: the cells {named(strange)}."
    if changed := [id for id, cell in cells if id in originals and _is_changed(cell, originals[id])]:
        yield f"Changed, though they are locked: the cells {named(dict.fromkeys(changed))}."


def _values(content: bytes) -> dict[str, Any]:
    try:
        values = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _marked(notebook: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every cell that nbgrader knows, with the id that it knows it by."""
    cells = notebook.get("cells")
    for cell in cells if isinstance(cells, list) else ():
        if isinstance(cell, dict) and isinstance(id := _about(cell).get("grade_id"), str):
            yield id, cell


def _about(cell: Mapping[str, Any]) -> Mapping[str, Any]:
    metadata = cell.get("metadata")
    about = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    return about if isinstance(about, dict) else {}


def _is_changed(cell: Mapping[str, Any], original: Mapping[str, Any]) -> bool:
    """Return whether something is changed that only the teacher may change."""
    about, was = _about(cell), _about(original)
    if any(about.get(field) != was.get(field) for field in ("points", "locked", "grade", "solution", "task")):
        return True
    return not was.get("solution") and _source(cell) != _source(original)


def _source(cell: Mapping[str, Any]) -> str:
    source = cell.get("source")
    return "".join(map(str, source)) if isinstance(source, list) else str(source)
