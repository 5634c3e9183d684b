"""The card of an event: everything that is known of it, and nothing that is not."""

from collections.abc import Iterator
from typing import Any

import pytest
from traitlets import TraitError

from coupdata import Case
from coupdata.model import Event
from coupdata.views.event_explorer.card import card, invitation
from coupdata.views.event_explorer.card_widget import Card
from coupdata.views.event_explorer.widget import explorer
from coupdata.views.html.palette import event_side, side_style
from tests.cases import HOSTILE, hostile
from tests.markup import Markup


def elements(page: list[Any]) -> Iterator[tuple[str, dict[str, str], str]]:
    """Every element of JsonML: its name, its attributes, its text."""
    yield page[0], page[1], text(page)
    for child in page[2:]:
        if not isinstance(child, str):
            yield from elements(child)


def whole(case: Case, event: Event) -> Iterator[tuple[str, dict[str, str], str]]:
    """Every element of an event's card, where what is beyond the source is asked for too."""
    return elements(card(case, event, context=True).jsonml())


def text(page: list[Any]) -> str:
    """All text in JsonML."""
    return "".join(child if isinstance(child, str) else text(child) for child in page[2:])


def told(case: Case, event: Event) -> str:
    """What the card of an event says."""
    return text(card(case, event, context=True).jsonml())


def test_every_card_says_what_when_where_and_why(case: Case) -> None:
    """Title, summary and importance; the date and how sure it is; the place, or that it is not told."""
    for event in case.events:
        words = told(case, event)
        assert event.title in words
        assert event.summary in words
        assert event.matters in words
        assert (case.place(event.place).name if event.place else "not given") in words
        undated = event.when.precision == "undated"
        assert ("no day given" if undated else event.when.label) in words
        assert "The source gives" in words


def test_the_sources_own_words_for_the_time_are_quoted(case: Case) -> None:
    """Where it has any."""
    quoted = [event for event in case.events if event.when.as_written]
    assert quoted
    for event in case.events:
        assert bool(event.when.as_written) == ("In its words" in told(case, event))
        assert event.when.as_written in told(case, event)


def test_a_card_without_a_date_says_what_came_before_and_after(case: Case) -> None:
    """The nearest events that are known to have come before and after, by their titles."""
    undated = [event for event in case.events if event.when.precision == "undated"]
    assert undated
    for event in undated:
        before = [e for e in case.events if case.order.before(e.id, event.id)]
        after = [e for e in case.events if case.order.before(event.id, e.id)]
        nearest = [e for e in before if not any(case.order.before(e.id, b.id) for b in before)]
        nearest += [e for e in after if not any(case.order.before(a.id, e.id) for a in after)]
        (order,) = [words for name, attributes, words in whole(case, event)
                    if attributes.get("class") == "quiet" and "The source gives" in words]  # fmt: skip
        assert all(f"“{e.title}”" in order for e in nearest)
        others = {e.title for e in case.events} - {e.title for e in nearest}
        assert not any(f"“{title}”" in order for title in others)
        assert bool(nearest) != ("Nor does it say" in order)


def test_every_card_names_all_who_take_part(case: Case) -> None:
    """With their part in it; where nobody is named it says so."""
    for event in case.events:
        words = told(case, event)
        assert all(case.actor(id).name in words for id in event.involved)
        parts = (("Who acts", event.actors), ("Against", event.against), ("Concerns", event.concerns))
        terms = [words for name, _, words in whole(case, event) if name == "dt"]
        assert terms == [part for part, ids in parts if ids]
        assert bool(event.involved) != ("We are not told who acted" in words)


def test_doubts_and_differences_stand_on_the_card(case: Case) -> None:
    """The source's hedge with what it covers, and every account of what it tells in different ways."""
    for event in case.events:
        words = told(case, event)
        assert bool(event.hedge) == ("In doubt" in words)
        if event.hedge:
            assert f"{event.hedge.covers} (“{event.hedge.words}”)." in words
        for difference in case.differences:
            if event.id in difference.events:
                assert difference.title in words
                assert all(account.says in words for account in difference.accounts)
                assert all(account.where.capitalize() in words for account in difference.accounts)


def test_causes_and_effects_can_be_followed(case: Case) -> None:
    """Each is a button that leads to its event, says how, and who claims it."""
    followed = 0
    for event in case.events:
        buttons = [(a["data-event"], words) for name, a, words in whole(case, event)
                   if name == "button"]  # fmt: skip
        causes = [link.cause for link in case.links if link.effect == event.id]
        effects = [link.effect for link in case.links if link.cause == event.id]
        assert buttons == [(id, case.event(id).title) for id in causes + effects]
        for link in case.links:
            if event.id in (link.cause, link.effect):
                assert link.summary in told(case, event)
                assert link.by is None or f"Claimed by: {case.actor(link.by).name}" in told(case, event)
                followed += 1
    assert followed == 2 * len(case.links)


def test_every_card_quotes_the_sentences_on_which_it_stands(case: Case) -> None:
    """With their numbers."""
    for event in case.events:
        words = told(case, event)
        assert all(f"{cite} {case.sentence(cite).text}" in words for cite in event.cites)


def test_what_the_article_does_not_tell_names_its_source(case: Case) -> None:
    """A linked note, or something beyond the article."""
    beyond = [event for event in case.events if event.scope != "article"]
    assert beyond
    for event in case.events:
        words = told(case, event)
        assert ("Beyond the article" in words) == (event.scope == "context")
        if event.scope != "article":
            assert case.source(event.source).title in words


def test_the_card_has_the_shape_and_colour_of_the_chart(case: Case) -> None:
    """A screen reader hears nothing of it."""
    for event in case.events:
        style = side_style(case, event_side(case, event))
        (glyph,) = [(attributes, words) for _, attributes, words in whole(case, event)
                    if attributes.get("aria-hidden") == "true"]  # fmt: skip
        assert glyph == ({"style": f"color:{style.colour}", "aria-hidden": "true"}, style.glyph)


def test_a_card_leads_only_to_what_is_asked_for(case: Case) -> None:
    """What is beyond the source is offered where it is shown, and nowhere else."""
    for event in (event for event in case.events if event.scope != "context"):
        drawn = elements(card(case, event).jsonml())
        led = [case.event(attributes["data-event"]) for name, attributes, _ in drawn if name == "button"]
        assert all(other.scope != "context" for other in led)
    for event in (event for event in case.events if event.scope == "context"):
        with pytest.raises(TraitError, match="is beyond the source"):
            explorer(case).selected = event.id
        explorer(case, context=True).selected = event.id


def test_the_invitation_tells_the_story_in_its_key_events(case: Case) -> None:
    """When, on what, and how it ended, before anything is chosen; each leads to its card."""
    drawn = list(elements(invitation(case).jsonml()))
    led = [attributes["data-event"] for name, attributes, _ in drawn if name == "button"]
    assert led == [event.id for event in case.events if event.key and event.scope != "context"]
    words = " ".join(said for *_, said in drawn)
    assert led
    for event in map(case.event, led):
        assert event.title in words
        assert event.when.told in words


def test_a_card_follows_what_is_chosen(case: Case) -> None:
    """An invitation before and after; an unknown event is an error."""
    view = Card(case)
    assert view.page == invitation(case).jsonml()
    for event in case.events:
        view.selected = event.id
        assert view.page == card(case, event).jsonml()
    view.selected = ""
    assert view.page == invitation(case).jsonml()
    with pytest.raises(KeyError, match="no event 'nothing'"):
        Card(case, "nothing")


def test_no_markup_in_data_becomes_markup(case: Case) -> None:
    """In the HTML for print and nbconvert, whatever people wrote is text."""
    evil = hostile(case)
    for page in (invitation(evil), *(card(evil, event) for event in evil.events)):
        read = Markup(page.html())
        assert not {"img", "script"} & {tag for tag, _ in read.elements}
        assert not any("onerror" in attributes for _, attributes in read.elements)
        assert HOSTILE in read.text
