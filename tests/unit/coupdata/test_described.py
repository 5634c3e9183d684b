"""A record is described once: reader, frame, documents and schemas follow from its fields."""

import json
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import coupdata
from coupdata import CaseError
from coupdata.loading.case_folder import read_case
from coupdata.model import Case, Event
from coupdata.schema import described, record, stale
from coupdata.schema.generated import DATA, case_files
from coupdata.tables import frames
from tests.schema_faults import schema_faults

SMALL = Path(__file__).parents[2] / "fixtures" / "cases" / "london-1666"


PAGE = (Path(__file__).parents[3] / "docs" / "add_a_field.md").read_text(encoding="utf-8")


@record
class WeighedEvent(Event):
    """An event with a field more, and with that of the page that tells how to add one."""

    weight: int = described("How much it weighs.", low=1, high=9, unit="pounds", required=True, default=0)
    exec(re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)[0])


@record
class WeighedCase(Case):
    """A case of such events."""

    events: tuple[WeighedEvent, ...] = described("What happened.", written="event", file="events.toml")


def test_a_field_that_is_added_arrives_everywhere(folder: Path) -> None:
    """In reader, frame, README and schema, each with what it says of the field."""
    file = folder / "events.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("[[event]]\n", '[[event]]\nweight = 3\nwitness = "pepys"\n'), encoding="utf-8"
    )
    case = read_case(str(folder), WeighedCase)
    assert {(event.weight, event.witness) for event in case.events} == {(3, "pepys")}
    frame = frames.events(case)
    assert {name: str(frame[name].dtype) for name in ("weight", "witness")} == {
        "weight": "Int64",
        "witness": "string",
    }
    assert set(frame.weight) == {3}
    made = case_files(WeighedCase)
    lines = made[DATA / "README.md"].splitlines()
    assert "| **`weight`** | whole number from 1 to 9, pounds | How much it weighs. |" in lines
    assert "| `witness` | id of an actor | Who saw it, by their own account. |" in lines
    schema = json.loads(made[DATA / "schemas" / "events.schema.json"])["properties"]["event"]["items"]
    assert schema["properties"]["weight"] == {
        "type": "integer",
        "minimum": 1,
        "maximum": 9,
        "description": "How much it weighs. In pounds.",
    }
    assert "weight" in schema["required"]
    assert "witness" not in schema["required"]


def test_a_field_that_is_added_is_checked(folder: Path) -> None:
    """Where it is missing, or wrong, that is said as of any other."""
    file = folder / "events.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("[[event]]\n", '[[event]]\nwitness = "pepis"\n', 1), encoding="utf-8")
    with pytest.raises(CaseError) as error:
        read_case(str(folder), WeighedCase)
    said = list(map(str, error.value.problems))
    assert "weight: missing; add it: a whole number without quotation marks" in said[0]
    assert "witness: there is no actor 'pepis'; did you mean 'pepys'?" in said[1]


def test_what_is_made_from_the_descriptions_is_fresh() -> None:
    """Or `python -m coupdata.schema` makes it."""
    assert stale(case_files()) == []


@pytest.mark.parametrize("folder", [Path(coupdata.__file__).with_name("data"), SMALL], ids=lambda f: f.name)
@pytest.mark.parametrize("schema", sorted((DATA / "schemas").iterdir()), ids=lambda s: s.name)
def test_every_case_fits_the_schemas(schema: Path, folder: Path) -> None:
    """What the loader reads, an editor does not mark as wrong."""
    file = folder / schema.name.replace(".schema.json", ".toml")
    if file.exists():
        read = tomllib.loads(file.read_text(encoding="utf-8"))
        assert not schema_faults(json.loads(schema.read_text(encoding="utf-8")), as_json(read))


def test_a_mistake_does_not_fit_the_schema() -> None:
    """A misspelt field and a missing one are marked in the editor."""
    schema = json.loads((DATA / "schemas" / "links.schema.json").read_text(encoding="utf-8"))
    said = " ".join(schema_faults(schema, {"link": [{"cause": "a", "efect": "b"}]}))
    assert "'efect' was unexpected" in said
    assert "'effect' is a required property" in said


def test_the_files_of_the_own_case_name_their_schemas() -> None:
    """In their first lines, where editors look for it."""
    for file in DATA.glob("*.toml"):
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        assert first == f"#:schema schemas/{file.stem}.schema.json"
        assert (DATA / "schemas" / f"{file.stem}.schema.json").exists()


def as_json(value: Any) -> Any:
    """What TOML holds, with days as texts."""
    if isinstance(value, dict):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value
