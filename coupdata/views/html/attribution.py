"""Where the facts of a case come from, in the words that every view of ours uses."""

from __future__ import annotations

from coupdata.model import Case, Source
from coupdata.views.html.element import Element, element

BEYOND = {"note": "From a linked note", "context": "Beyond the article"}
"""How a view names the scope of what the article itself does not tell."""


def attribution(case: Case) -> Element:
    """Return a footer that names each article that the case retells, as its licence asks."""
    articles = [source for source in case.sources if source.kind == "article"]
    return element("footer", *(element("p", _retold(source)) for source in articles))


def _retold(source: Source) -> str:
    details = [", ".join(source.authors), source.publisher, str(source.year or ""), source.licence]
    return f"Retold from “{source.title}”. {' · '.join(detail for detail in details if detail)}"
