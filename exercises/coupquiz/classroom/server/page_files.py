"""The files that pages of a room load, by name; no directory is served."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from coupdata.views.html.document import style
from coupdata.views.on_page.page_values import SCRIPT, views_style
from coupdata.views.timeline_chart.plotly_parts import PLOTLY

_HERE = Path(__file__).parents[1]
_COUPQUIZ = _HERE.parent
_QUESTIONS = (
    *(_COUPQUIZ / "notebook" / name for name in ("question.css", "said.css", "live.css")),
    *(file for name in ("style", "live") for file in sorted(_COUPQUIZ.glob(f"kinds/*/{name}.css"))),
)

_SHEETS = {
    "seat": ("room", "poster", "seat"),
    "desk": ("room", "results", "desk"),
    "wall": ("room", "results", "wall"),
}

_JS, _CSS = "text/javascript; charset=utf-8", "text/css; charset=utf-8"


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file as it is sent."""

    kind: str
    """Its media type."""
    content: bytes
    packed: bytes
    """The same, as gzip has it."""


@cache
def page_files() -> dict[str, PageFile]:
    """Return every file by its name."""
    scripts = {name: _COUPQUIZ / "static" / f"{name}.js" for name in ("seat", "desk", "wall")}
    content = {f"{name}.js": (_JS, file.read_bytes()) for name, file in scripts.items()}
    content |= {file.name: (_JS, file.read_bytes()) for file in (SCRIPT, PLOTLY)}
    for name, sheets in _SHEETS.items():
        sheet = style(*_QUESTIONS, *(_HERE / "styles" / f"{each}.css" for each in sheets))
        content[f"{name}.css"] = (_CSS, sheet.encode())
    content["views.css"] = (_CSS, views_style().encode())
    packed = {name: gzip.compress(raw, 9, mtime=0) for name, (_kind, raw) in content.items()}
    return {name: PageFile(kind, raw, packed[name]) for name, (kind, raw) in content.items()}


@cache
def files_name() -> str:
    """Return what stands for these files as they are: who has loaded them under it need never ask again."""
    digest = sha256()
    for name, file in sorted(page_files().items()):
        digest.update(f"{name}\n{len(file.content)}\n".encode() + file.content)
    return digest.hexdigest()[:12]
