"""What became of the cells of a notebook: which are gone, doubled, changed, or of another form."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from coupdata.i18n import _
from coupquiz.grading.wording import named

_NOTEBOOK = 4
_SCHEMA = 3

_HIDDEN = re.compile(
    r"^[^\n]*BEGIN (HIDDEN TESTS|MARK SCHEME).*?END \1[^\n]*(\n|\Z)", re.MULTILINE | re.DOTALL
)
"""What nbgrader takes out of the cells that it gives out."""


def cell_faults(content: bytes, released: bytes) -> Iterator[str]:
    """Yield what is wrong with the cells of a notebook that can be read.

    Args:
        content: The notebook.
        released: How it was; cells beside those in it are nobody's fault.
    """
    notebook, original = _values(content), _values(released)
    if not notebook:
        yield _("it is not a notebook, or it is damaged")
        return
    version = notebook.get("nbformat")
    if version != _NOTEBOOK:
        yield _("it is a notebook of version {version!r}, not {right}").format(
            version=version, right=_NOTEBOOK
        )
    cells, originals = list(_marked(notebook)), dict(_marked(original))
    counts = Counter(id for id, _ in cells)
    if doubled := [id for id, count in counts.items() if count > 1]:
        yield _("these cells appear twice: {ids}").format(ids=named(doubled))
    if missing := [id for id in originals if id not in counts]:
        yield _("these cells are missing: {ids}").format(ids=named(missing))
    if strange := [id for id, cell in cells if _about(cell).get("schema_version") != _SCHEMA]:
        yield _("these cells are not in nbgrader's schema {n}: {ids}").format(n=_SCHEMA, ids=named(strange))
    if changed := [id for id, cell in cells if id in originals and _is_changed(cell, originals[id])]:
        yield _("these cells have been changed, although they are locked: {ids}").format(
            ids=named(dict.fromkeys(changed))
        )


def differences(content: bytes, source: bytes, ours: bytes) -> Iterator[str]:
    """Yield every way in which a released notebook is not what its source would give.

    Args:
        content: The released notebook.
        source: The teacher's.
        ours: The one of which both were made; cells of it that are marked are not looked at.
    """
    known = dict(_marked(_values(ours)))
    released, teachers = (
        {id: cell for id, cell in _named(_values(notebook)) if id not in known}
        for notebook in (content, source)
    )
    if not _values(source) or not _values(content):
        return
    if missing := [id for id in teachers if id not in released]:
        yield _("these cells are in source, but not here: {ids}").format(ids=named(missing))
    if added := [id for id in released if id not in teachers]:
        yield _("these cells are here, but not in source: {ids}").format(ids=named(added))
    if changed := [id for id in released if id in teachers and _is_changed(released[id], teachers[id])]:
        yield _("these cells differ from source: {ids}").format(ids=named(changed))


def _values(content: bytes) -> dict[str, Any]:
    try:
        values = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _marked(notebook: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every cell that nbgrader knows, with the id that it knows it by."""
    return ((id, cell) for id, cell in _named(notebook) if "grade_id" in _about(cell))


def _named(notebook: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every cell that has a name, nbgrader's or its own."""
    cells = notebook.get("cells")
    for cell in cells if isinstance(cells, list) else ():
        if isinstance(cell, dict) and isinstance(id := _about(cell).get("grade_id", cell.get("id")), str):
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
    return not was.get("solution") and _shown(_source(cell)) != _shown(_source(original))


def _shown(source: str) -> str:
    """Return what nbgrader leaves of a cell for students."""
    return _HIDDEN.sub("", source).rstrip("\n")


def _source(cell: Mapping[str, Any]) -> str:
    source = cell.get("source")
    return "".join(map(str, source)) if isinstance(source, list) else str(source)
