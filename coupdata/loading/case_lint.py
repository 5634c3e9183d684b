"""Reads a case that is sound by its fields, and finds what hardly can be meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from coupdata.i18n import _, ngettext
from coupdata.model import Case
from coupdata.problems.problem import Problem, Severity


def lint_case(case: Case) -> tuple[Problem, ...]:
    """Return what is to be mended in a case: links told twice, actors against themselves, terms unused."""
    return (*_links(case), *_actors(case), *_terms(case))


def _links(case: Case) -> Iterator[Problem]:
    """Yield links that say the same as another one."""
    for (cause, effect), count in Counter((link.cause, link.effect) for link in case.links).items():
        if count > 1:
            where = f"links.toml, link '{cause}' to '{effect}'"
            what = ngettext("stands there {n} time", "stands there {n} times", count).format(n=count)
            yield Problem(where, what, _("leave one, with what all of them say"), Severity.WARNING)


def _actors(case: Case) -> Iterator[Problem]:
    """Yield actors who stand on both sides of an event."""
    for event in case.events:
        for id in (id for id in dict.fromkeys(event.against) if id in event.actors):
            what = _("'{id}' acts against itself: it is in actors as well").format(id=id)
            where = f"events.toml, event '{event.id}', against"
            yield Problem(where, what, _("remove it from one of them"), Severity.WARNING)


def _terms(case: Case) -> Iterator[Problem]:
    """Yield terms that nobody ever gets to see."""
    used = {part.term for sentence in case.reading.sentences for part in sentence.parts}
    for term in case.glossary:
        if term.id not in used:
            what = _("no sentence of the reading uses it")
            mend = _("write [{term}](#{id}) in one, or remove the entry").format(term=term.term, id=term.id)
            yield Problem(f"glossary.toml, term '{term.id}'", what, mend, Severity.WARNING)
