"""What a date gets that is put on the axis, worked out by hand; and what is said to two ends and to links."""

from __future__ import annotations

import pytest

from coupdata import load
from coupquiz import Question, check, load_bank
from coupquiz.core.verdict import Outcome
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import form
from tests.cases import SMALL
from tests.unit.coupquiz.asked import LONDON, read

BANK = load_bank("timeline")

DAY, NIGHT, MONTH = "cathedral-burns", "bakery-burns", "building-rules"
OPEN_END, UNDATED, YEAR = "camp", "mayor-hesitates", "dry-summer"


def put(event: str) -> Question:
    """A question for the place of an event of the small case."""
    return read(SMALL, kind="place", event=event)


@pytest.mark.parametrize(
    ("event", "answer", "score"),
    [
        # the source: 4 September 1666
        (DAY, "1666-09-04", 1),
        (DAY, "4 September 1666", 1),
        (DAY, "1666-09-03", 0.25),  # a day off
        (DAY, "1666-09-05", 0.25),
        (DAY, "1666-09-03/1666-09-04", 0.5),  # less exact, and it holds
        (DAY, "[1666-09-04..1666-09-05]", 0.5),  # the night that begins on it
        (DAY, "1666-09-02", 0),
        (DAY, "1666-09", 0.5),
        (DAY, "1666", 0.25),
        (DAY, "1665/1667", 0),
        (DAY, "1666-08", 0),
        (DAY, "undated", 0),
        # the night of 1 to 2 September 1666
        (NIGHT, "[1666-09-01..1666-09-02]", 1),
        (NIGHT, "night of 1-2 September 1666", 1),
        (NIGHT, "1666-09-01/1666-09-02", 1),
        (NIGHT, "1666-09-01", 0.5),  # more exact than the source tells
        (NIGHT, "1666-09-02", 0.5),
        (NIGHT, "1666-09-03", 0),  # one end is two days off
        (NIGHT, "[1666-09-02..1666-09-03]", 0.25),
        (NIGHT, "1666-09-04", 0),
        (NIGHT, "1666-09", 0.5),
        (NIGHT, "no date", 0),
        # February 1667
        (MONTH, "1667-02", 1),
        (MONTH, "February 1667", 1),
        (MONTH, "1667-02-14", 0.5),
        (MONTH, "1667-02-01/1667-02-14", 0.5),  # its first half
        (MONTH, "1667-01-15/1667-02-15", 0.25),  # near: off by less than a month at both ends
        (MONTH, "1667-01", 0),
        (MONTH, "1667-03", 0),
        (MONTH, "1667", 0.25),
        # since the first half of September 1666, with no end
        (OPEN_END, "1666-09-02/1666-09-15", 1),
        (OPEN_END, "1666-09-01/1666-09-15", 1),  # so the sheet draws half a month, and so words mean it
        (OPEN_END, "early September 1666", 1),
        (OPEN_END, "1666-09", 0.5),
        (OPEN_END, "1666-09-16/1666-09-30", 0),
        (OPEN_END, "1666-09-02", 0.5),
        # no date at all
        (UNDATED, "undated", 1),
        (UNDATED, "no day given", 1),
        (UNDATED, "1666-09-02", 0),
        (UNDATED, "1666", 0),
        # the year 1666
        (YEAR, "1666", 1),
        (YEAR, "1667", 0),
        (YEAR, "1666-07", 0.5),
    ],
)
def test_a_date_gets_what_it_is_worth(event: str, answer: str, score: float) -> None:
    """Right as the source has it, part for what is coarse, near or too exact, else nothing."""
    assert check(put(event), answer).score == score


@pytest.mark.parametrize("answer", ["", "soon", "32 September 1666", "1666-13", ["1666"], 1666])
def test_what_is_no_date_is_no_answer(answer: object) -> None:
    """Nor a mistake."""
    assert check(put(DAY), answer).outcome is Outcome.UNANSWERED


def test_a_mistake_that_the_bank_expects_is_spoken_to() -> None:
    """With sentences of its own; the score follows from the rule."""
    verdict = check(BANK.question("place-the-attack"), "3 May 1920")
    assert verdict.score == 0.5
    assert "the date “In brief” gives" in verdict.feedback
    assert verdict.cites == ("s1.3", "c3.1")


def test_a_mark_that_is_put_anywhere_gets_next_to_nothing() -> None:
    """Less than a tenth where the source gives days, and nothing where it gives none."""
    assert 0 < (KINDS["place"].chance(put(DAY)) or 0) < 0.1
    assert KINDS["place"].chance(put(UNDATED)) == 0
    assert 0 < (KINDS["span"].chance(LONDON.question("how-long-it-burned")) or 0) < 0.1


@pytest.mark.parametrize(
    ("id", "start", "end", "score"),
    [
        ("how-long-it-burned", "1666-09-02", "1666-09-06", 1),
        ("how-long-it-burned", "2 September 1666", "6 September 1666", 1),
        ("how-long-it-burned", "1666-09-02", "1666-09-07", 0.625),  # half, and half of a quarter
        ("how-long-it-burned", "1666-09", "1666-09", 0.5),
        ("how-long-it-burned", "1666-09-02", "..", 0.5),
        ("how-long-it-burned", "1666-09-02", "", 0.5),
        ("how-long-it-burned", "..", "..", 0),
        ("how-long-it-burned", "1666-09-06", "1666-09-02", 0),  # it would end before it began
        ("how-long-they-built", "1667", "..", 1),
        ("how-long-they-built", "1667-02", "..", 0.5),  # more exact, and an open end counts no more than that
        ("how-long-they-built", "1665", "..", 0),
        ("how-long-they-built", "", "..", 0),
        ("how-long-they-built", "1667", "1667", 0.5),
    ],
)
def test_two_ends_get_what_they_are_worth(id: str, start: str, end: str, score: float) -> None:
    """Half each; and who only says that an end is open has said nothing yet."""
    assert check(LONDON.question(id), {"start": start, "end": end}).score == score


DRY, BUILT = "dry-summer -> fire-spreads", "building-rules -> rebuilding"


@pytest.mark.parametrize(
    ("links", "score"),
    [
        ([DRY, BUILT], 1),
        ([BUILT, DRY, DRY], 1),
        ([DRY], 0.5),
        ([DRY, "rebuilding -> building-rules"], 0),
        ([DRY, BUILT, "camp -> rebuilding"], 0.5),
        ([DRY, BUILT, "mayor-hesitates -> fire-spreads"], 1),  # known from beyond the reading: neither way
        (["camp -> rebuilding"], 0),
    ],
)
def test_links_get_what_they_are_worth(links: list[str], score: float) -> None:
    """Each right one as much as each wrong one takes away."""
    assert check(LONDON.question("what-led-to-what"), links).score == score


def test_the_wrong_way_round_is_told_apart_from_a_wrong_pair() -> None:
    """And what leads over something else from both."""
    question = BANK.question("links-in-georgia")
    said = {
        part.id: part.feedback
        for part in check(
            question,
            [
                "opposition-criticism -> georgia-stays-out",
                "may-day -> armed-groups",
                "azerbaijan-overthrown -> opposition-criticism",
            ],
        ).parts
    }
    assert said["opposition-criticism -> georgia-stays-out"].startswith("The wrong way round.")
    assert "no more" in said["may-day -> armed-groups"]
    by_way_of = said["azerbaijan-overthrown -> opposition-criticism"]
    assert "it leads there by way of “Georgia stays out”" in by_way_of


def test_a_link_says_on_whose_word_it_rests() -> None:
    """The reading's own, or that of somebody in the story."""
    events = ["poland-war", "cost-too-high", "lenin-decides"]
    question = read(load(), kind="link", events=events)
    parts = check(question, ["poland-war -> cost-too-high", "cost-too-high -> lenin-decides"]).parts
    assert "concluded, as the reading reports." in parts[0].feedback
    assert parts[1].feedback.endswith("The reading itself says so.")
    assert parts[0].cites == ("f2.1",)


def test_the_answers_of_a_class_are_drawn_on_the_axis() -> None:
    """A bar for each date with how many gave it; none where nobody did."""
    question = LONDON.question("put-the-bakery")
    kind = KINDS["place"]
    drawn = kind.picture(question, ["1666-09-02", "2 September 1666", "1665", "undated", None, "soon"])
    assert drawn
    text = drawn.html()
    assert text.count("<rect") == 2
    assert ">2<" in text
    assert kind.picture(question, [None, "undated"]) is None


def test_an_answer_is_read_for_the_script_as_edtf() -> None:
    """However it was typed; what cannot be read is nothing."""
    asked = form(LONDON.question("put-the-bakery"))
    for text, edtf in {
        "night of 1-2 September": "[1666-09-01..1666-09-02]",
        "late September": "1666-09-16/1666-09-30",
        "Sept 1666": "1666-09",
        "1666": "1666",
        "no date": "..",
        "soon": "",
    }.items():
        assert KINDS["place"].read(asked, text, 1666) == edtf


def test_an_event_that_lasted_no_time_has_no_ends() -> None:
    """The bank is told which field to change."""
    with pytest.raises(ValueError, match="choose an event that lasted"):
        read(SMALL, kind="span", event=DAY)
    with pytest.raises(ValueError, match="the data links none of them"):
        read(SMALL, kind="link", events=["plague", "camp", "bakery-burns"])
    with pytest.raises(ValueError, match="is right"):
        read(SMALL, kind="place", event=DAY, wrong=[{"date": "4 September 1666", "feedback": "x"}])
