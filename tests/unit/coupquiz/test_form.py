"""What a learner may see: no key in it, the same on every computer, another for each seed."""

import json
import os
import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coupdata
from coupquiz import Question, check
from coupquiz.core.form import Choice, Form, form_from_json, pieces, shuffled
from coupquiz.keys.options import ChoiceQuestion
from coupquiz.kinds.axis.scale import axis_of
from coupquiz.kinds.check import form
from tests.cases import SMALL
from tests.unit.coupquiz.asked import JUNK, LONDON, QUESTIONS, each

OWN = coupdata.load()
SEEDS = [None, *range(20), "class-a", "class-b"]


SECRETS = {"feedback", "hints", "model", "checklist", "why"}
"""Fields, of whatever record, that no form has."""


def secrets(value: object, *, secret: bool = False) -> list[str]:
    """Every text in a record that no form may have."""
    if isinstance(value, str):
        return [value] if secret and value else []
    if is_dataclass(value):
        return [
            text
            for field in fields(value)
            for text in secrets(getattr(value, field.name), secret=secret or field.name in SECRETS)
        ]
    values = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ()
    return [text for item in values for text in secrets(item, secret=secret)]


@each()
def test_a_form_tells_no_key(question: Question) -> None:
    """Only prompt, choices, targets and the events it is about; no feedback, no hint, no cite, no model."""
    for seed in SEEDS:
        values = form(question, seed).to_json()
        assert values.keys() - {"axis", "asked_for"} == {
            "id",
            "kind",
            "prompt",
            "choices",
            "targets",
            "scored",
        }
        choices = [*values["choices"], *values["targets"]]
        assert all(choice.keys() - {"lane"} == {"id", "text", "lang"} for choice in choices)
        shown = "\n".join([values["prompt"], *(text for choice in choices for text in choice.values())])
        assert secrets(question)
        assert not [text for text in secrets(question) if text in shown]


@each("single", "multiple", "evidence")
def test_a_form_is_the_same_whatever_is_right(question: Question) -> None:
    """Other keys give the same form; and with a seed so does another order in the bank."""
    assert isinstance(question, ChoiceQuestion)
    turned = tuple(replace(option, right=not option.right, feedback="") for option in question.options)
    for seed in SEEDS:
        assert form(replace(question, options=turned), seed) == form(question, seed)
        if seed is not None:
            assert form(replace(question, options=turned[::-1]), seed) == form(question, seed)
    assert [choice.id for choice in form(question).choices] == [option.id for option in question.options]


@each("order")
def test_events_never_stand_in_a_right_order(question: Question) -> None:
    """Who leaves the order as it is shown has not solved it."""
    for seed in SEEDS:
        assert check(question, [choice.id for choice in form(question, seed).choices]).score < 1


@each("place", "span")
def test_the_axis_is_that_of_the_case(question: Question) -> None:
    """The same for each of its questions, so that nothing about one of them follows from it."""
    case, among = (SMALL, LONDON.questions) if question in LONDON.questions else (OWN, QUESTIONS)
    axes = {form(other).axis for other in among if other.kind in ("place", "span")} - {None}
    assert axes >= {form(question).axis} == {axis_of(case)}
    assert form(question) == form(replace(question, cites=(), hints=()))


@each("match")
def test_pairs_never_stand_side_by_side(question: Question) -> None:
    """Neither the places of choices and targets nor their ids tell what belongs together."""
    for seed in SEEDS:
        shown = form(question, seed)
        side_by_side = {a.id: b.id for a, b in zip(shown.choices, shown.targets, strict=False)}
        assert check(question, side_by_side).score < 1
        assert not {choice.id for choice in shown.choices} & {target.id for target in shown.targets}


@each("single", "multiple", "order", "match", "evidence")
def test_each_seed_has_an_order_of_its_own(question: Question) -> None:
    """A class gets variants of the same choices; one seed always gives the same."""
    forms = [form(question, seed) for seed in range(20)]
    assert forms == [form(question, seed) for seed in range(20)]
    assert len({(shown.choices, shown.targets) for shown in forms}) > 1
    for shown in forms:
        assert sorted(choice.id for choice in shown.choices) == sorted(c.id for c in form(question).choices)


@pytest.mark.slow
def test_forms_are_the_same_in_every_process() -> None:
    """Python's own hash, which changes from process to process, decides nothing."""
    code = (
        "import json; from coupquiz import load_bank; from coupquiz.kinds.check import form;"
        "questions = load_bank('week').questions;"
        "print(json.dumps([form(q, seed).to_json() for q in questions for seed in (None, 1, 'a')]))"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
    assert json.loads(outputs[0])


@given(st.lists(st.text(st.characters()), unique=True), st.none() | st.integers() | st.text(st.characters()))
def test_shuffling_loses_nothing(ids: list[str], seed: int | str | None) -> None:
    """Whatever ids and seeds there are, and whatever the order before, each choice comes out once."""
    choices = [Choice(id, "text") for id in ids]
    shown = shuffled(choices, "question", seed)
    assert sorted(choice.id for choice in shown) == sorted(ids)
    assert shuffled(reversed(choices), "question", seed) == shown


@each()
def test_a_form_comes_back_from_json(question: Question) -> None:
    """As an exam's notebook ships it."""
    shown = form(question, 1)
    assert form_from_json(json.loads(json.dumps(shown.to_json()))) == shown


VALID = form(LONDON.questions[0]).to_json()


@pytest.mark.parametrize(
    "values",
    [
        {name: value for name, value in VALID.items() if name != "choices"},
        VALID | {"choices": None},
        VALID | {"choices": [{"id": "a"}]},
        VALID | {"choices": [{"id": "a", "text": 1, "lang": ""}]},
        VALID | {"targets": [[]]},
        VALID | {"prompt": ["x"]},
        VALID | {"scored": 1},
        VALID | {"key": "a"},
        VALID | {"axis": None},
        VALID | {"axis": {"first": "1917-01-01"}},
        VALID | {"axis": dict.fromkeys(("first", "last", "enlarged_from", "enlarged_to"), "May")},
        VALID
        | {
            "axis": {
                "first": "1920-01-01",
                "last": "1917-12-31",
                "enlarged_from": "1920-01-02",
                "enlarged_to": "1920-01-03",
            }
        },
        {},
        None,
        "form",
    ],
)
def test_what_is_no_form_is_said(values: Any) -> None:
    """One kind of error, whatever is wrong with the values."""
    with pytest.raises(ValueError, match="not the form of a question"):
        form_from_json(values)


@pytest.mark.slow
@given(JUNK | st.dictionaries(st.sampled_from(sorted(VALID)), JUNK))
def test_junk_is_no_form(values: Any) -> None:
    """No other error comes out, however odd the values are."""
    with pytest.raises(ValueError, match="not the form of a question"):
        form_from_json(values)


@each("fill")
def test_a_prompt_is_cut_at_its_blanks(question: Question) -> None:
    """Text and blanks take turns, and together they are the prompt."""
    shown = form(question)
    cut = pieces(shown.prompt)
    assert cut[1::2] == [choice.id for choice in shown.choices]
    assert "".join(f"{{{piece}}}" if i % 2 else piece for i, piece in enumerate(cut)) == question.prompt


def test_the_language_of_a_choice_is_kept() -> None:
    """So that a screen reader speaks it as it should."""
    assert [choice.lang for choice in form(LONDON.question("which-part")).choices] == ["", "", "en"]


def test_braces_that_hold_no_id_are_text() -> None:
    """A prompt may have them."""
    assert pieces("In {1920} {a b} {} {Blank}") == ["In {1920} {a b} {} {Blank}"]
    assert isinstance(form(LONDON.question("the-street")), Form)
