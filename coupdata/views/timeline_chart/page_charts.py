"""Charts on a page that is a file: what its reader's browser draws them from."""

from __future__ import annotations

import json
from collections.abc import Mapping

from plotly.offline import get_plotlyjs

from coupdata.views.html.document import STATIC


def charts_script(charts: Mapping[str, object]) -> str:
    """Return, as HTML, all that draws these charts, by the names that their places on the page have."""
    data = json.dumps(charts, separators=(",", ":")).replace("<", "\\u003c")
    script = (STATIC / "page_charts.js").read_text(encoding="utf-8")
    return (
        f'<script type="application/json" id="charts">{data}</script>'
        f"<script>{get_plotlyjs()}</script>"
        f'<script type="module">{script}</script>'
    )
