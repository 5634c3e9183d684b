"""Events, and which of them led to which, as the data has it."""

from dataclasses import dataclass, field
from itertools import pairwise

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Case, Link
from coupdata.model.described import described, record
from coupquiz.core.form import Choice
from coupquiz.core.question import Question

Pair = tuple[str, str]
"""The ids of a cause and of its effect."""

_FEWEST, _MOST = 3, 10  # events that can be linked on one screen


@record
class WrittenWrongLink:
    """A link that a bank expects, and that is wrong."""

    cause: str = described("What is taken for a cause.", refers="event")
    effect: str = described("What is taken for its effect.", refers="event")
    feedback: str = described("What the link would mean, and what the reading says instead.")
    cites: tuple[str, ...] = described(
        "The sentences the feedback is based on.", refers="sentence", required=True
    )


@record
class WrittenLink(Question):
    """Events to link, as a bank has them."""

    events: tuple[str, ...] = described(
        f"The events, {_FEWEST} to {_MOST}. What led to what comes from the data.",
        refers="event",
        required=True,
    )
    wrong: tuple[WrittenWrongLink, ...] = described("Wrong links that you expect.")


@dataclass(frozen=True, slots=True)
class LinkFeedback:
    """What there is to say of a link."""

    said: str
    cites: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class LinkQuestion(Question):
    """Events, and what there is to say of every link between two of them."""

    items: tuple[Choice, ...]
    right: dict[Pair, LinkFeedback] = field(hash=False)
    """Who says that one led to the other, and how."""
    neutral: dict[Pair, LinkFeedback] = field(hash=False)
    """What is neither right nor wrong: known from elsewhere, or by way of something else."""
    wrong: dict[Pair, LinkFeedback] = field(hash=False)
    """Every other two, in either order."""
    expected: tuple[Pair, ...]
    """Of the wrong ones those that the bank expects."""

    def is_wrong(self, pair: Pair) -> bool:
        """Return whether a link counts against whoever draws it."""
        return pair not in self.right and pair not in self.neutral


def make_link_question(written: WrittenLink, table: Table, case: Case) -> LinkQuestion:
    """Return the question that a bank has."""
    events = [event for event in case.events if event.id in written.events]
    ids = [event.id for event in events]
    if not _FEWEST <= len(ids) <= _MOST:
        what = _("{n} events").format(n=len(ids))
        table.wrong("events", what, _("name {least} to {most}").format(least=_FEWEST, most=_MOST))
    known = {(link.cause, link.effect): link for link in case.links}
    here = {pair: link for pair, link in known.items() if {*pair} <= {*ids}}
    right = {pair: _told(link, case) for pair, link in here.items() if link.scope != "context"}
    if not right:
        table.wrong("events", _("the data links none of them"), _("name a cause and its effect"))
    neutral = {pair: _told(link, case) for pair, link in here.items() if link.scope == "context"}
    pairs = [(a, b) for a in ids for b in ids if a != b and (a, b) not in here]
    neutral |= {pair: told for pair in pairs if (told := _by_way(pair, known, case))}
    expected = {(one.cause, one.effect): LinkFeedback(one.feedback, one.cites) for one in written.wrong}
    for cause, effect in expected:
        if (cause, effect) not in pairs:
            what = _("'{cause}' to '{effect}' is right, or not between these events")
            table.wrong("wrong", what.format(cause=cause, effect=effect), _("remove it"))
    wrong = {pair: _unlinked(pair, case) for pair in pairs if pair not in neutral} | expected
    lanes = {lane.id: lane.title for lane in case.lanes}
    return LinkQuestion(
        **written.common(),
        items=tuple(Choice(event.id, event.title, lane=lanes[event.lane]) for event in events),
        right=right,
        neutral={pair: told for pair, told in neutral.items() if pair not in expected},
        wrong=wrong,
        expected=tuple(expected),
    )


def _told(link: Link, case: Case) -> LinkFeedback:
    """Return how one led to the other, and who says so."""
    if link.by:
        who = _("That is what {name} concluded, as the reading reports.").format(
            name=case.actor(link.by).name
        )
    elif link.scope == "context":
        who = _("But the reading does not say so: that is known from elsewhere.")
    elif link.scope == "note":
        who = _("So a linked note says.")
    else:
        who = _("The reading itself says so.")
    return LinkFeedback(f"{link.summary} {who}", link.cites)


def _by_way(pair: Pair, known: dict[Pair, Link], case: Case) -> LinkFeedback | None:
    """Return what comes between, where links lead from the one to the other by way of something else."""
    came_from = {pair[0]: ""}
    queue = [pair[0]]
    for cause in queue:
        for one, effect in known:
            if one == cause and effect not in came_from:
                came_from[effect] = cause
                queue.append(effect)
    if pair[1] not in came_from:
        return None
    way = [pair[1]]
    while way[-1] != pair[0]:
        way.append(came_from[way[-1]])
    way.reverse()
    between = case.event(way[1]).title
    said = _("Not directly: it leads there by way of “{between}”. That counts neither for nor against you.")
    cites = (cite for step in pairwise(way) for cite in known[step].cites)
    return LinkFeedback(said.format(between=between), tuple(dict.fromkeys(cites)))


def _unlinked(pair: Pair, case: Case) -> LinkFeedback:
    """Return that nothing links two events, and where it could not be."""
    cause, effect = (case.event(id) for id in pair)
    said = _("The reading does not say that “{cause}” led to “{effect}”.")
    if case.order.before(effect.id, cause.id):
        said = _("“{cause}” came after “{effect}”, so it cannot have led to it.")
    cites = tuple(dict.fromkeys((*cause.cites[:1], *effect.cites[:1])))
    return LinkFeedback(said.format(cause=cause.title, effect=effect.title), cites)
