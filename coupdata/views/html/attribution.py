"""Where the facts of a case come from, in the words that every view of ours uses."""

from __future__ import annotations

from coupdata.i18n import _
from coupdata.model import Case, Scope
from coupdata.views.html.element import Element, element


def attribution(case: Case) -> Element:
    """Return a footer that names each article that the case retells, as its licence asks."""
    retold = []
    for source in case.sources:
        if source.kind == "article":
            details = [", ".join(source.authors), source.publisher, str(source.year or ""), source.licence]
            credits = " · ".join(filter(None, details))
            said = _("Retold from “{title}”. {credits}").format(title=source.title, credits=credits)
            retold.append(element("p", said))
    return element("footer", *retold)


def beyond(case: Case, scope: Scope, source: str) -> str:
    """Return where something comes from that the article itself does not tell."""
    if scope == "note":
        said = _("From a linked note. Source: {title}")
    else:
        said = _("Beyond the article. Source: {title}")
    return said.format(title=case.source(source).title)
