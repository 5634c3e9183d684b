"""A page as one HTML file, which works offline; and the files that all pages are made of."""

from __future__ import annotations

from pathlib import Path

from coupdata.i18n import language
from coupdata.views.html.element import element

STATIC = Path(__file__).parents[2] / "static"
"""The bundles that pages load: docs/javascript.md says how they are made."""

_THEME = Path(__file__).with_name("theme.css")
"""Colours and letters that all views share."""


def document(title: str, style: str, body: str, scripts: str = "") -> str:
    """Return a whole page, light or dark as its reader likes.

    It may style, and run, what it carries, and loads nothing: not even by mistake does it ask another host,
    whatever a student wrote into it.

    Args:
        title: As text.
        style: A style sheet, as `style` returns it.
        body: What it shows, as HTML that is escaped already.
        scripts: What runs at its end, as HTML; a page without any may run nothing.
    """
    runs = "script-src 'unsafe-inline'; img-src data: blob:" if scripts else "img-src data:"
    policy = f"default-src 'none'; style-src 'unsafe-inline'; {runs}"
    head = (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        '<link rel="icon" href="data:,">'
        f"{element('title', title).html()}<style>{style}</style>"
    )
    shown = f'<body class="coup">{body}{scripts}</body>'
    return f'<!doctype html>\n<html lang="{language() or "en"}"><head>{head}</head>{shown}</html>\n'


def style(*files: Path) -> str:
    """Return one style sheet: the theme that all views share, then these files."""
    return "\n".join(file.read_text(encoding="utf-8") for file in (_THEME, *files))
