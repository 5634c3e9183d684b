"""Draw the timeline as the first page shows it before its scripts are there: `python -m lite.draw_pictures`.

This needs Chromium, as pictures do; the site is built without it. So the pictures are kept in pictures/.
"""

import asyncio
import hashlib
import json
from pathlib import Path

import coupdata
from coupdata.views.timeline_chart.figure import timeline

PICTURES = Path(__file__).parent / "pictures"
DIGEST = PICTURES / "figures.sha256"

WIDTHS = {"narrow": 360, "wide": 1100}
"""In pixels."""


def main() -> None:
    """Draw every picture."""
    import kaleido

    async def drawn(figure: dict[str, object], height: float, width: int) -> bytes:
        size = {"width": width, "height": height}
        offline = {"mathjax": False, "proxy_server": "127.0.0.1:9"}
        return bytes(await kaleido.calc_fig(figure, opts={"format": "svg", **size}, kopts=offline))

    for name, figure in figures().items():
        width = WIDTHS[name.partition("-")[0]]
        height = json.loads(json.dumps(figure))["layout"]["height"]
        (PICTURES / f"timeline-{name}.svg").write_bytes(asyncio.run(drawn(figure, height, width)))
    DIGEST.write_text(digest(), encoding="utf-8")


def figures() -> dict[str, dict[str, object]]:
    """Return the figures by the names of their pictures, on no paper of their own."""
    case = coupdata.load()
    return {
        f"{name}-{theme}": timeline(case, width=width, theme=theme)
        .update_layout(paper_bgcolor="rgba(0,0,0,0)")
        .to_dict()
        for name, width in WIDTHS.items()
        for theme in ("light", "dark")
    }


def digest() -> str:
    """Return what the pictures are made of, as one number."""
    return hashlib.sha256(json.dumps(figures(), sort_keys=True).encode()).hexdigest()


if __name__ == "__main__":
    main()
