"""Reads a record of any kind from its table, as its fields are described."""

from __future__ import annotations

from typing import Any, TypeVar

from coupdata.i18n import _
from coupdata.loading.table import Table
from coupdata.model import Difference, Event, MapPanel, Place, When
from coupdata.model.described import FieldSpec, field_specs
from coupdata.model.edtf import DateError, WrittenDate, read_when

T = TypeVar("T")


def read_record(table: Table, kind: type[T]) -> T:
    """Return the record of this kind that a table holds; each field is read as it is `described`."""
    record = kind(**{spec.name: read_field(table, spec) for spec in field_specs(kind)})
    _check(table, record)
    return record


def read_field(table: Table, spec: FieldSpec) -> Any:
    """Return the value of a described field; a stand-in where it is wrong, which has been noted."""
    if spec.spread:
        return _when(table)
    value = _value(table, spec)
    if not spec.required and (value is None or not table.has(spec.written)):
        return spec.absent
    if value is None:
        return spec.choices[0] if spec.choices else spec.low if spec.form in ("number", "whole") else ""
    return value


def _value(table: Table, spec: FieldSpec) -> object:
    field, required, kind = spec.written, spec.required, spec.record
    match spec.form:
        case "id":
            return table.id()
        case "text":
            return table.text(field, required=required, most=spec.most, quoted=spec.quoted)
        case "texts":
            return table.texts(field, required=required)
        case "reference":
            return table.reference(field, spec.refers, required=required)
        case "references":
            return table.references(field, spec.refers, required=required)
        case "choice":
            return table.known_choice(field, spec.choices, required=required)
        case "whole":
            return table.whole(field, spec.low, spec.high, required=required)
        case "number":
            return table.number(field, spec.low, spec.high, required=required)
        case "flag":
            return table.flag(field)
        case "days":
            return table.days(field, required=required)
        case "points":
            return table.points(field, required=required)
        case "names":
            return table.names(field)
        case "record" if kind:
            return table.record(field, form_of(kind), lambda t: read_record(t, kind), required=required)
        case "records" if kind:
            return table.records(field, lambda t: read_record(t, kind), required=required)
    raise AssertionError(spec.form)


def form_of(kind: type) -> str:
    """Return a record as it stands in braces: ``{ words = "...", covers = "..." }``."""
    fields = (f'{spec.written} = "..."' for spec in field_specs(kind) if spec.required)
    return f"{{ {', '.join(fields)} }}"


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
        what = _("missing, but the scope is '{scope}'").format(scope=getattr(record, "scope", ""))
        table.wrong("source", what, _("name the source of sources.toml"))
    match record:
        case Event():
            if len(record.moves) == 1:
                mend = _("name where it starts and where it ends")
                table.wrong("moves", _("one place is no movement"), mend)
            if record.after and not record.after_cites:
                mend = _("name the sentences that put this event after others")
                table.wrong("after_cites", _("missing"), mend)
            if record.after_cites and not record.after:
                mend = _("name the events that after_cites puts before this one")
                table.wrong("after", _("missing"), mend)
        case Place():
            for field, other in (("latitude", "longitude"), ("longitude", "latitude")):
                if table.has(other) and not table.has(field):
                    mend = _("{other} alone is no place: add it, or take {other} out").format(other=other)
                    table.wrong(field, _("missing"), mend)
        case Difference() if len(record.accounts) == 1:
            table.wrong("account", _("one account differs from nothing"), _("add the other"))
        case MapPanel():
            for low, high, field in (
                (record.west, record.east, "east"),
                (record.south, record.north, "north"),
            ):
                if table.has(field) and low >= high:
                    what = _("{high:g} does not lie beyond {low:g}").format(high=high, low=low)
                    table.wrong(field, what, _("mend one of them"))
