"""The schema that editors complete banks by."""

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import coupquiz
from coupquiz.banks.bank import TRAINS, shipped_banks
from coupquiz.keys.event_field import FIELDS
from coupquiz.kinds import KINDS

HERE = Path(coupquiz.__file__).parent
SCHEMA: dict[str, Any] = json.loads((HERE / "banks" / "bank.schema.json").read_text(encoding="utf-8"))
QUESTION: dict[str, Any] = SCHEMA["properties"]["question"]["items"]


@pytest.mark.parametrize("name", shipped_banks())
def test_every_bank_fits_the_schema(name: str) -> None:
    """What the loader reads, an editor does not mark as wrong."""
    bank = tomllib.loads((HERE / "banks" / f"{name}.toml").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(SCHEMA).validate(bank)


@pytest.mark.parametrize("name", shipped_banks())
def test_every_bank_names_the_schema(name: str) -> None:
    """Editors find the schema by the first line of a bank."""
    first = (HERE / "banks" / f"{name}.toml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "#:schema bank.schema.json"


def test_the_schema_knows_what_the_loader_knows() -> None:
    """Kinds, fields and what can be trained are the same in both."""
    properties = QUESTION["properties"]
    assert properties["kind"]["enum"] == list(KINDS)
    assert properties["trains"]["enum"] == list(TRAINS)
    assert set(properties["key"]["properties"]["field"]["enum"]) == set(FIELDS)


def test_a_slip_does_not_fit() -> None:
    """A misspelt field is marked in the editor."""
    with pytest.raises(jsonschema.ValidationError, match="promt"):
        jsonschema.Draft7Validator(SCHEMA).validate(
            {"id": "x", "title": "X", "question": [{"id": "a", "kind": "why", "promt": "?"}]}
        )
