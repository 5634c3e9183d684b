"""Reads a record of any kind from its table, as its fields are described."""

from __future__ import annotations

from functools import partial
from typing import Any, TypeVar

from coupdata.i18n import _
from coupdata.loading.table import Table
from coupdata.model import Difference, Event, MapPanel, Place, When
from coupdata.model.described import FieldSpec, field_specs
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
    value = _read(table, spec)
    if not spec.required and (value is None or not table.has(spec.written)):
        return spec.absent
    if value is None:
        return spec.choices[0] if spec.choices else spec.low if spec.form in ("number", "whole") else ""
    return value


def _read(table: Table, spec: FieldSpec) -> object:
    """Return what the table's method for the form of a field gives."""
    field, required = spec.written, spec.required
    match spec.form:
        case "id":
            return table.id(required=required)
        case "text":
            return table.text(field, required=required, most=spec.most, quoted=spec.quoted)
        case "reference" | "references":
            return getattr(table, spec.form)(field, spec.refers, required=required)
        case "choice":
            return table.choice(field, spec.choices, required=required)
        case "whole" | "number":
            return getattr(table, spec.form)(field, spec.low, spec.high, required=required)
        case "record" if spec.record:
            inner = (f'{spec.written} = "..."' for spec in field_specs(spec.record) if spec.required)
            read = partial(read_record, kind=spec.record)
            return table.record(field, f"{{ {', '.join(inner)} }}", read, required=required)
        case "records" if spec.record:
            return table.records(field, partial(read_record, kind=spec.record), required=required)
        case "texts" | "days" | "points":
            return getattr(table, spec.form)(field, required=required)
    return getattr(table, spec.form)(field)


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
            for field, low, high in (
                ("east", record.west, record.east),
                ("north", record.south, record.north),
            ):
                if table.has(field) and low >= high:
                    what = _("{high:g} is not greater than {low:g}").format(high=high, low=low)
                    table.wrong(field, what, _("correct one of them"))
