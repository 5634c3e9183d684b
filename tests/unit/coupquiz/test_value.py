"""Values from the data: what is right is looked up, what comes in is read and never run."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import numpy
import pandas
import pytest

import coupdata
from coupdata import Case
from coupdata.tables import frames
from coupdata.tables.rows import TableName, rows
from coupquiz import BankError, Outcome, Quiz, check, load_bank
from coupquiz.asking.python_value import NoAnswerError, answer_from
from coupquiz.banks.bank import shipped_banks
from coupquiz.keys.lookup import LookedUp
from coupquiz.kinds.value.kind import Value
from tests.cases import SMALL
from tests.unit.coupquiz.asked import LONDON, read

LAB = [question for question in load_bank("lab").questions if isinstance(question, Value)]
COUNT, TEXT, IDS = (
    LONDON.question(id) for id in ("how-many-undated", "when-the-bakery", "causes-of-the-spread")
)
EVENTS = coupdata.events()

BY_HAND: dict[str, Any] = {
    "how-many-rows": len(EVENTS),
    "label-of-the-treaty": EVENTS.loc["treaty-of-moscow", "label"],
    "no-date": (EVENTS["precision"] == "undated").sum(),
    "placed-in-tiflis": EVENTS[EVENTS["place"] == "tiflis"],
    "persons": (coupdata.actors()["kind"] == "person").sum(),
    "red-army-acts": (EVENTS.explode("actors")["actors"] == "red-army").sum(),
    "most-causes": coupdata.links()["effect"].value_counts().idxmax(),
    "causes-of-the-decision": coupdata.links().query("effect == 'lenin-decides'")["cause"],
}
"""What a learner who has understood writes, with pandas."""


@pytest.mark.parametrize("question", LAB, ids=lambda question: question.id)
def test_the_key_is_what_the_frames_say(question: Value) -> None:
    """Every value of the lab, found another way than the bank finds it."""
    verdict = check(question, answer_from(BY_HAND[question.id]))
    assert verdict.outcome is Outcome.CORRECT
    assert verdict.feedback == question.feedback
    assert verdict.cites == question.cites


@pytest.mark.parametrize("table", get_args(TableName))
@pytest.mark.parametrize("case", [coupdata.load(), SMALL], ids=lambda case: case.id)
def test_rows_are_those_of_the_frames(case: Case, table: str) -> None:
    """Keys are looked up in the same cells that learners see."""
    frame: pandas.DataFrame = getattr(frames, table)(case)
    made = rows(case, table)
    assert len(made) == len(frame)
    for column in frame.columns:
        for row, seen in zip(made, frame[column], strict=True):
            shown = None if seen is pandas.NA or seen is pandas.NaT else seen
            if isinstance(row[column], date):
                assert shown == pandas.Timestamp(row[column])  # type: ignore[arg-type]
            elif row[column] is not None:
                assert shown == row[column]
            else:
                assert shown is None or pandas.isna(shown)


def value(**fields: object) -> Value:
    """A question on London with this lookup."""
    question = read(
        SMALL, kind="value", value=fields, feedback="So.", wrong=[{"text": "x", "feedback": "No."}]
    )
    assert isinstance(question, Value)
    return question


@pytest.mark.parametrize(
    ("lookup", "texts"),
    [
        ({"table": "events", "where": {"key": True}, "take": "count"}, "count"),
        ({"table": "links", "has": ["by"], "take": "count"}, "1"),
        ({"table": "links", "lacks": ["by"], "take": "count"}, "2"),
        ({"table": "places", "id": "london", "take": "value", "column": "latitude"}, "51.51"),
    ],
)
def test_numbers_are_looked_up(lookup: dict[str, Any], texts: str) -> None:
    """Where something is true, where something or nothing stands, and what stands there."""
    table = {
        "value": lookup,
        "feedback": "So.",
        "wrong": [{"value": {"table": "events", "take": "count"}, "feedback": "All."}],
    }
    question = read(SMALL, kind="value", **table)
    assert isinstance(question, Value)
    expected = str(int(frames.events(SMALL)["key"].sum())) if texts == "count" else texts
    assert question.right.texts == (expected,)


@pytest.mark.parametrize(
    ("lookup", "texts"),
    [
        ({"table": "links", "take": "commonest", "column": "effect"}, ("fire-spreads",)),
        ({"table": "events", "id": "bakery-burns", "take": "value", "column": "earliest"}, ("1666-09-01",)),
        ({"table": "actors", "id": "pepys", "take": "value", "column": "name"}, ("Samuel Pepys",)),
    ],
)
def test_texts_are_looked_up(lookup: dict[str, Any], texts: tuple[str, ...]) -> None:
    """What stands most often; a day; a name."""
    assert value(**lookup).right.texts == texts


@pytest.mark.parametrize(
    ("lookup", "complaint"),
    [
        ({"table": "event", "take": "count"}, "did you mean 'events'"),
        ({"table": "events", "take": "counts"}, "did you mean 'count'"),
        ({"table": "events", "where": {"plase": "london"}, "take": "count"}, "did you mean 'place'"),
        ({"table": "events", "where": {"place": "londn"}, "take": "count"}, "did you mean 'london'"),
        (
            {"table": "events", "id": "bakery", "take": "value", "column": "label"},
            "'bakery' is in no row",
        ),
        ({"table": "events", "id": "plague", "take": "value", "column": "lable"}, "did you mean 'label'"),
        ({"table": "events", "take": "value", "column": "label"}, "rows fit"),
        ({"table": "events", "take": "values"}, "column: missing"),
        ({"table": "events", "has": ["hedges"], "take": "count"}, "did you mean 'hedge'"),
        ({"table": "links", "take": "commonest", "column": "cause"}, "gives no single value"),
        ({"table": "links", "take": "ids"}, "ids gives no single value"),
        ({"table": "links", "id": "x", "take": "count"}, "value, id: the records in this table have none"),
    ],
)
def test_a_lookup_that_fails_is_said_plainly(lookup: dict[str, Any], complaint: str) -> None:
    """In a line that names the question, the field and the mend."""
    with pytest.raises(BankError, match="value") as raised:
        value(**lookup)
    assert complaint in str(raised.value)


def test_what_is_expected_to_be_wrong_is() -> None:
    """A mistake that is right, or of another sort, is none."""
    count = {"table": "events", "take": "count"}
    for wrong in (
        {"value": count, "feedback": "No."},
        {"text": "many", "feedback": "No."},
        {"feedback": "No."},
    ):
        with pytest.raises(BankError, match="wrong"):
            read(SMALL, kind="value", value=count, feedback="So.", wrong=[wrong])


IDS_RIGHT = ["dry-summer", "mayor-hesitates"]


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        (None, None),
        (..., None),
        (5, "5"),
        (5.0, "5"),
        (0, "0"),
        (2.5, "2.5"),
        (True, "True"),
        (numpy.int64(5), "5"),
        (numpy.float64(5.0), "5"),
        (numpy.array(5), "5"),
        (numpy.bool_(True), "True"),
        (numpy.str_("a"), "a"),
        ("len(events)", "len(events)"),
        (date(1920, 5, 7), "1920-05-07"),
        (datetime(1920, 5, 7, 12), "1920-05-07"),
        (pandas.Timestamp("1920-05-07"), "1920-05-07"),
        (numpy.datetime64("1920-05-07"), "1920-05-07"),
        (numpy.datetime64("1920-05-07T12:30", "ns"), "1920-05-07"),
        (numpy.array("1920-05-07", "datetime64[s]"), "1920-05-07"),
        (timedelta(days=6), "6"),
        (numpy.timedelta64(6, "D"), "6"),
        (numpy.timedelta64(36, "h"), "1.5"),
        (numpy.timedelta64(6 * 24 * 3600 * 10**9, "ns"), "6"),
        (pandas.Timedelta(days=6), "6"),
        (["a", "b"], ["a", "b"]),
        (("a", "b"), ["a", "b"]),
        ({"a"}, ["a"]),
        (frozenset({"a"}), ["a"]),
        ({"a": 1, "b": 2}.keys(), ["a", "b"]),
        pytest.param((letter for letter in "ab"), ["a", "b"], id="a generator"),
        (numpy.array(["a", "b"]), ["a", "b"]),
        (pandas.Index(["a", "b"]), ["a", "b"]),
        (pandas.Series(["a", "b"], dtype="string"), ["a", "b"]),
        (pandas.Series([("a", "b"), ("c",)]), ["a", "b", "c"]),
        (pandas.Series(["a", "b"]).unique(), ["a", "b"]),
        (pandas.DataFrame({"x": [1, 2]}, index=["a", "b"]), ["a", "b"]),
        (pandas.Series([1, 2]), ["1", "2"]),
        (pandas.to_datetime(["1920-05-07", None]).to_numpy(), ["1920-05-07"]),
        (pandas.Series(pandas.to_datetime(["1920-05-07", None])).values, ["1920-05-07"]),
        (pandas.to_timedelta(["6 days", None]).to_numpy(), ["6"]),
        (coupdata.links()["by"], ["soviet-government"]),
    ],
    ids=repr,
)
def test_values_become_answers(given: Any, answer: object) -> None:
    """Numbers, texts, days, and whatever holds several of them, of Python, numpy and pandas."""
    assert answer_from(given) == answer


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ([], "is empty"),
        (EVENTS[EVENTS["place"] == "nowhere"], "is empty"),
        ("  ", "empty"),
        (float("nan"), "empty"),
        (pandas.NA, "empty"),
        (pandas.NaT, "empty"),
        (numpy.datetime64("NaT"), "empty"),
        (numpy.array(["NaT"], "timedelta64[s]"), "empty"),
        (numpy.array(float("nan")), "empty"),
        (pandas.Series([pandas.NA]), "empty"),
        (EVENTS["place"] == "tiflis", "True and False"),
        ((EVENTS["place"] == "tiflis").to_numpy(), "True and False"),
        (EVENTS["place"].count, "function that has not been called"),
        (len, "function that has not been called"),
        (pandas.DataFrame, "function that has not been called"),
        (b"bytes", "“bytes” cannot be an answer"),
        (object(), "“object” cannot be an answer"),
        ([object()], "“object” cannot be an answer"),
        (range(10_000), "more than 1,000"),
        (iter(int, 1), "more than 1,000"),
        (10**5000, "too large"),
        (-(10**5000), "too large"),
        ([1, 10**5000], "too large"),
        (1e300, "too large"),
        (float("inf"), "too large"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_no_answer_is_explained(given: Any, complaint: str) -> None:
    """To somebody who has never programmed."""
    with pytest.raises(NoAnswerError, match=complaint):
        answer_from(given)


def test_no_text_is_run() -> None:
    """A text that reads like code is a text."""
    for code in ("__import__('os').getcwd()", "1", "len(events)", "10**10**10"):
        assert answer_from(code) == code
    assert check(COUNT, "__import__('os').getcwd()").outcome is Outcome.UNANSWERED
    assert check(COUNT, "0+1").outcome is Outcome.UNANSWERED
    assert check(COUNT, "1").outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("answer", "outcome", "said"),
    [
        ("1", "correct", "The source does not say"),
        ("1.0", "correct", "The source does not say"),
        ("11", "incorrect", "Those are all events."),
        ("0", "incorrect", "0 is too few."),
        ("1e9", "incorrect", "1e9 is too many."),
        ("one", "unanswered", "The question asks for a number, and “one” is not one."),
        ("nan", "unanswered", "The question asks for a number"),
        ("inf", "unanswered", "The question asks for a number"),
        (["1", "2"], "unanswered", "The question asks for one value, and there are 2."),
    ],
)
def test_a_number_is_compared_as_a_number(answer: Any, outcome: str, said: str) -> None:
    """However it is written."""
    verdict = check(COUNT, answer)
    assert verdict.outcome == outcome
    assert verdict.feedback.startswith(said)


@pytest.mark.parametrize(
    ("answer", "score", "said"),
    [
        (IDS_RIGHT, 1, "The dry wood"),
        (IDS_RIGHT[::-1], 1, "The dry wood"),
        ("dry-summer, mayor-hesitates", 1, "The dry wood"),
        ("['mayor-hesitates', 'dry-summer']", 1, "The dry wood"),
        (["dry-summer"], 0.5, "1 of the 2 is there; 1 still to find."),
        (["mayor-hesitates"], 0.5, "That is only what somebody claims."),
        ([*IDS_RIGHT, "plague"], 0.5, "2 of the 2 are there. These do not belong there: “plague”."),
        (["plague"], 0, "None of the 2 are there. These do not belong there: “plague”."),
        (
            [f"id-{n}" for n in range(9)],
            0,
            "None of the 2 are there. These do not belong there: “id-0”, “id-1”",
        ),
    ],
)
def test_several_are_scored_like_options(answer: Any, score: float, said: str) -> None:
    """What is right less what is wrong, in any order, as a list or typed."""
    verdict = check(IDS, answer)
    assert verdict.score == score
    assert verdict.feedback.startswith(said)


NAMES = ["City of London", "Pudding Lane", "St Paul's Cathedral"]


@pytest.mark.parametrize(
    ("typed", "score"),
    [
        ("City of London, Pudding Lane, St Paul's Cathedral", 1),
        ("St Paul's Cathedral;Pudding Lane ; City of London", 1),
        (repr(NAMES), 1),
        (", ".join(repr(name) for name in NAMES), 1),
        ("City of London, Pudding Lane", 2 / 3),
        ("City of London, Pudding Lane, London Bridge", 1 / 3),
        ("City of London Bridge, Pudding Lane", 0),
        ("City of London Pudding Lane", 0),
    ],
)
def test_names_with_spaces_can_be_typed(typed: str, score: float) -> None:
    """With commas between them; an apostrophe in a name is a part of it."""
    everywhere = replace(IDS, right=LookedUp("texts", tuple(NAMES)), wrong=())  # type: ignore[call-arg]
    assert check(everywhere, typed).score == pytest.approx(score)
    assert check(everywhere, NAMES).score == 1


def test_spelling_of_a_text_is_forgiven_where_it_says_nothing() -> None:
    """Capitals, spaces, signs."""
    right = answer_from(frames.events(SMALL).loc["bakery-burns", "edtf"])
    assert check(TEXT, right).score == 1
    assert check(TEXT, "1666").feedback == "That is the year alone."
    assert check(TEXT, "1667").feedback == "It is not “1667”."


def quiz(folder: Path, **more: Any) -> Quiz:
    """A quiz on the lab, with its answers in a folder."""
    return Quiz("lab", notebook="04_data_lab", folder=folder, **more)


def test_a_cell_is_not_attempted_then_wrong_then_right(tmp_path: Path) -> None:
    """What is said each time; the answer is kept and comes back after a restart."""
    lab = quiz(tmp_path)
    assert lab.check_value("how-many-rows", ...).told == "Not attempted yet"
    waiting = lab.check_value("how-many-rows", None)
    waiting.refresh()  # as a page does that shows it
    assert waiting.told == "Not attempted yet"
    assert waiting.states["how-many-rows"]["said"] == []
    wrong = lab.check_value("how-many-rows", len(coupdata.actors()))
    assert wrong.told.startswith("✗Not right. The table of actors, which comes later, has that many rows")
    assert "He and his cadets" in wrong.told
    right = lab.check_value("how-many-rows", len(EVENTS))
    assert right.told.startswith("✓Right.")
    assert "On the night of 2 to 3 May" in right.told
    assert lab.answers == {"how-many-rows": str(len(EVENTS))}
    assert quiz(tmp_path).check_value("how-many-rows", ...).told.startswith("✓Right.")
    assert lab.summary().summary.right == 1


def test_a_cell_is_the_one_way_to_answer(tmp_path: Path) -> None:
    """Its page says so, for the field and the button to check; asked by themselves, questions have both."""
    lab = quiz(tmp_path)
    assert "question value from-python" in str(lab.check_value("how-many-rows", ...).page)
    assert "from-python" not in str(lab.ask("how-many-rows").page)


def test_a_cell_that_is_run_again_is_no_second_try(tmp_path: Path) -> None:
    """Run All does not wear anything down."""
    lab = quiz(tmp_path)
    for _ in range(3):
        widget = lab.check_value("persons", 7)
    assert "1 try" in widget.told
    assert "2 tries" in lab.check_value("persons", 6).told


def test_what_is_no_answer_changes_nothing(tmp_path: Path) -> None:
    """It is explained, and the answer that was there stays."""
    lab = quiz(tmp_path)
    lab.check_value("placed-in-tiflis", EVENTS[EVENTS["place"] == "tiflis"])
    widget = lab.check_value("placed-in-tiflis", EVENTS["place"] == "tiflis")
    assert "True and False" in widget.told
    assert "True and False" in widget.problem
    widget.refresh()
    assert "True and False" in widget.problem
    assert "placed-in-tiflis" in lab.answers


def test_in_an_exam_a_value_is_only_kept(tmp_path: Path) -> None:
    """Nothing is said to it."""
    widget = quiz(tmp_path, behaviour="exam").check_value("persons", 7)
    assert widget.told == "Recorded"
    assert widget.states["persons"]["said"] == []


def test_where_no_widget_runs_the_words_are_there(tmp_path: Path) -> None:
    """As in a notebook that is read without a kernel."""
    widget = quiz(tmp_path).check_value("persons", (coupdata.actors()["kind"] == "person").sum())
    bundle = widget._repr_mimebundle_()
    assert bundle
    assert bundle[0]["text/plain"] == widget.told
    assert widget.told.startswith("✓Right.")


def test_other_kinds_can_be_checked_from_a_cell_too(tmp_path: Path) -> None:
    """By the id of an option, say; a misspelt question is named."""
    lab = quiz(tmp_path)
    assert lab.check_value("order-of-rows", "not-said").told.startswith("✓Right.")
    missing = lab.check_value("person", 1)
    assert "did you mean 'persons'" in missing.told
    assert "did you mean 'persons'" in json.dumps(missing.page)


@pytest.mark.slow
def test_loading_the_lab_loads_no_pandas() -> None:
    """The keys are found without it, as in a browser."""
    code = "import sys; from coupquiz import load_bank; load_bank('lab'); print('pandas' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "False"
    assert "lab" in shipped_banks()


def test_a_huge_number_in_a_cell_is_explained(tmp_path: Path) -> None:
    """As any other slip, with no traceback."""
    assert "too large" in quiz(tmp_path).check_value("how-many-rows", 10**5000).told
