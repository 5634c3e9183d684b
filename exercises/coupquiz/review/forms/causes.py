"""Forms on cause and effect, as the reading has them."""

from __future__ import annotations

from collections.abc import Iterator

from coupdata.i18n import _
from coupdata.model import Event, Link
from coupquiz.kinds.precedence import precedence
from coupquiz.review.forms.draft import Draft, joined
from coupquiz.review.forms.related import may_be_one
from coupquiz.review.forms.sentences import evidence
from coupquiz.review.forms.told import Told

_WRONG = 3  # options
_FEWEST = 2


def cause_forms(link: Link, fact: str, told: Told, seed: str) -> Iterator[Draft]:
    """Yield the forms on what led to what."""
    yield from _choice(link, fact, told, seed, led_to=False)
    yield from _choice(link, fact, told, seed, led_to=True)
    yield from _proof(link, fact, told, seed)
    yield from _pairs(link, fact, told)
    yield from _claim(link, fact, told)


def _choice(link: Link, fact: str, told: Told, seed: str, *, led_to: bool) -> Iterator[Draft]:
    """Yield which of some events came of the cause (what it led to), or else which led to the effect."""
    cause, effect = told.case.event(link.cause), told.case.event(link.effect)
    if led_to:
        shape, asked, right = "effect", cause, effect
        prompt = _("According to the reading, what came of this: “{cause}”?").format(cause=cause.title)
        impossible = _("What came earlier cannot have come of it.")
        unsaid = _("The reading does not say that this came of it.")
    else:
        shape, asked, right = "cause", effect, cause
        prompt = _("According to the reading, what led to this: “{effect}”?").format(effect=effect.title)
        impossible = _("What came later cannot have led to it.")
        unsaid = _("The reading does not say that this led to it.")
    wrong = told.near(asked, _others(cause, effect, told, led_to=led_to), _WRONG, f"{seed} {shape}")
    if len(wrong) < _FEWEST:
        return
    options = [_right(link, right.id)]
    for other in wrong:
        earlier, later = (other, cause) if led_to else (effect, other)
        if told.case.order.before(earlier.id, later.id):
            pair = precedence(earlier, later, told.case)
            options.append(_wrong(other, impossible, pair.why, pair.cites))
        else:
            options.append(_wrong(other, unsaid, other.summary, other.cites))
    yield _draft(link, fact, shape, "single", prompt=prompt, option=options)


def _others(cause: Event, effect: Event, told: Told, *, led_to: bool) -> list[Event]:
    """Return the events that certainly did not come of a cause, or certainly did not lead to its effect."""
    found = []
    for other in told.events:
        one, two = (cause, other) if led_to else (other, effect)
        if may_be_one(other, cause) or may_be_one(other, effect):
            continue
        if told.case.order.before(two.id, one.id) or told.causes.are_unrelated(one, two):
            found.append(other)
    return found


def _proof(link: Link, fact: str, told: Told, seed: str) -> Iterator[Draft]:
    """Yield which of some sentences is part of the evidence; none where none tells of both events."""
    case = told.case
    cause, effect = case.event(link.cause), case.event(link.effect)
    causes = [
        case.event(one.cause) for one in case.links if one.effect == effect.id and one.scope != "context"
    ]
    prompt = _("“{cause}” led to “{effect}”. Which sentence is evidence of that?")
    prompt = prompt.format(cause=cause.title, effect=effect.title)
    right, shown = told.best_sentence("", link.summary, link.cites), [cause.title, effect.title]
    if right.id not in told.causes.saying(link):
        return
    if values := evidence(told, prompt, right, link.summary, [effect, *causes], shown, f"{seed} proof"):
        cites = joined([right.id], link.cites)
        yield Draft(fact, "proof", {**values, "cites": cites, "trains": "cause", "level": 2})


def _pairs(link: Link, fact: str, told: Told) -> Iterator[Draft]:
    """Yield causes to be matched with their effects, where no two of the effects can be exchanged."""
    case = told.case
    if others := told.causes.partners.get(link):
        pairs = [
            {
                "id": one.cause,
                "left": case.event(one.cause).title,
                "right": case.event(one.effect).title,
                "feedback": one.summary,
                "cites": list(one.cites),
            }
            for one in (link, *others)
        ]
        prompt = _("What led to what? Match each event with what came of it.")
        yield _draft(link, fact, "pairs", "match", prompt=prompt, pair=pairs)


def _claim(link: Link, fact: str, told: Told) -> Iterator[Draft]:
    """Yield the claim that one led to the other; the wrong way round where only their order is told."""
    cause, effect = told.case.event(link.cause), told.case.event(link.effect)
    turned = not told.causes.saying(link)
    one, two = (effect, cause) if turned else (cause, effect)
    back = _("It is the other way round. {summary}").format(summary=link.summary)
    right = _("The reading has it the other way round. {summary}").format(summary=link.summary)
    known = _("The reading does settle this. {how}") if turned else _("The reading does say so. {how}")
    feedback = {
        "supported": back if turned else link.summary,
        "contradicted": right if turned else _("It does say so. {how}").format(how=link.summary),
        "not-said": known.format(how=link.summary),
    }
    values = {"verdict": "contradicted" if turned else "supported", "feedback": feedback}
    yield _draft(link, fact, "claim", "claim", prompt=cause_claim(one, two), **values)


def cause_claim(cause: Event, effect: Event) -> str:
    """Return the claim that an event led to another."""
    return _("‘{cause}’ led to ‘{effect}’.").format(cause=cause.title, effect=effect.title)


def _right(link: Link, event: str) -> dict[str, object]:
    return {"event": event, "right": True, "feedback": link.summary, "cites": list(link.cites)}


def _wrong(shown: Event, said: str, why: str, cites: tuple[str, ...]) -> dict[str, object]:
    return {"event": shown.id, "feedback": f"{said} {why}", "cites": list(cites)}


def _draft(link: Link, fact: str, shape: str, kind: str, **values: object) -> Draft:
    about = {"cites": list(link.cites), "trains": "cause", "events": [link.cause, link.effect]}
    return Draft(fact, shape, {"kind": kind, "level": 2, **about, **values})
