"""The style sheets that a notebook saves with its outputs: each once, or the file would grow fast."""

from __future__ import annotations

import re
from typing import Any

from IPython import get_ipython

from coupdata.views.html.document import style

_SAVED: dict[str, str] = {}
"""The cells with whose outputs style sheets are saved, by the sheet."""

_MOVING = re.compile(
    r"(?<=[{};])[^{};,]*(?:"
    r":(?:hover|focus|focus-visible|focus-within|active)\b"
    r"|\.(?:buttons|actions|kept|held|unseen)\b|\[aria-(?:disabled|pressed)"
    r")[^{};,]*{[^{}]*}"
)
"""Rules for what only a script does or draws."""

_MOVING_MEDIA = re.compile(r"@media \((?:pointer|prefers-contrast)[^{]*{(?:[^{}]*{[^{}]*})*}")


def saved_style(css: str) -> str:
    """Return a style sheet as HTML for a cell's output, without what another cell has of it."""
    cell, theme = _cell(), style()
    parts = [theme, css.removeprefix(theme)] if css.startswith(theme) else [css]
    here = [part for part in parts if not cell or _SAVED.setdefault(part, cell) == cell]
    return f"<style>{_short(' '.join(here))}</style>" if here else ""


def _cell() -> str:
    """Return the id of the cell that is being run; empty outside of a notebook."""
    parent: Any = getattr(get_ipython(), "get_parent", dict)() or {}
    id = parent.get("metadata", {}).get("cellId") or parent.get("header", {}).get("msg_id")
    return str(id or "")


def _short(css: str) -> str:
    """Return a style sheet without comments, spaces and what only a page with a script has use for."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    short = re.sub(r"\s*([{};])\s*", r"\1", re.sub(r"\s+", " ", bare)).replace(";}", "}").strip()
    return _MOVING.sub("", _MOVING_MEDIA.sub("", short))
