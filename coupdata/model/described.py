"""Describes a field of a record once: reader, tables, schemas and documents are made from that.

A field says with `described` what it means and what its type leaves open::

    @record
    class Event:
        id: str = described("What other records call it by.")
        title: str = described("What the chart shows.", most=40)
        place: str | None = described("Where it happened.", refers="place")
        cites: tuple[str, ...] = described("The sentences it stands on.", refers="sentence", required=True)

The rest follows from the type: what may stand in a TOML file, whether the field may be left out there (it may
where the type has an empty value: a list, ``None``, ``False``), and the column of a table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from functools import cache
from types import NoneType
from typing import (
    Any,
    Literal,
    NamedTuple,
    TypeVar,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

T = TypeVar("T")

FieldForm = Literal[
    "id", "text", "texts", "reference", "references", "choice", "whole", "number", "flag", "days", "points",
    "names", "values", "record", "records", "spread",
]  # fmt: skip
"""What a field holds: a flag is true or false, points are degrees on the earth, names are by language,
values by column."""


_EMPTY: dict[FieldForm, object] = {"flag": False, "names": {}, "values": {}}
_EMPTY |= dict.fromkeys(("texts", "references", "points", "records"), ())


class FieldSpec(NamedTuple):
    """What is known of a field."""

    name: str
    form: FieldForm
    meaning: str
    """What it says, in a sentence for whoever reads or writes the record."""
    refers: str = ""
    """The kind of record whose id it holds, or ids: "event", "sentence"."""
    required: bool = False
    """Whether a file has to have it."""
    absent: Any = None
    """What it is where a file leaves it out; by default the empty value of its type."""
    written: str = ""
    """What a file calls it, where that is not its name: "event" for each of several events."""
    file: str = ""
    """The file that it stands in, where a record is written in several."""
    most: int = 0
    """How many characters a text may have; 0 for any number."""
    quoted: bool = False
    """Whether a text is all in the words of others."""
    low: float = 0
    high: float = 0
    """The least and the most that a number may be."""
    unit: str = ""
    """The unit of a number: "degrees north"."""
    category: bool = False
    """Whether the column of a choice is a category, in the order of the choices."""
    columns: Mapping[str, str] | None = None
    """What a table shows of a record in a record: the names of columns, and of its fields that they hold."""
    spread: type | None = None
    """The record whose fields stand in a file in place of this one, among those beside it."""
    choices: tuple[Any, ...] = ()
    """What a choice may be."""
    record: type | None = None
    """The class of a record in a record, or of each of several."""


def described(meaning: str, *, default: Any = MISSING, hash: bool | None = None, **more: Any) -> Any:
    """Return a field of a `record`.

    Args:
        meaning: What it says, in a sentence.
        default: As of a dataclass; a file may then leave the field out as well.
        hash: As of a dataclass.
        **more: What else there is to say: see `FieldSpec`, whose name, form, choices and record follow.
    """
    absent = {} if default is MISSING else {"absent": default}
    return field(default=default, hash=hash, metadata={"described": {"meaning": meaning, **absent, **more}})


@dataclass_transform(frozen_default=True, field_specifiers=(described, field))
def record(cls: type[T]) -> type[T]:
    """Make a class a frozen dataclass, whose fields may be `described`."""
    return dataclass(frozen=True)(cls)


def field_specs(cls: type) -> tuple[FieldSpec, ...]:
    """Return the described fields of a record, in order."""
    return _field_specs(cls)


@cache
def _field_specs(cls: type) -> tuple[FieldSpec, ...]:
    types = get_type_hints(cls)
    return tuple(
        _spec(field.name, types[field.name], **field.metadata["described"])
        for field in fields(cls)
        if "described" in field.metadata
    )


def _spec(
    name: str, type_: Any, *, absent: Any = ..., required: bool = False, written: str = "", **more: Any
) -> FieldSpec:
    """Return what is known of a field: what is described, and what its name and its type tell."""
    inner = [alternative for alternative in get_args(type_) if alternative is not NoneType]
    optional = len(inner) < len(get_args(type_))
    if optional:
        (type_,) = inner
    spread = "spread" in more
    form: FieldForm = "id" if name == "id" else "spread" if spread else _form(type_, more.get("refers", ""))
    if absent is ... and (optional or form in _EMPTY):
        absent = _EMPTY.get(form)
    return FieldSpec(
        name=name,
        form=form,
        written=written or name,
        required=required or (absent is ... and not spread),
        absent=None if absent is ... else absent,
        choices=get_args(type_) if form == "choice" else (),
        record=get_args(type_)[0] if form == "records" else type_ if form == "record" else None,
        **more,
    )


def _form(type_: Any, refers: str) -> FieldForm:
    """Return the form of a type that is not optional."""
    origin, inner = get_origin(type_), get_args(type_)
    if origin is None:
        simple: dict[type, FieldForm] = {str: "text", bool: "flag", int: "whole", float: "number"}
        return "reference" if refers else simple.get(type_, "record")
    if origin is not tuple:
        return "choice" if origin is Literal else "names" if inner[1] is str else "values"
    if inner[1] is not ...:
        return "days"
    if inner[0] is str:
        return "references" if refers else "texts"
    return "records" if is_dataclass(inner[0]) else "points"
