"""Reads a record of any kind from its table, as its fields are described."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from coupdata.i18n import _
from coupdata.loading.table import Table
from coupdata.model import Difference, Event, MapPanel, Place, When
from coupdata.model.described import FieldForm, FieldSpec, field_specs
from coupdata.model.edtf import DateError, WrittenDate, read_when

T = TypeVar("T")


def read_record(table: Table, kind: type[T]) -> T:
    """Return the record of this kind that a table holds; each field is read as it is `described`.

    A record can have a method ``check_fields``, which notes on the table what the descriptions cannot say.
    """
    record = kind(**{spec.name: read_field(table, spec) for spec in field_specs(kind)})
    _check(table, record)
    return record


def read_field(table: Table, spec: FieldSpec) -> Any:
    """Return the value of a described field; a stand-in where it is wrong, which has been noted."""
    if spec.spread:
        return _when(table)
    value = _READ[spec.form](table, spec)
    if not spec.required and (value is None or not table.has(spec.written)):
        return spec.absent
    if value is None:
        return spec.choices[0] if spec.choices else spec.low if spec.form in ("number", "whole") else ""
    return value


def _record(table: Table, spec: FieldSpec) -> object:
    assert spec.record
    fields = (f'{inner.written} = "..."' for inner in field_specs(spec.record) if inner.required)
    return table.record(
        spec.written,
        f"{{ {', '.join(fields)} }}",
        partial(read_record, kind=spec.record),
        required=spec.required,
    )


def _records(table: Table, spec: FieldSpec) -> object:
    assert spec.record
    return table.records(spec.written, partial(read_record, kind=spec.record), required=spec.required)


_READ: dict[FieldForm, Callable[[Table, FieldSpec], object]] = {
    "id": lambda table, spec: table.id(required=spec.required),
    "text": lambda table, spec: table.text(
        spec.written, required=spec.required, most=spec.most, quoted=spec.quoted
    ),
    "texts": lambda table, spec: table.texts(spec.written, required=spec.required),
    "reference": lambda table, spec: table.reference(spec.written, spec.refers, required=spec.required),
    "references": lambda table, spec: table.references(spec.written, spec.refers, required=spec.required),
    "choice": lambda table, spec: table.choice(spec.written, spec.choices, required=spec.required),
    "whole": lambda table, spec: table.whole(spec.written, spec.low, spec.high, required=spec.required),
    "number": lambda table, spec: table.number(spec.written, spec.low, spec.high, required=spec.required),
    "flag": lambda table, spec: table.flag(spec.written),
    "days": lambda table, spec: table.days(spec.written, required=spec.required),
    "points": lambda table, spec: table.points(spec.written, required=spec.required),
    "names": lambda table, spec: table.names(spec.written),
    "values": lambda table, spec: table.values(spec.written),
    "record": _record,
    "records": _records,
}


def _when(table: Table) -> When:
    """Return when something was, from the fields of a `WrittenDate`."""
    before = len(table.problems)
    written = read_record(table, WrittenDate)
    told = vars(written)
    if len(table.problems) > before:  # what follows from a mistake is none
        told = {"edtf": written.edtf, "as_written": written.as_written}
    try:
        return read_when(**told)
    except DateError as error:
        table.wrong(error.field, str(error))
        return read_when()


def _check(table: Table, record: object) -> None:
    """Note what fits together badly in a record."""
    if getattr(record, "scope", "article") != "article" and not table.has("source"):
        what = _("missing, although the scope is '{scope}'").format(scope=getattr(record, "scope", ""))
        table.wrong("source", what, _("name a source from sources.toml"))
    if hasattr(record, "check_fields"):
        record.check_fields(table)
    match record:
        case Event():
            if len(record.moves) == 1:
                mend = _("name where it starts and where it ends")
                table.wrong("moves", _("one place is not a movement"), mend)
            if record.after and not record.after_cites:
                mend = _("name the sentences that put this event after others")
                table.wrong("after_cites", _("missing"), mend)
            if record.after_cites and not record.after:
                mend = _("name the events that after_cites puts before this one")
                table.wrong("after", _("missing"), mend)
        case Place():
            for field, other in (("latitude", "longitude"), ("longitude", "latitude")):
                if table.has(other) and not table.has(field):
                    mend = _("{other} alone is not a place: add it, or remove {other}").format(other=other)
                    table.wrong(field, _("missing"), mend)
        case Difference() if len(record.accounts) == 1:
            table.wrong("account", _("one account cannot differ from itself"), _("add another"))
        case MapPanel():
            for low, high, field in (
                (record.west, record.east, "east"),
                (record.south, record.north, "north"),
            ):
                if table.has(field) and low >= high:
                    what = _("{high:g} is not greater than {low:g}").format(high=high, low=low)
                    table.wrong(field, what, _("correct one of them"))
