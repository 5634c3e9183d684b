"""What is wrong with a bank is said in one line each: file, question, field, and the mend."""

import tomllib
from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coupdata.model import Chronology
from coupquiz import Bank, BankError, check
from coupquiz.banks.bank import load_bank, read_bank
from coupquiz.core.form import form_from_json
from coupquiz.keys.options import ChoiceQuestion
from coupquiz.kinds.check import form, solution
from tests.cases import SMALL
from tests.unit.coupquiz.asked import LONDON

SOUND = {
    "single": """
        option = [
          { actor = "pepys", right = true },
          { actor = "hubert" },
          { id = "x", text = "X", cites = ["s1.1"], feedback = "No." },
        ]""",
    "multiple": """
        option = [
          { actor = "pepys", right = true },
          { actor = "hubert" },
        ]""",
    "place": """
        kind = "single"
        key = { event = "bakery-burns", field = "place" }
        option = [{ place = "pudding-lane" }, { place = "cathedral" }]""",
    "when": """
        kind = "single"
        key = { event = "cathedral-burns", field = "when" }
        option = [{ event = "cathedral-burns" }, { event = "building-rules" }]""",
    "evidence": """
        option = [
          { sentence = "s1.1", right = true, feedback = "Yes." },
          { sentence = "b1.5", feedback = "No." },
        ]""",
    "order": """
        events = ["bakery-burns", "cathedral-burns"]""",
    "match": """
        pairs = { events = ["bakery-burns", "mayor-hesitates"], with = "actors" }
        others = [{ actor = "hubert" }]""",
    "places": """
        kind = "match"
        pairs = { events = ["bakery-burns", "camp"], with = "place" }
        others = [{ place = "cathedral" }]""",
    "written": """
        kind = "match"
        pair = [
          { id = "a", left = "A", right = "1", cites = ["s1.1"], feedback = "A is 1." },
          { id = "b", left = "B", right = "2", cites = ["s1.1"], feedback = "B is 2." },
        ]
        others = [{ text = "3" }]""",
    "fill": """
        prompt = "It was {who}."
        blank = [
          { id = "who", actor = "pepys", wrong = [{ text = "Defoe", feedback = "No.", cites = ["s1.1"] }] },
        ]""",
    "date": """
        event = "cathedral-burns"
        events = ["bakery-burns", "cathedral-burns"]""",
    "claim": """
        verdict = "supported"
        feedback = { supported = "a", contradicted = "b", not-said = "c" }""",
    "why": """
        model = "So."
        checklist = ["Is it so?"]""",
}
"""A question of each kind, written or from the data, without what all have."""

SLIPS = [
    ("single", 'kind = "single"', "", "kind: missing; add it: one of single, multiple"),
    ("single", 'kind = "single"', 'kind = "sing"', "kind: 'sing' is unknown; did you mean 'single'"),
    ("single", 'trains = "reading"', 'trains = "cookery"', "trains: 'cookery' is unknown; choose from"),
    ("single", "level = 1", "level = 4", "level: 4 is not between 1 and 3"),
    ("single", "level = 1", "level = 2.9", "level: must be a whole number"),
    ("single", "level = 1", 'events = ["x"]', "events: there is no event 'x'"),
    ("single", "level = 1", 'renamed = ["made-up"]', "renamed: 'made-up' belongs to a question; remove it"),
    ("single", "level = 1", "livel = 1", "livel: unknown field; did you mean 'level'"),
    *(
        ("single", "level = 1", f"{field} = 2", f"{field}: unknown field; say what it is")
        for field in ("points", "marks", "weight", "score")
    ),
    ("date", "level = 1", "points = 2", "points: unknown field; say what it is worth when you make"),
    ("single", "level = 1", 'answer = "A"', "answer: unknown field; write right = true in the option"),
    ("date", "level = 1", 'answer = "1666"', "answer: unknown field; choose from"),
    ("single", "level = 1", 'options = ["A"]', "options: unknown field; write option = [{ text"),
    ("single", "level = 1", 'hint = "A"', "hint: unknown field; write hints ="),
    ("fill", "level = 1", 'text = "A"', 'text: unknown field; write prompt = "..."'),
    ("date", 'event = "cathedral-burns"', "event = 1", "event: must be the id of an event in quotation"),
    ("single", '{ actor = "hubert"', "{ actor = 1", "option 2, actor: must be the id of an actor"),
    ("single", 'cites = ["s1.1"]', "cites = [1]", "cites: must be a list of ids of sentences"),
    ("single", "right = true", "right = false", "option: 0 options are right; mark exactly one"),
    ("single", '{ actor = "hubert"', '{ actor = "hubrt"', "option 2, actor: there is no actor 'hubrt'"),
    ("single", '{ actor = "hubert"', '{ actor = "pepys"', "option: 'Samuel Pepys' appears twice"),
    ("single", '{ actor = "hubert"', '{ actor = "hubert", place = "london"', "place: is there as well"),
    ("single", '{ actor = "hubert"', '{ feedback = "F"', "option 2, text: missing; write it, or name"),
    ("single", 'id = "x", ', "", "option 3, id: missing"),
    ("single", 'id = "x"', 'id = "Y Z"', "option 'Y Z', id: 'Y Z' is not an id"),
    ("single", 'cites = ["s1.1"], f', "f", "option 'x', cites: missing"),
    ("single", ', feedback = "No."', "", "option 'x', feedback: missing"),
    ("single", '"hubert"', '"hubert", feedback = ""', "option 2, feedback: empty; write it"),
    ("multiple", '"hubert"', '"hubert", feedback = " "', "option 2, feedback: empty; write it"),
    ("single", 'text = "X"', 'text = "X", colour = "red"', "option 'x', colour: unknown field"),
    ("single", '"No."', '"An official of the navy, who kept a diary."', "2 options get the feedback"),
    ("multiple", "right = true", "right = false", "0 of 2 options are right; give both right and wrong ones"),
    ("multiple", '"hubert"', '"hubert", right = true', "2 of 2 options are right"),
    ("place", '"bakery-burns"', '"bakery"', "key, event: there is no event 'bakery'"),
    ("place", '"bakery-burns"', '"dry-summer"', "key, event: 'dry-summer' names nothing under 'place'"),
    ("place", 'event = "bakery-burns", ', "", "key, event: missing"),
    ("place", 'field = "place"', 'field = "where"', "key, field: 'where' is unknown; did you mean"),
    ("place", '"cathedral"', '"cathedral", right = true', "option 2, right: follows from key; remove it"),
    ("place", '"pudding-lane"', '"moorfields"', "0 options are right; see what the key's event names"),
    ("place", '"cathedral"', '"london"', "2 options are right"),
    ("when", '"building-rules"', '"dry-summer"', "'1666' may be the same time as '4 September 1666'"),
    ("evidence", 'sentence = "b1.5"', 'sentence = "b9.9"', "option 2, sentence: there is no sentence 'b9.9'"),
    ("evidence", 'sentence = "b1.5"', 'actor = "pepys"', "option: 'Samuel Pepys' is not a sentence; write"),
    ("evidence", ', feedback = "No."', "", "option 2, feedback: missing"),
    ("evidence", 'cites = ["s1.1"]', 'cites = ["b1.1"]', "cites: 's1.1' is missing, but it is right"),
    ("order", 'events = ["bakery-burns", "cathedral-burns"]', "", "events: missing"),
    ("order", 'events = ["bakery-burns", "cathedral-burns"]', "events = []", "events: empty"),
    ("order", '["bakery-burns", ', "[", "events: 1 events; name 2 to 12"),
    ("order", '"bakery-burns"', '"camp"', "events: nothing says that any of them came"),
    ("order", '"bakery-burns"', '"bakery"', "events: there is no event 'bakery'"),
    ("match", "pairs =", "pair =", "pair: begin each with [[pair]], two brackets on each side"),
    ("match", "pairs = {", "levl = {", "pair: give either pair (written here) or pairs"),
    ("match", '"mayor-hesitates"', '"mayor"', "pairs, events: there is no event 'mayor'"),
    ("match", '"mayor-hesitates"', '"plague"', "pairs, events: 'plague' names nothing under 'actors'"),
    ("match", ', "mayor-hesitates"', "", "pair: one pair leaves no choice; add another"),
    ("match", 'with = "actors"', 'with = "who"', "pairs, with: 'who' is unknown"),
    ("match", '"hubert"', '"farriner"', "others: 'Thomas Farriner' appears twice"),
    ("match", '"hubert"', '"hubrt"', "others 1, actor: there is no actor 'hubrt'"),
    ("places", '"cathedral"', '"london"', "others: 'City of London' goes with 'A bakery burns'; remove it"),
    ("written", '"3"', '"2"', "others: '2' appears twice"),
    ("written", 'left = "B"', 'left = "A"', "pair: 'A' appears twice"),
    ("written", ', feedback = "A is 1."', "", "pair 'a', feedback: missing"),
    ("fill", "{who}", "he", "prompt: the blank 'who' is not in it"),
    ("fill", ', actor = "pepys"', "", "blank 'who', text: give one of text, actor and place"),
    ("fill", '"Defoe"', '"samuel pepys"', "blank 'who', wrong: 'samuel pepys' is right; remove it"),
    ("fill", 'feedback = "No.", ', "", "wrong 1, feedback: missing"),
    ("date", 'event = "cathedral-burns"', "", "event: missing"),
    ("date", 'event = "cathedral-burns"', 'event = "mayor-hesitates"', "event: 'mayor-hesitates' is undated"),
    ("claim", 'verdict = "supported"', 'verdict = "true"', "verdict: 'true' is unknown; choose from sup"),
    ("claim", "feedback = {", "levl = {", "feedback: missing; add it: a table such as { supported"),
    ("claim", ', not-said = "c"', "", "feedback, not-said: missing"),
    ("claim", 'not-said = "c"', 'not-said = "a"', "feedback: two answers get the same"),
    ("why", 'model = "So."', "", "model: missing"),
    ("why", '["Is it so?"]', "[]", "checklist: empty; name at least one"),
]  # fmt: skip


def bank(kind: str) -> str:
    """A bank of one sound question."""
    fields = SOUND[kind]
    prompt = "" if "prompt" in fields else 'prompt = "What?"'
    written = "" if "kind =" in fields else f'kind = "{kind}"'
    common = f'id = "made-up"\n{prompt}\ncites = ["s1.1"]\ntrains = "reading"\nlevel = 1\n{written}'
    return f'id = "own"\ntitle = "Own"\n[[question]]\n{common}\n{fields}'


def read(text: str) -> Bank:
    """The bank that a text makes."""
    return read_bank(tomllib.loads(text), Path("own.toml"), SMALL)


@pytest.mark.parametrize("kind", SOUND)
def test_a_sound_bank_is_read(kind: str) -> None:
    """Nothing is found where nothing is wrong."""
    assert read(bank(kind)).question("made-up").level == 1


@pytest.mark.parametrize(("kind", "old", "new", "said"), SLIPS)
def test_each_slip_is_one_line(kind: str, old: str, new: str, said: str) -> None:
    """The file, the question, the field and the mend; what follows from a slip is not said as well."""
    assert old in bank(kind)
    with pytest.raises(BankError) as error:
        read(bank(kind).replace(old, new, 1))
    problems = [
        problem for problem in map(str, error.value.problems) if ", levl: unknown field" not in problem
    ]
    assert len(problems) == 1, error.value
    assert problems[0].startswith("own.toml, question 'made-up', ")
    assert said in problems[0]


@pytest.mark.parametrize("kind", SOUND)
def test_a_case_without_events_is_no_reason_for_a_traceback(kind: str) -> None:
    """What a question misses is named; what needs no event can be asked."""
    empty = replace(SMALL, events=(), links=(), tour=(), order=Chronology((), ()))
    try:
        read_bank(tomllib.loads(bank(kind)), Path("own.toml"), empty)
    except BankError as error:
        (problem,) = map(str, error.problems)
        assert "there is no event" in problem


SURE = st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.datetimes() | st.times()
VALUES = st.recursive(SURE, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=5)
TABLES = tomllib.loads((Path(__file__).parents[2] / "fixtures" / "banks" / "london.toml").read_text("utf-8"))


@pytest.mark.slow
@settings(max_examples=200)
@given(st.data())
def test_no_value_in_any_place_raises_anything_else(data: st.DataObject) -> None:
    """Whatever TOML can hold: each problem is a line that begins with the file, or all can be asked."""
    values = deepcopy(TABLES)
    place: Any = values
    while True:
        key = data.draw(st.sampled_from(list(place) if isinstance(place, dict) else range(len(place))))
        if not isinstance(place[key], dict | list) or not place[key] or data.draw(st.integers(0, 3)) == 0:
            break
        place = place[key]
    place[key] = data.draw(VALUES | st.sampled_from([1920, "camp", {}, [], True, date(1920, 5, 2)]))
    try:
        questions = read_bank(values, Path("london.toml"), SMALL).questions
    except BankError as error:
        questions = ()
        assert all(problem.where.startswith("london.toml, ") for problem in error.problems)  # noqa: PT017
    for question in questions:
        assert check(question, solution(question)).score == float(question.scored)
        assert form_from_json(form(question, 1).to_json()) == form(question, 1)


def test_a_file_that_cannot_be_read_is_said_plainly(tmp_path: Path) -> None:
    """Deep nesting is no reason for a traceback; nor is a folder."""
    (tmp_path / "deep.toml").write_text(f"id = {'[' * 100_000}", encoding="utf-8")
    with pytest.raises(BankError, match=r"deep\.toml: not TOML"):
        load_bank(tmp_path / "deep.toml")
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(BankError, match=r"folder\.toml: cannot be read"):
        load_bank(tmp_path / "folder.toml")


def test_a_former_id_belongs_to_one_question() -> None:
    """Two questions cannot have been the same one."""
    one = tomllib.loads(bank("why").replace("level = 1", 'renamed = ["old"]'))
    two = one["question"][0] | {"id": "two"}
    with pytest.raises(BankError) as error:
        read_bank(one | {"question": [*one["question"], two]}, Path("own.toml"), SMALL)
    assert [problem.where.split(", renamed")[0] for problem in error.value.problems] == [
        "own.toml, question 'made-up'",
        "own.toml, question 'two'",
    ]


@pytest.mark.parametrize(
    ("kind", "events"),
    [
        ("place", ("bakery-burns",)),
        ("when", ("cathedral-burns",)),
        ("order", ("bakery-burns", "cathedral-burns")),
        ("match", ("bakery-burns", "mayor-hesitates")),
        ("date", ("bakery-burns", "cathedral-burns")),
        ("why", ()),
    ],
)
def test_events_come_from_keys_and_from_the_bank(kind: str, events: tuple[str, ...]) -> None:
    """What a question asks about, each once."""
    assert read(bank(kind)).question("made-up").events == events


def test_options_take_text_and_feedback_from_the_data() -> None:
    """A name and what is known of it; a date and what happened then; the right one tells of the event."""
    began, day = LONDON.question("where-it-began"), LONDON.question("day-of-the-cathedral")
    assert isinstance(began, ChoiceQuestion)
    assert isinstance(day, ChoiceQuestion)
    assert [(option.text, option.feedback) for option in began.options] == [
        ("St Paul's Cathedral", "The old cathedral of London."),
        ("Moorfields", "People camped there."),
        ("Pudding Lane", SMALL.event("bakery-burns").summary),
    ]
    assert [(option.id, option.text) for option in day.options] == [
        ("night-of-1-2-september-1666", "night of 1–2 September 1666"),
        ("4-september-1666", "4 September 1666"),
        ("february-1667", "February 1667"),
    ]
    assert day.options[2].feedback == "February 1667: A law lays down that new houses be of brick or stone."
