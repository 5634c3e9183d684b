"""The schema that editors complete banks by."""

import json
import re
import tomllib
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

import coupdata
import coupquiz
from coupdata.schema import described, record, stale
from coupquiz import BankError
from coupquiz.banks.bank import read_bank, shipped_banks
from coupquiz.banks.schema import README, SCHEMA, bank_files
from coupquiz.kinds import KINDS
from coupquiz.kinds.why.kind import Why, WhyKind
from tests.schema_faults import schema_faults

HERE = Path(coupquiz.__file__).parent
CASE = coupdata.load()
READ: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
OWN_WORDS: dict[str, Any] = {
    "id": "own-words",
    "kind": "why",
    "prompt": "Why?",
    "cites": ["c3.1"],
    "trains": "cause",
    "model": "So.",
    "checklist": ["So?"],
}


@pytest.mark.parametrize("name", shipped_banks())
def test_every_bank_fits_the_schema(name: str) -> None:
    """What the loader reads, an editor does not mark as wrong."""
    bank = tomllib.loads((HERE / "banks" / f"{name}.toml").read_text(encoding="utf-8"))
    assert not schema_faults(READ, bank)


@pytest.mark.parametrize("name", shipped_banks())
def test_every_bank_names_the_schema(name: str) -> None:
    """Editors find the schema by the first line of a bank."""
    first = (HERE / "banks" / f"{name}.toml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "#:schema bank.schema.json"


def test_what_is_made_from_the_fields_is_fresh() -> None:
    """The schema, and the tables of the README: `python -m coupquiz.banks.schema` writes both."""
    assert stale(bank_files()) == []


@record
class DatedWhy(Why):
    """A question in own words with a field more."""

    model: str = described("A good answer, or two.")
    due: str = described("When it is due.", refers="event")


def test_a_field_that_is_added_arrives_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the reader, the schema and the README; one that means something else in another kind stays there."""

    class DatedWhyKind(WhyKind):
        written = DatedWhy

    monkeypatch.setitem(KINDS, "why", DatedWhyKind())
    made = bank_files()
    lines = made[README].splitlines()
    assert "| **`due`** | id of an event | When it is due. |" in lines
    assert "| **`model`** | text | A good answer, or two. |" in lines
    bank = {"id": "x", "title": "X", "question": [deepcopy(OWN_WORDS)]}
    schema = json.loads(made[SCHEMA])
    assert schema_faults(schema, bank) == ["'due' is a required property"]
    with pytest.raises(BankError, match="due: missing"):
        read_bank(bank, Path("x.toml"), CASE)
    bank["question"][0]["due"] = "college-attack"
    assert not schema_faults(schema, bank)
    (question,) = read_bank(bank, Path("x.toml"), CASE).questions
    assert question == DatedWhy(**{**vars(question), "due": "college-attack"})


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"promt": "?"}, "promt"),
        ({"kind": "whi"}, "'whi' is not one of"),
        ({"verdict": "supported"}, "verdict"),  # another kind's
        ({"level": 4}, "4 is greater than the maximum"),
        ({"cites": ["c31"]}, "c31"),
        ({"checklist": []}, "checklist|non-empty|too short"),
    ],
)
def test_what_is_wrong_does_not_fit(wrong: dict[str, Any], said: str) -> None:
    """It is marked in the editor."""
    bank = {"id": "x", "title": "X", "question": [OWN_WORDS | wrong]}
    assert re.search(said, " ".join(schema_faults(READ, bank)))
