"""The style sheets that a notebook saves with its outputs: each once, or the file would grow fast."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from IPython import get_ipython

_SAVED: dict[str, str] = {}
"""The cells with whose outputs style sheets are saved, by the sheet."""

_MOVING = re.compile(
    r"(?<=[{};])[^{};,]*(?:"
    r":(?:hover|focus|focus-visible|focus-within|active)\b"
    r"|\.(?:actions|kept|held|unseen|coup-asleep)\b|(?<!:not\()\[(?:aria-(?:current|disabled|pressed|selected)|popover|data-(?!jp-theme|vscode))"
    r")(?:[^{};,(]|,[^{};,()]*\))*{[^{}]*}"
)
"""Rules for what only a script does or draws."""

_MOVING_MEDIA = re.compile(r"@media \((?:pointer|prefers-contrast)[^{]*{(?:[^{}]*{[^{}]*})*}")


def saved_style(*sheets: str) -> str:
    """Return style sheets as HTML for a cell's output, without those that another cell has."""
    cell = _cell()
    here = [sheet for sheet in sheets if sheet and (not cell or _SAVED.setdefault(sheet, cell) == cell)]
    return f"<style>{_short(' '.join(here))}</style>" if here else ""


def _cell() -> str:
    """Return the id of the cell that is being run; empty outside of a notebook."""
    parent: Any = getattr(get_ipython(), "get_parent", dict)() or {}
    id = parent.get("metadata", {}).get("cellId") or parent.get("header", {}).get("msg_id")
    return str(id or "")


@cache
def _short(css: str) -> str:
    """Return a style sheet without comments, spaces and what only a page with a script has use for."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    short = re.sub(r"\s*([{};>])\s*|(?<=[:,]) ", r"\1", re.sub(r"\s+", " ", bare)).replace(";}", "}").strip()
    return _MOVING.sub("", _MOVING_MEDIA.sub("", short))
