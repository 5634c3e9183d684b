"""Forms that are made from the data: right, clear, and true to what the sources leave open."""

import re
from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings

import coupdata
from coupdata import Case
from coupdata.model import Event
from coupquiz import check, load_bank
from coupquiz.banks.lint import lint_forms
from coupquiz.core.verdict import Outcome
from coupquiz.keys.options import ChoiceQuestion
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import form, solution
from coupquiz.kinds.claim.kind import Claim
from coupquiz.kinds.match.question import Match
from coupquiz.kinds.order.question import Order
from coupquiz.review.facts import fact_of, facts
from coupquiz.review.forms.sentences import gives_away
from coupquiz.review.review_forms import ReviewForms
from tests.cases import SMALL, cases
from tests.unit.coupquiz.asked import NAMES

CASE = coupdata.load()
FORMS = {case.id: ReviewForms(case) for case in (CASE, SMALL)}
BANK = FORMS[CASE.id].whole_bank()

CLAIMS = [question for question in BANK.questions if isinstance(question, Claim)]

both = pytest.mark.parametrize("case", [CASE, SMALL], ids=lambda case: case.id)


@both
def test_every_event_and_link_of_the_reading_can_come_back(case: Case) -> None:
    """Each has forms of more than one shape; what lies beyond the reading has none."""
    forms = FORMS[case.id]
    told = {event.id for event in case.events if event.scope != "context"}
    assert told == {fact.id for fact in forms.facts.values() if not fact.link}
    assert all(len(forms.of(fact)) > 1 for fact in forms.facts)


def test_there_are_enough_forms() -> None:
    """So many that a fact can come back for weeks and be another question each time."""
    assert len(BANK.questions) >= 150
    assert {question.kind for question in BANK.questions} >= {"single", "multiple", "date", "order", "match"}
    assert {question.kind for question in BANK.questions} >= {"evidence", "fill", "claim"}


@both
def test_an_examiner_finds_nothing_to_mend(case: Case) -> None:
    """No prompt gives its answer away, no right option stands out, each mistake is explained."""
    assert [str(problem) for problem in lint_forms(FORMS[case.id].whole_bank())] == []


@both
def test_every_form_is_sound(case: Case) -> None:
    """Its solution is right, its mistakes are not, and what is said to either rests on sentences."""
    for question in FORMS[case.id].whole_bank().questions:
        right = check(question, solution(question))
        assert right.outcome is Outcome.CORRECT, question.id
        assert right.cites, question.id
        for mistake in KINDS[question.kind].mistakes(question):
            verdict = check(question, mistake)
            assert verdict.score < 1, (question.id, mistake)
            assert verdict.feedback, (question.id, mistake)


@both
def test_open_order_is_never_asked_for(case: Case) -> None:
    """Where the sources do not tell which of two events came first, no form has them decide it."""
    is_before = case.order.before
    for question in FORMS[case.id].whole_bank().questions:
        shape = question.id.removeprefix(f"{question.events[0]}-")
        if isinstance(question, Order):
            ids = [item.id for item in question.items]
            assert all(is_before(one, other) for one, other in combinations(ids, 2)), question.id
        elif isinstance(question, ChoiceQuestion) and shape in ("before", "after", "all-before"):
            about = question.events[0]
            for option in question.options:
                earlier, later = (
                    (option.id, about) if option.right == (shape != "after") else (about, option.id)
                )
                assert is_before(earlier, later), question.id
        elif isinstance(question, ChoiceQuestion) and shape in ("came-first", "came-last"):
            (right,) = (option.id for option in question.options if option.right)
            wrong = [option.id for option in question.options if not option.right]
            first = shape == "came-first"
            assert all(is_before(right, id) if first else is_before(id, right) for id in wrong), question.id


def test_wrong_dates_cannot_be_right() -> None:
    """No option of a form on a date is a date on which the event may have been."""
    for question in BANK.questions:
        if question.id.endswith("-what-then") and isinstance(question, ChoiceQuestion):
            event = CASE.event(question.events[0])
            others = [CASE.event(option.id) for option in question.options if not option.right]
            spans = [coupdata.model.span(one.when) for one in (event, *others)]
            assert not any(coupdata.model.overlap(spans[0], other) for other in spans[1:]), question.id


def test_wrong_causes_are_none() -> None:
    """A wrong cause leads to the effect by no chain of links, nor does the cause to a wrong effect."""
    for question in BANK.questions:
        if question.id.endswith(("-cause", "-effect")) and isinstance(question, ChoiceQuestion):
            cause, effect = question.events
            for option in question.options:
                pair = (option.id, effect) if question.id.endswith("-cause") else (cause, option.id)
                assert _leads(*pair) == option.right, question.id


def test_wrong_causes_have_nothing_to_do_with_the_effect() -> None:
    """Unless it came later, none has anybody in common with that, or with what led to it at any distance."""
    for question in BANK.questions:
        if not (question.id.endswith("-cause") and isinstance(question, ChoiceQuestion)):
            continue
        effect = question.events[1]
        leading = {
            link.cause for link in CASE.links if link.scope != "context" and _leads(link.cause, effect)
        }
        acting = {actor for id in (*leading, effect) for actor in CASE.event(id).involved}
        for option in question.options:
            if not option.right and not CASE.order.before(effect, option.id):
                assert not acting & {*CASE.event(option.id).involved}, question.id


def test_every_link_is_asked_for_in_several_ways() -> None:
    """By itself in three forms and more, and none is among others in half of the forms with several."""
    forms = FORMS[CASE.id]
    links = [fact for fact in forms.facts.values() if fact.link]
    assert all(len(forms.of(fact.id)) >= 3 for fact in links)
    asked = [q for q in BANK.questions if q.id.endswith("-pairs") and isinstance(q, Match)]
    among = Counter((pair.choice.id, pair.right) for question in asked for pair in question.pairs)
    assert len(among) > 8
    assert max(among.values()) < 0.5 * len(asked)


def test_no_verdict_on_a_claim_is_right_for_most() -> None:
    """Whoever always gives the same is wrong more often than not."""
    verdicts = Counter(question.verdict for question in CLAIMS)
    assert min(verdicts.values()) >= 8
    assert max(verdicts.values()) < len(CLAIMS) / 2


def test_what_is_claimed_to_be_unsaid_is() -> None:
    """No order is known, no chain of links leads there, the reading names no other cause."""
    for question in CLAIMS:
        if question.verdict != "not-said":
            continue
        one, other = _named(question)
        assert not {*one.cites} & {*other.cites}, question.id
        assert not _leads(one.id, other.id)
        assert not _leads(other.id, one.id)
        if question.id.endswith("-unsaid-order"):
            assert not CASE.order.before(one.id, other.id)
            assert not CASE.order.before(other.id, one.id)
            assert one.when.edtf == other.when.edtf != ""
            assert not any({one.id, other.id} <= {*each.events} for each in CASE.differences)
        else:
            assert not any(link.effect == other.id for link in CASE.links), question.id
            assert "college" not in one.id or other.id != "frontier-reached"  # "Meanwhile" is between them


def test_no_order_is_taken_for_a_cause() -> None:
    """Only of what one sentence tells together is it claimed that one led to the other, or evidence asked."""
    ends = ("-claim", "-proof")
    asked = [q for q in BANK.questions if q.trains == "cause" and q.id.endswith(ends) and "-to-" in q.id]
    held = {q.events[:2] for q in asked if not (isinstance(q, Claim) and q.verdict == "contradicted")}
    assert ("poland-war", "cost-too-high") in held
    assert not held & {("disorders-ended", "forces-concentrated"), ("cost-too-high", "lenin-decides")}
    assert not held & {("bolsheviks-resolve", "college-attack"), ("lenin-decides", "treaty-of-moscow")}


def test_no_event_is_beside_most_others_in_claims_on_order() -> None:
    """No title gives away that a claim is false, as the earliest would that is always said to be later."""
    seconds = Counter(
        _named(question)[1].id
        for question in CLAIMS
        if question.id.endswith(("-later-claim", "-earlier-claim"))
    )
    assert max(seconds.values()) <= 5


def test_nothing_under_a_date_gives_another() -> None:
    """The sentences of an event that is dated to a day name no other day."""
    for event in CASE.events:
        if event.when.precision == "day" and event.scope != "context":
            texts = " ".join(CASE.sentence(cite).text for cite in event.cites)
            days = re.findall(r"\d+ (?:April|May)", texts)
            assert all(event.when.label.startswith(day) for day in days), event.id


def test_no_sentence_is_known_by_the_title_of_its_event() -> None:
    """More than two thirds of its words stand in the right sentence only if another has as many.

    So it is with each sentence on why an event matters.
    """
    for question in BANK.questions:
        if question.kind == "evidence" and isinstance(question, ChoiceQuestion):
            right = [CASE.sentence(option.id) for option in question.options if option.right]
            wrong = [CASE.sentence(option.id) for option in question.options if not option.right]
            titles = [event.title for event in CASE.events if f"“{event.title}”" in question.prompt]
            matters = re.split(r"(?<=\.) ", question.prompt.partition("? ")[2])
            assert titles or question.id.endswith("-matters-sentence")
            assert not any(gives_away(text, one, wrong) for text in (*titles, *matters) for one in right)


@pytest.mark.parametrize(
    ("title", "right", "given"),
    [
        ("Heavy criticism from the opposition", "b2.5", True),
        ("Bolsheviks arrested", "c3.5", True),
        ("Georgia stays out", "b2.4", False),
        ("Cadets resist, and the attempt fails", "c3.3", False),
    ],
)
def test_shared_words_give_a_sentence_away(title: str, right: str, given: bool) -> None:
    """A title that is nearly the sentence does; one in other words does not, nor if others have as many."""
    others = [CASE.sentence(id) for id in ("b1.2", "b1.4", "c1.2")]
    assert gives_away(title, CASE.sentence(right), others) == given
    assert not gives_away(title, CASE.sentence(right), [*others, CASE.sentence(right)])


def test_nothing_stands_beside_itself() -> None:
    """The treaty and its terms, signed in one act, are never two options of one question."""
    for question in BANK.questions:
        if isinstance(question, ChoiceQuestion):
            assert not {"treaty-of-moscow", "treaty-terms"} <= {option.id for option in question.options}


def test_how_many_are_right_cannot_be_known() -> None:
    """Of the events of which some came before another, one may be, two or three."""
    asked = [q for q in BANK.questions if q.id.endswith("-all-before") and isinstance(q, ChoiceQuestion)]
    counts = Counter(sum(option.right for option in question.options) for question in asked)
    assert {*counts} == {1, 2, 3}
    assert max(counts.values()) < 0.6 * len(asked)


def test_not_always_the_same_events_are_compared() -> None:
    """Hardly two stand beside each other in more than four questions on what came before what."""
    pairs: Counter[frozenset[str]] = Counter()
    for question in BANK.questions:
        if isinstance(question, ChoiceQuestion) and question.trains == "chronology":
            about = question.events[0]
            pairs.update(frozenset((about, option.id)) for option in question.options if option.id != about)
    assert sum(count > 4 for count in pairs.values()) < 0.05 * len(pairs)


def test_forms_are_the_same_everywhere() -> None:
    """The same seed makes the same forms, so that two devices ask the same; another seed, other options."""
    assert ReviewForms(CASE).whole_bank() == BANK
    other = ReviewForms(CASE, "another").whole_bank()
    assert other != BANK
    shared = {question.id for question in BANK.questions} & {question.id for question in other.questions}
    assert len(shared) > 0.9 * len(BANK.questions)


def test_options_can_be_shuffled() -> None:
    """A seed moves the right option from the first place, where it is made."""
    singles = [question for question in BANK.questions if question.kind == "single"]
    first = [form(question, "day").choices[0].id == solution(question) for question in singles]
    assert 0.1 < sum(first) / len(first) < 0.5


@given(cases(12))
@settings(max_examples=20, deadline=None)
def test_forms_of_any_case_can_be_read(case: Case) -> None:
    """Whatever a case leaves out, what is made of it is a bank."""
    forms = ReviewForms(case)
    if any(forms.of(fact) for fact in forms.facts):
        assert forms.whole_bank().questions


@both
def test_fact_ids_are_unique(case: Case) -> None:
    """Tries are told apart by them."""
    ids = [fact.id for fact in facts(case)]
    assert len(ids) == len(set(ids))


def test_questions_of_the_lesson_ask_for_facts() -> None:
    """Many ask for one fact, and those that ask for several, or are not scored, for none."""
    known = facts(CASE)
    asked = {
        q.id: fact.id for name in NAMES for q in load_bank(name).questions if (fact := fact_of(q, known))
    }
    assert asked["treaty-day"] == "treaty-of-moscow"
    assert asked["premier-day"] == "premier-speech"
    assert "to-the-decision" not in asked
    assert "what-decided" not in asked
    assert len(asked) > 15


def _named(question: Claim) -> list[Event]:
    """The events that a claim names, in its order."""
    told = {event.title: event for event in CASE.events}
    return [told[title] for title in re.findall("‘(.+?)’(?= led| took|:|,|\\.)", question.prompt)]


def _leads(one: str, other: str) -> bool:
    """Whether a chain of links leads from an event to another."""
    steps = [link.effect for link in CASE.links if link.cause == one]
    return any(step == other or _leads(step, other) for step in steps)
