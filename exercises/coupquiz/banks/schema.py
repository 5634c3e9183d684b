"""What is made from the descriptions of questions: the schema by which editors complete banks, and tables.

`python -m coupquiz.banks.schema` writes them; with ``--check`` it says which are no longer fresh.
"""

from __future__ import annotations

from pathlib import Path

from coupdata.model.described import FieldSpec
from coupdata.schema import (
    Schema,
    as_json,
    field_schema,
    field_specs,
    file_schema,
    object_schema,
    with_tables,
    write,
)
from coupquiz.banks.bank import Bank
from coupquiz.core.question import Question
from coupquiz.kinds import KINDS

SCHEMA = Path(__file__).with_name("bank.schema.json")
README = Path(__file__).parents[2] / "README.md"


def bank_files() -> dict[Path, str]:
    """Return the text of each file that is made from the descriptions of questions."""
    tables = {name: own_fields(name) for name in KINDS}
    tables["every question"] = list(field_specs(Question))
    return {
        SCHEMA: as_json(bank_schema()),
        README: with_tables(README.read_text(encoding="utf-8"), tables),
    }


def bank_schema() -> Schema:
    """Return the schema of a bank: of a question all fields that any kind has, and which each kind has."""
    schema = file_schema("A bank of questions", field_specs(Bank))
    schema["properties"]["question"] = {"type": "array", "items": _question(), "minItems": 1}
    schema["required"].append("question")
    return schema


def own_fields(kind: str) -> list[FieldSpec]:
    """Return the fields of a kind that not all questions have."""
    shared = field_specs(Question)
    return [spec for spec in field_specs(KINDS[kind].written) if spec not in shared]


def _question() -> Schema:
    schema = object_schema(field_specs(Question))
    common = schema["properties"]
    common["kind"]["enum"] = list(KINDS)
    kinds = {name: {spec.written: field_schema(spec) for spec in own_fields(name)} for name in KINDS}
    forms: dict[str, list[Schema]] = {}
    for field, form in (pair for own in kinds.values() for pair in own.items()):
        if form not in forms.setdefault(field, []):
            forms[field].append(form)
    several = {field: {"anyOf": found} if len(found) > 1 else found[0] for field, found in forms.items()}
    schema["properties"] = several | common
    schema["allOf"] = [_only(name, own, schema["properties"], common) for name, own in kinds.items()]
    return schema


def _only(kind: str, own: Schema, known: Schema, common: Schema) -> Schema:
    """Return what holds of a question of this kind, beside what is known of the fields of all."""
    then = {
        "properties": {field: form for field, form in own.items() if form != known[field]},
        "required": [spec.written for spec in own_fields(kind) if spec.required],
        "propertyNames": {"enum": [*common, *(field for field in own if field not in common)]},
    }
    return {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": then}


if __name__ == "__main__":
    write(bank_files(), "nox -s generate")
