"""JSON Schemas of records, by which editors complete and check what is written in TOML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from coupdata.loading.table import ID
from coupdata.model.described import FieldForm, FieldSpec, field_specs

Schema = dict[str, Any]

_ID: Schema = {"type": "string", "pattern": f"^{ID}$"}
_SENTENCE: Schema = {"type": "string", "pattern": r"^[a-z][0-9]+\.[0-9]+$"}
_TEXT: Schema = {"type": "string", "minLength": 1}
_DAY: Schema = {"type": "string", "format": "date"}
_ALIKE: dict[FieldForm, Schema] = {
    "id": _ID,
    "flag": {"type": "boolean"},
    "days": {"type": "array", "items": _DAY, "minItems": 2, "maxItems": 2},
    "names": {"type": "object", "additionalProperties": _TEXT},
    "values": {"type": "object", "additionalProperties": {"type": ["string", "boolean"]}},
}
"""What stands in every field of a form."""


def file_schema(title: str, specs: Iterable[FieldSpec]) -> Schema:
    """Return the schema of a file with these fields."""
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": title, **object_schema(specs)}


def object_schema(specs: Iterable[FieldSpec]) -> Schema:
    """Return the schema of a table with these fields and no others."""
    written = [inner for spec in specs for inner in (field_specs(spec.spread) if spec.spread else (spec,))]
    return {
        "type": "object",
        "properties": {spec.written: field_schema(spec) for spec in written},
        "required": [spec.written for spec in written if spec.required],
        "additionalProperties": False,
    }


def field_schema(spec: FieldSpec) -> Schema:
    """Return the schema of what stands in a field."""
    unit = f" In {spec.unit}." if spec.unit else ""
    return {**_held(spec), "description": f"{spec.meaning}{unit}"}


def _held(spec: FieldSpec) -> Schema:
    one = _SENTENCE if spec.refers == "sentence" else _ID
    some = {"minItems": 1} if spec.required else {}
    match spec.form:
        case "text" | "points":
            least = _TEXT if spec.required else {"type": "string"}
            return {**least, "maxLength": spec.most} if spec.most else least
        case "reference":
            return one
        case "texts" | "references":
            items = _TEXT if spec.form == "texts" else one
            return {"type": "array", "items": items, "uniqueItems": True, **some}
        case "choice":
            return {"enum": list(spec.choices)}
        case "whole" | "number":
            kind = "integer" if spec.form == "whole" else "number"
            return {"type": kind, "minimum": spec.low, "maximum": spec.high}
        case "record" | "records" if spec.record:
            held = object_schema(field_specs(spec.record))
            return held if spec.form == "record" else {"type": "array", "items": held, **some}
    return _ALIKE[spec.form]
