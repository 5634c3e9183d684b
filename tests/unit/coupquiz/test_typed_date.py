"""Dates as people type them, and how they are held against the source's."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import coupdata
from coupdata import Case
from coupdata.model import span
from coupdata.model.date_labels import day_name
from coupquiz import BankError, Outcome, check
from coupquiz.kinds import KINDS
from coupquiz.kinds.date.question import Date
from coupquiz.parsing.dates import read_date
from tests.cases import SMALL, cases
from tests.unit.coupquiz.asked import LONDON, QUESTIONS, read

CASE = coupdata.load()
DATES = [question for question in QUESTIONS if type(question) is Date]
NIGHT = read(CASE, kind="date", event="college-attack")


def days(first: str, last: str = "") -> tuple[date, date]:
    """Two days, or one twice."""
    return date.fromisoformat(first), date.fromisoformat(last or first)


MAY_2_3 = days("1920-05-02", "1920-05-03")
MAY_1 = days("1920-05-01")
MAY_3 = days("1920-05-03")
MAY = days("1920-05-01", "1920-05-31")
YEAR = days("1920-01-01", "1920-12-31")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2-3 May 1920", MAY_2_3),
        ("2–3 May 1920", MAY_2_3),
        ("2 - 3 may 1920", MAY_2_3),
        ("2 or 3 May 1920", MAY_2_3),
        ("2/3 May 1920", MAY_2_3),
        ("2 May to 3 May 1920", MAY_2_3),
        ("2 May 1920 - 3 May 1920", MAY_2_3),
        ("night of 2 to 3 May", MAY_2_3),
        ("the night of May 2 to 3", MAY_2_3),
        ("the night of the 2nd to the 3rd of May, 1920", MAY_2_3),
        ("on the night of 2 May 1920", MAY_2_3),
        ("between 2 and 3 May 1920", MAY_2_3),
        ("May 2-3, 1920", MAY_2_3),
        ("2.-3.5.1920", MAY_2_3),
        ("2.5.1920 - 3.5.1920", MAY_2_3),
        ("2.5. - 3.5.", MAY_2_3),
        ("[1920-05-02..1920-05-03]", MAY_2_3),
        ("1920-05-02/1920-05-03", MAY_2_3),
        ("May 3, 1920", MAY_3),
        ("3 May 1920", MAY_3),
        ("3rd May 1920", MAY_3),
        ("the 3rd of May", MAY_3),
        ("Monday, 3 May 1920", MAY_3),
        ("MAY 3 1920", MAY_3),
        ("  3   may\t1920 ", MAY_3),
        ("1920 May 3", MAY_3),
        ("3.5.1920", MAY_3),
        ("03.05.1920", MAY_3),
        ("3/5/1920", MAY_3),
        ("3-5-1920", MAY_3),
        ("3.5.20", MAY_3),
        ("3.5.", MAY_3),
        ("3/5", MAY_3),
        ("1920-05-03", MAY_3),
        ("1920/5/3", MAY_3),
        ("1920.05.03", MAY_3),
        ("about 3 May 1920", MAY_3),
        ("1920-05-03?", MAY_3),
        ("３ Ｍａｙ １９２０", MAY_3),
        ("٣ May ١٩٢٠", MAY_3),
        ("1920", YEAR),
        ("in the year 1920", YEAR),
        ("c. 1920", YEAR),
        ("1920~", YEAR),
        ("May 1920", MAY),
        ("in May", MAY),
        ("1920-05", MAY),
        ("month of May 1920", MAY),
        ("April-May 1920", days("1920-04-01", "1920-05-31")),
        ("April 1920", days("1920-04-01", "1920-04-30")),
        ("Apr. 1920", days("1920-04-01", "1920-04-30")),
        ("Sept 1920", days("1920-09-01", "1920-09-30")),
        ("later April 1920", days("1920-04-16", "1920-04-30")),
        ("since late April", days("1920-04-16", "1920-04-30")),
        ("end of April 1920", days("1920-04-16", "1920-04-30")),
        ("towards the end of April", days("1920-04-16", "1920-04-30")),
        ("the second half of April 1920", days("1920-04-16", "1920-04-30")),
        ("2nd half of april", days("1920-04-16", "1920-04-30")),
        ("latter part of April", days("1920-04-16", "1920-04-30")),
        ("the last part of April", days("1920-04-16", "1920-04-30")),
        ("the later part of April", days("1920-04-16", "1920-04-30")),
        ("first half of May", days("1920-05-01", "1920-05-15")),
        ("early May 1920", days("1920-05-01", "1920-05-15")),
        ("mid-May 1920", days("1920-05-11", "1920-05-20")),
        ("middle of May", days("1920-05-11", "1920-05-20")),
        ("30 April - 1 May 1920", days("1920-04-30", "1920-05-01")),
        ("from 30 April to 2 May", days("1920-04-30", "1920-05-02")),
        ("1918-1919", days("1918-01-01", "1919-12-31")),
        ("1918-19", days("1918-01-01", "1919-12-31")),
        ("1918 to 1919", days("1918-01-01", "1919-12-31")),
        ("1918/1919", days("1918-01-01", "1919-12-31")),
        ("24 July 1918 – 18 March 1921", days("1918-07-24", "1921-03-18")),
        ("until 1919", days("1919-01-01", "1919-12-31")),
        ("1920s", days("1920-01-01", "1929-12-31")),
        ("192X", days("1920-01-01", "1929-12-31")),
        ("3 May 1920 or later", (MAY_3[0], date.max)),
        ("3 May 1920 or earlier", (date.min, MAY_3[0])),
        ("29 February 1920", days("1920-02-29")),
        *(
            (typed, MAY_1)
            for typed in (
                *("1-May-1920", "01-May-20", "1/May/1920", "1.May.1920", "1.May.20", "1-may", "May-1-1920"),
                *("1920-May-1", "1 May '20", "1 May ’20", "May 1, ’20", "1 May 20", "01 May 20", "May-1"),
                *("1. 5. 1920", "1 / 5 / 1920", "1. 5. 20", "1. 5.", "01. 05. 1920", "1 . 5 . 1920"),
                *("Sat 1 May 1920", "Sat. 1 May", "Sat, 1-May-1920", "Tues 1 May 1920"),
                *("first of May 1920", "first May", "May the first, 1920", "the first day of May"),
                *("morning of 1 May", "1 May 1920, late evening", "early morning of 1 May", "1 May, noon"),
                *("1.V.1920", "1 V 1920", "1.v.20", "1-V-1920", "1920. 5. 1.", "1920 / 5 / 1", "1.5.'20"),
                *("late in the evening of 1 May", "in the early morning of 1 May", "1 May at noon"),
                *("the small hours of 1 May", "~1 May 1920", "1 May ~1920"),
            )
        ),
        *(
            (typed, MAY_2_3)
            for typed in (
                *("2.–3. 5. 1920", "2. - 3. 5. 1920", "2./3. 5. 1920", "2.-3. May", "2-3-May-1920"),
                *("2 & 3 May", "2&3 May", "2nd & 3rd of May", "2 + 3 May", "2~3 May", "2 ~ 3 May 1920"),
                *("2-May-1920 - 3-May-1920", "2-May-20 to 3-May-20", "2/May/1920–3/May/1920", "2..3 May"),
                *(
                    "evening of 2 May to morning of 3 May",
                    "from the evening of 2 to the morning of 3 May 1920",
                ),
                *(
                    "2 May, evening – 3 May, morning",
                    "second and third of May",
                    "second to third of May 1920",
                ),
                *(
                    "the night from the second to the third of May",
                    "2 thru 3 May",
                    "2 til 3 May",
                    "2-3.V.1920",
                ),
            )
        ),
        ("seventh of May", days("1920-05-07")),
        ("the twenty-first of May, 1920", days("1920-05-21")),
        ("twenty first of May", days("1920-05-21")),
        ("thirty-first of May", days("1920-05-31")),
        ("twelfth May", days("1920-05-12")),
        ("30-April-1920–2-May-1920", days("1920-04-30", "1920-05-02")),
        ("30-Apr – 2-May", days("1920-04-30", "1920-05-02")),
        ("May-1920", MAY),
        ("May ’20", MAY),
        ("1920-May", MAY),
        ("May 2-30", days("1920-05-02", "1920-05-30")),
        ("10-20 May", days("1920-05-10", "1920-05-20")),
        ("between 2 and 29 April", days("1920-04-02", "1920-04-29")),
    ],
)
def test_dates_are_read_as_people_type_them(typed: str, expected: tuple[date, date]) -> None:
    """Days, nights, spans, months, parts of months and years, with or without the year."""
    found = read_date(typed, 1920)
    assert found
    assert (found.first, found.last) == expected


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("3.5.1920", "3 May 1920"),
        ("5/13/1920", "13 May 1920"),
        ("13/5/1920", "13 May 1920"),
        ("5.5.1920", "5 May 1920"),
        ("1920/5/3", "3 May 1920"),
        ("May 3", "3 May 1920"),
        ("night of 2 May", "night of 2–3 May 1920"),
        ("2-3 May", "2–3 May 1920"),
        ("late april", "later April 1920"),
        ("April to may", "April–May 1920"),
        ("1918-19", "1918–1919"),
        ("1920-05-01/..", "since 1 May 1920"),
    ],
)
def test_how_a_date_was_read_is_said(typed: str, label: str) -> None:
    """In full, whatever was left out."""
    found = read_date(typed, 1920)
    assert found
    assert found.label == label


@pytest.mark.parametrize(
    ("typed", "label", "other"),
    [
        ("5/7/1920", "5 July 1920", "7 May"),
        ("5. 7. 1920", "5 July 1920", "7 May"),
        ("5-7-20", "5 July 1920", "7 May"),
        ("5/7", "5 July 1920", "7 May"),
        ("12/11/1920", "12 November 1920", "11 December"),
        ("5/13/1920", "13 May 1920", "The month came first"),
        ("13/5/1920", "13 May 1920", ""),
        ("5/5/1920", "5 May 1920", ""),
        ("1920/5/7", "7 May 1920", ""),
        ("1920-05-07", "7 May 1920", ""),
        ("5 July 1920", "5 July 1920", ""),
    ],
)
def test_numbers_that_could_be_another_date_say_how_to_write_that(typed: str, label: str, other: str) -> None:
    """As it is typed, and beside what is said to it, in practice and in an exam."""
    heard = KINDS["date"].heard(KINDS["date"].form(NIGHT), typed, 1920)
    assert heard.startswith(f"Understood as {label}.")
    assert (other in heard) if other else (heard == f"Understood as {label}.")
    assert check(NIGHT, typed).feedback.startswith(heard)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("7. Mai", 7), ("7. Mai 1920", 7), ("2.–3. mai 1920", 2), ("3. Mär 1920", 3), ("7 May", 7)],
)
def test_months_in_the_lessons_language_are_read(
    typed: str, day: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside the English ones, whole or cut, with accents or without; a cut that fits two is none."""
    german = {"May": "Mai", "March": "März", "June": "Juni", "July": "Juli"}
    monkeypatch.setattr("coupquiz.parsing.date_words._", lambda name: german.get(name, name))
    monkeypatch.setattr("coupquiz.parsing.dates.language", lambda: "de")
    found = read_date(typed, 1920)
    assert found
    assert found.first.day == day
    assert read_date("7 Ju 1920", 1920) is None  # June or July


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "May May",
        "31 April 1920",
        "30 February 1920",
        "31.13.13",
        "13/13/1920",
        "0 May 1920",
        "3 May 0",
        "3",
        "3 1920",
        "late 1920",
        "late 3 May 1920",
        "2 3 May 1920",
        "1, 2 and 3 and 4 May",
        "4-2 May 1920",
        "2-3",
        "second half",
        "last April",
        "first",
        "thirty-second of May",
        "forty-first of May",
        "first week of May",
        "May to 2",
        "2 to May",
        "2-3-4 May",
        "1 May 2",
        "2, 3 May",
        "1.XIII.1920",
        "1.IIII.1920",
        "V.1.1920",
        "1 VX 1920",
        "1-Mayo-1920",
        "31-Apr-1920",
        "7. Mai",
        "Sat",
        "Sat-Sun",
        "evening",
        "evening to morning",
        "2 & May",
        "~",
        "3 May &",
        "3 May 99999",
        "night of 31 December 9999",
        "before 3 May 1920",
        "3 May 1920 and the Treaty",
        "..",
        "../..",
        "or later",
        "-",
        "3 mayonnaise 1920",
    ],
)
def test_what_is_no_date_is_not_guessed(typed: str) -> None:
    """Rather none than a wrong one."""
    assert read_date(typed, 1920) is None


@given(st.text(st.characters()) | st.text("0123456789 -/.[]?~X,:thnd Mayprilson"), st.integers(1, 9999))
def test_no_text_raises(typed: str, year: int) -> None:
    """Whatever is typed, it is a date or none, and a date begins before it ends."""
    found = read_date(typed, year)
    assert found is None or (found.first <= found.last and found.label)


@given(st.dates(), st.sampled_from(["{0.day} {1} {0.year:04}", "{1} {0.day}, {0.year:04}", "{0}"]))
def test_every_day_is_read(day: date, form: str) -> None:
    """Written out in either order, or as ISO writes it."""
    found = read_date(form.format(day, day_name(day).split()[1]), 1920)
    assert found
    assert (found.first, found.last) == (day, day)


@pytest.mark.slow
@settings(max_examples=40)
@given(cases(12))
def test_a_date_as_it_is_shown_can_be_typed(case: Case) -> None:
    """So that the solution, copied, is right: every kind of date that a case can have."""
    for event in case.events:
        if event.when.edtf:
            question = read(case, kind="date", event=event.id)
            assert isinstance(question, Date)
            assert check(question, event.when.label).score == 1, event.when
            assert check(question, event.when.edtf).score > 0


@pytest.mark.parametrize(
    "event", [event for event in CASE.events if event.when.as_written], ids=lambda e: e.id
)
def test_the_sources_own_words_are_not_wrong(event: coupdata.model.Event) -> None:
    """As far as they are a date at all."""
    found = read_date(event.when.as_written, CASE.lens[0].year)
    if found:
        question = read(CASE, kind="date", event=event.id)
        assert check(question, event.when.as_written).score > 0


@pytest.mark.parametrize(
    ("typed", "score", "said"),
    [
        ("night of 2-3 May 1920", 1.0, "Some 25 Bolshevik fighters"),
        ("2 or 3 May", 1.0, "Understood as 2–3 May 1920. "),
        ("3 May 1920", 0.5, "the reading does not date it as exactly as that"),
        ("2.5.1920", 0.5, "Understood as 2 May 1920. The day was taken to come first; "),
        ("1-4 May 1920", 0.5, "the reading dates it more exactly"),
        ("May 1920", 0.5, "the reading dates it more exactly"),
        ("1920", 0.25, "the reading dates it more exactly"),
        ("1920s", 0.0, "the reading dates it more exactly"),
        ("3-4 May 1920", 0.0, "Part of that is too late."),
        ("1-2 May 1920", 0.0, "Part of that is too early."),
        ("7 May 1920", 0.0, "too late. 7 May 1920: Russia and Georgia sign a treaty"),
        ("30 April", 0.0, "too early. 30 April 1920: The premier says"),
        ("14 July 1789", 0.0, "That is too early."),
        ("1921", 0.0, "That is too late."),
    ],
)
def test_a_date_is_held_against_the_sources(typed: str, score: float, said: str) -> None:
    """As exact as the source scores all; less exact, or more, a part; what contradicts it, nothing."""
    verdict = check(NIGHT, typed)
    assert verdict.score == score
    assert said in verdict.feedback
    assert verdict.outcome is (
        Outcome.CORRECT if score == 1 else Outcome.PARTLY if score else Outcome.INCORRECT
    )


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "since later April",
            "late April 1920",
            "end of April",
            "second half of April",
            "latter part of April",
        ),
        *(
            "the last part of April",
            "16-30 April",
            "20-30 April 1920",
            "20/4/1920 - 30/4/1920",
            "21 to 30 April",
        ),
    ],
)
def test_a_part_of_a_month_is_right_in_any_words(typed: str) -> None:
    """In numbers as well: where "later" begins, no two people agree."""
    question = read(CASE, kind="date", event="delegation-in-moscow")
    assert check(question, typed).score == 1


@pytest.mark.parametrize("typed", ["25 April 1920", "28-30 April", "April 1920", "15-30 April"])
def test_less_and_more_than_a_part_of_a_month_gets_a_part(typed: str) -> None:
    """Some days of it are more exact than the source, the whole month is less so."""
    assert check(read(CASE, kind="date", event="delegation-in-moscow"), typed).score == 0.5


def test_a_stretch_in_numbers_is_not_widened() -> None:
    """Where the source itself counts days, some of them are not all."""
    assert check(LONDON.question("days-of-the-fire"), "3-4 September 1666").score == 0.5


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1 August 1666", "That is too early. The summer was still dry then."),
        ("August 1666", "That is too early. The summer was still dry then."),
        ("31 August - 1 September 1666", "Part of that is too early. The summer was still dry then."),
        ("2-3 September 1666", "Part of that is too late. By then the bakery was ashes."),
        ("October 1666", "That is too late. By then the bakery was ashes."),
        ("4 September 1666", "lead of its roof. By then the bakery was ashes."),
    ],
)
def test_who_is_too_early_or_too_late_is_told_more(typed: str, said: str) -> None:
    """What happened then, what the bank says to it, and the sentence that gives the date."""
    question = LONDON.question("night-of-the-bakery")
    assert isinstance(question, Date)
    verdict = check(question, typed)
    assert said in verdict.feedback
    assert verdict.score == 0
    assert set(question.right.cites) <= set(verdict.cites)


@pytest.mark.parametrize(
    ("asked", "typed", "cites"),
    [
        ("treaty-of-moscow", "30 April 1920", ["b2.3", "f2.4"]),
        ("treaty-of-moscow", "1 May 1920", ["c1.3", "f2.4"]),
        ("premier-speech", "7 May 1920", ["f2.4", "b2.3"]),
        ("premier-speech", "3 May 1920", ["c3.1", "b2.3"]),
        ("premier-speech", "8 May 1920", ["b2.3"]),
    ],
)
def test_what_happened_then_is_told_by_one_sentence(asked: str, typed: str, cites: list[str]) -> None:
    """Of all on which that event stands, the one that names its day; the right date's own is there too."""
    question = read(CASE, kind="date", event=asked, cites=cites[-1:])
    assert list(check(question, typed).cites) == cites


@pytest.mark.parametrize("question", DATES, ids=lambda question: question.id)
def test_a_wrong_date_is_answered_with_little_to_read(question: Date) -> None:
    """Whatever the date: the question's own sentences, and one more where something happened then."""
    for typed in KINDS["date"].mistakes(question):
        verdict = check(question, typed)
        assert len(set(verdict.cites) - set(question.right.cites)) <= 1
        assert verdict.score or set(question.right.cites) <= set(verdict.cites)


def test_what_cannot_be_read_is_no_mistake() -> None:
    """The learner is shown how dates are written, by one that is not the answer's."""
    verdict = check(NIGHT, "in spring, I think")
    assert verdict.outcome is Outcome.UNANSWERED
    assert "1789" in verdict.feedback


@given(st.sampled_from(DATES), st.data())
def test_a_nearer_date_never_scores_less(question: Date, data: st.DataObject) -> None:
    """Of two dates that hold, the one that leaves less open is no worse; the exact one is the best."""
    low, high = question.right.days
    scores = [check(question, f"[{low}..{high}]").score]
    for _ in range(4):
        low -= timedelta(data.draw(st.integers(0, 40)))
        high += timedelta(data.draw(st.integers(0, 400)))
        scores.append(check(question, f"[{low}..{high}]").score)
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 1


def test_a_question_for_the_date_of_what_is_undated_is_refused() -> None:
    """The bank says so, and what to do."""
    with pytest.raises(BankError, match="'mayor-hesitates' is undated; choose an event"):
        read(SMALL, kind="date", event="mayor-hesitates")


def test_an_open_end_is_left_open() -> None:
    """Of something that went on, the beginning is asked for."""
    question = LONDON.question("since-when")
    assert isinstance(question, Date)
    assert question.right.days == days("1666-09-02", "1666-09-15") == span(SMALL.event("camp").when)
    assert check(question, "since earlier September").score == 1
    assert check(question, "1666-09/..").score == 0.5
