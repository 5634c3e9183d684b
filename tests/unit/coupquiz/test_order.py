"""Putting events in order: every order that the sources allow, and credit for what holds."""

from itertools import combinations, permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import coupdata
from coupdata import Case
from coupquiz import BankError, Outcome, check
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import solution
from coupquiz.kinds.order.longest import longest
from coupquiz.kinds.order.question import Order
from coupquiz.kinds.precedence import precedence
from tests.cases import SMALL, cases
from tests.unit.coupquiz.asked import ASKED, LONDON, QUESTIONS, read

ORDERS = [question for question in QUESTIONS if isinstance(question, Order)]
each_order = pytest.mark.parametrize("question", ORDERS, ids=lambda question: question.id)

OWN = coupdata.load()
CHAIN = [
    *("revolution-1917", "azerbaijan-campaign", "premier-speech"),
    *("mobilisation", "college-attack", "treaty-of-moscow"),
]
DAYS = LONDON.question("days-in-order")
"""Summer 1666 and night of 1–2 September are in any order; the mayor hesitates after the bakery."""


def question_on(case: Case, ids: list[str]) -> Order | None:
    """The question for the order of these events; None where nothing is known of it."""
    try:
        question = read(case, kind="order", events=ids)
    except BankError:
        assert not any(case.order.before(a, b) for a in ids for b in ids)
        return None
    assert isinstance(question, Order)
    return question


def common(a: list[str], b: list[str]) -> int:
    """The length of the longest common subsequence, tried out."""
    lengths = range(len(a), 0, -1)
    return next(n for n in lengths if any(set_of(b, chosen) == list(chosen) for chosen in combinations(a, n)))


def set_of(order: list[str], chosen: tuple[str, ...]) -> list[str]:
    """The chosen items as they stand in an order."""
    return [item for item in order if item in chosen]


def allowed(case: Case, ids: list[str]) -> list[list[str]]:
    """Every order that the case allows, tried out."""
    return [
        list(ids)
        for ids in permutations(ids)
        if not any(case.order.before(b, a) for a, b in combinations(ids, 2))
    ]


@pytest.mark.slow
@settings(max_examples=200)
@given(cases(12), st.data())
def test_the_score_is_that_of_the_nearest_order_that_is_allowed(case: Case, data: st.DataObject) -> None:
    """The number of events, less two for each that is not in the longest common subsequence with it."""
    ids = [event.id for event in case.events]
    asked = data.draw(st.lists(st.sampled_from(ids), min_size=min(3, len(ids)), max_size=5, unique=True))
    question = question_on(case, asked)
    if not question:
        return
    answer = data.draw(st.permutations(asked))
    best = max(common(answer, right) for right in allowed(case, asked))
    verdict = check(question, answer)
    assert verdict.score == pytest.approx(max(0, len(asked) - 2 * (len(asked) - best)) / len(asked))
    assert (verdict.outcome is Outcome.CORRECT) == (answer in allowed(case, asked))
    told = len(verdict.parts)
    assert [part.id for part in verdict.parts] == answer[1 : told + 1]
    for place, part in enumerate(verdict.parts, 1):
        assert part.right is not any(case.order.before(part.id, earlier) for earlier in answer[:place])
        assert part.right or place == told
    assert told == len(asked) - 1 or verdict.parts[-1].right is False


@pytest.mark.slow
@given(cases(12), st.data())
def test_fewer_pairs_the_wrong_way_round_never_score_less(case: Case, data: st.DataObject) -> None:
    """Two neighbours put right make an answer better, as does an event that was missing, put at its place."""
    ids = [event.id for event in case.events]
    question = question_on(
        case, data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=12, unique=True))
    )
    if not question:
        return
    answer = data.draw(st.permutations(question.events))
    for place in range(len(answer) - 1):
        if case.order.before(answer[place + 1], answer[place]):
            better = list(answer)
            better[place : place + 2] = better[place + 1], better[place]
            assert check(question, better).score >= check(question, answer).score
    for id in answer:
        assert check(question, answer).score >= check(question, [i for i in answer if i != id]).score


@given(st.integers(0, 60), st.randoms(use_true_random=False))
def test_the_longest_is_found_however_many_there_are(size: int, rng: Random) -> None:
    """A chain in reverse keeps one; with nothing known, all; turned pairs keep one of each two."""
    items = [str(number) for number in range(size)]
    assert longest(items, lambda a, b: int(a) > int(b)) == min(size, 1)
    assert longest(items, lambda *_: False) == size
    pairs = {(items[i], items[i + 1]) for i in range(0, size - 1, 2)}
    rng.shuffle(items)
    turned = sum(items.index(a) > items.index(b) for a, b in pairs)
    assert longest(items, lambda a, b: (a, b) in pairs) == size - turned


@pytest.mark.parametrize(
    ("answer", "score"),
    [
        ("abcdef", 1.0),
        ("bacdef", 4 / 6),
        ("bcdefa", 4 / 6),  # one event, however far from its place
        ("badcef", 2 / 6),
        ("badcfe", 0.0),
        ("fedcba", 0.0),
        ("abc", 0.0),
        ("abcde", 4 / 6),
        ("a", 0.0),
    ],
)
def test_each_event_in_the_wrong_place_costs_two(answer: str, score: float) -> None:
    """And each that is missing; with six events in a chain."""
    ids = dict(zip("abcdef", CHAIN, strict=True))
    question = read(OWN, kind="order", events=CHAIN)
    assert check(question, [ids[letter] for letter in answer]).score == pytest.approx(score)


@each_order
def test_an_order_as_it_is_shown_can_be_handed_in(question: Order) -> None:
    """By a button, without moving anything: it is an answer as any other; without it there is none."""
    shown = KINDS["order"].form(question)
    page = KINDS["order"].page(shown).html()
    assert page.count('class="keep"') == 1
    assert "Keep this order" in page
    ids = [choice.id for choice in shown.choices]
    assert check(question, ids).outcome is not Outcome.UNANSWERED
    assert "keep the order as it is" in check(question, []).feedback


@each_order
def test_chance_gets_little(question: Order) -> None:
    """The mean over all orders, and the same on each run."""
    ids = [item.id for item in question.items]
    every = [check(question, list(order)).score for order in permutations(ids)] if len(ids) < 6 else []
    chance = KINDS["order"].chance(question)
    assert not every or chance == pytest.approx(sum(every) / len(every))
    assert 0.1 < chance < 0.3
    assert KINDS["order"].chance(question) == chance


def test_chance_with_many_events_is_sampled() -> None:
    """Not tried out: twelve have 479 million orders."""
    events = [event.id for event in OWN.events if event.when.precision in ("day", "night", "month", "year")]
    question = read(OWN, kind="order", events=events[:12])
    assert 0 <= KINDS["order"].chance(question) < 0.3


@each_order
def test_either_order_is_right_where_the_reading_leaves_it_open(question: Order) -> None:
    """Neighbours of which nothing is known may change places, and the feedback says why."""
    right = [item.id for item in question.items]
    for pair in question.relations:
        place = right.index(pair.first)
        if pair.known or right[place + 1] != pair.second:
            continue
        turned = [*right[:place], pair.second, pair.first, *right[place + 2 :]]
        for answer in (right, turned):
            verdict = check(question, answer)
            assert verdict.outcome is Outcome.CORRECT
            assert pair.why in verdict.feedback
            assert "either way round" in pair.why
            assert set(pair.cites) <= set(verdict.cites)


@each_order
def test_the_first_wrong_place_is_explained(question: Order) -> None:
    """By dates, words or causes, with the sentences; what comes before it is called right."""
    for answer in KINDS["order"].mistakes(question):
        verdict = check(question, answer)
        *before, wrong = verdict.parts
        assert all(part.right and part.feedback for part in before)
        assert wrong.right is False
        assert verdict.feedback == wrong.feedback
        assert wrong.cites
        earlier = answer[: answer.index(wrong.id)]
        assert len(before) == len(earlier) - 1
        known = [pair for pair in question.relations if pair.known and pair.first == wrong.id]
        assert [pair for pair in known if pair.second in earlier and pair.why in wrong.feedback]


def test_the_key_is_that_of_the_case() -> None:
    """Every pair that is known in a question is known in the case, and no other."""
    for question, case in ASKED:
        for pair in question.relations if isinstance(question, Order) else ():
            assert pair.known == case.order.before(pair.first, pair.second)
            assert not case.order.before(pair.second, pair.first)


def test_a_wrong_place_is_found_behind_what_is_open() -> None:
    """The bakery burned before the mayor hesitated, and the summer between is open."""
    verdict = check(
        DAYS, ["mayor-hesitates", "dry-summer", "bakery-burns", "cathedral-burns", "building-rules"]
    )
    assert [(part.id, part.right) for part in verdict.parts] == [
        ("dry-summer", True),
        ("bakery-burns", False),
    ]
    assert "“A bakery burns” is too late. The reading puts “A bakery burns” before “" in verdict.feedback
    assert verdict.score == 0.6  # one event would have to move


def test_the_plainest_reason_is_given() -> None:
    """Of the events before which one belongs, not the nearest but one with a date or a word for it."""
    question = read(OWN, kind="order", events=["may-day", "college-attack", "lenin-decides"])
    _, wrong = check(question, ["college-attack", "lenin-decides", "may-day"]).parts
    assert wrong.feedback.startswith(
        "“May Day unrest in Tiflis” is too late. The dates decide: “May Day unrest in Tiflis” ("
    )
    _, wrong = check(DAYS, ["dry-summer", "building-rules", "mayor-hesitates", "bakery-burns"]).parts
    assert wrong.feedback == (
        "“The mayor hesitates” is too late. “The mayor hesitates” comes before “New rules for building”, "
        "with “The fire spreads through the City” between them."
    )


def test_who_starts_with_the_latest_is_told_so() -> None:
    """In a whole order with nothing right in it; not where a single pair is turned."""
    turned = solution(DAYS)[::-1]
    verdict = check(DAYS, turned)
    assert verdict.feedback.startswith("You seem to have started with the latest. “")
    assert verdict.feedback == verdict.parts[-1].feedback
    assert "latest" not in check(DAYS, turned[:-1]).feedback
    for answer in KINDS["order"].mistakes(DAYS):
        assert "started with the latest" not in check(DAYS, answer).feedback


def test_what_the_bank_says_to_a_right_order_is_said() -> None:
    """Before what is open in it."""
    assert check(DAYS, solution(DAYS)).feedback.startswith(
        "This order is right. How long the mayor hesitated, "
    )


def test_events_that_are_missing_are_asked_for() -> None:
    """A good beginning scores what it holds, and is told so."""
    verdict = check(DAYS, ["bakery-burns", "mayor-hesitates", "cathedral-burns"])
    assert verdict.outcome is Outcome.PARTLY
    assert verdict.score == 0.2
    assert "2 of 5 events still to place" in verdict.feedback
    assert check(DAYS, ["building-rules"]).score == 0.0


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (
            "bakery-burns",
            "cathedral-burns",
            "(night of 1–2 September 1666) comes before “St Paul's Cathedral burns” (4 Sept",
        ),
        ("bakery-burns", "mayor-hesitates", "The reading puts “A bakery burns” before “The mayor hesitates”"),
        (
            "mayor-hesitates",
            "fire-spreads",
            "comes before “The fire spreads through the City”: No gaps were made",
        ),
        (
            "mayor-hesitates",
            "building-rules",
            "comes before “New rules for building”, with “The fire spreads through the City” between them.",
        ),
        ("camp", "cathedral-burns", "the dates, since earlier September 1666 and 4 September 1666, overlap"),
        ("mayor-hesitates", "camp", "there is no date for “The mayor hesitates”, and nothing"),
        ("dry-summer", "bakery-burns", "can go either way round"),
        (
            "fire-spreads",
            "cathedral-burns",
            "(2–6 September 1666) began before “St Paul's Cathedral burns” (4 September 1666).",
        ),
    ],
)
def test_what_is_known_of_two_events_is_said_in_words(first: str, second: str, why: str) -> None:
    """Dates, the source's words, causes, chains of these; or why it is open."""
    assert why in precedence(SMALL.event(first), SMALL.event(second), SMALL).why


def test_of_what_comes_between_what_is_asked_is_named() -> None:
    """All of it where nothing of it is asked; the way over dates is a single step."""
    first, last = OWN.event("may-day"), OWN.event("lenin-decides")
    way = [reason.later for reason in OWN.order.why(first.id, last.id)][:-1]
    every = [OWN.event(id).title for id in way]
    assert len(every) > 2
    unasked = precedence(first, last, OWN).why
    assert all(f"“{title}”" in unasked for title in every)
    assert f"“{every[-2]}” and “{every[-1]}” between them." in unasked
    asked = precedence(first, last, OWN, [first.id, way[1], last.id])
    assert asked.why == f"“{first.title}” comes before “{last.title}”, with “{every[1]}” between them."
    assert asked.steps == len(way) + 1
    assert precedence(SMALL.event("bakery-burns"), SMALL.event("building-rules"), SMALL).steps == 1
