"""Tables of Markdown that tell which fields a record has, and where they stand in a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from coupdata.model.described import FieldForm, FieldSpec, field_specs

_PLACE = re.compile(r"(<!-- fields of (.+?) -->\n).*?(<!-- end of fields -->)", re.DOTALL)


def field_table(specs: Iterable[FieldSpec]) -> str:
    """Return a table with a line for each field, the required ones bold, and for those of records in it."""
    return "\n".join(("| field | what it holds | what it says |", "|---|---|---|", *_lines(specs, "")))


def with_tables(document: str, fields: Mapping[str, Iterable[FieldSpec]]) -> str:
    """Return a document with a table in each place ``<!-- fields of NAME --> … <!-- end of fields -->``."""
    return _PLACE.sub(lambda place: f"{place[1]}{field_table(fields[place[2]])}\n{place[3]}", document)


def _lines(specs: Iterable[FieldSpec], outer: str) -> Iterator[str]:
    for spec in specs:
        if spec.spread:
            names = ", ".join(f"`{outer}{inner.written}`" for inner in field_specs(spec.spread))
            yield f"| {names} | date | {spec.meaning} |"
            continue
        name = f"`{outer}{spec.written}`"
        yield f"| {f'**{name}**' if spec.required else name} | {in_words(spec)} | {spec.meaning} |"
        if spec.record:
            yield from _lines(field_specs(spec.record), f"{outer}{spec.written}.")


_WORDS: dict[FieldForm, str] = {
    "id": "id",
    "text": "text",
    "texts": "list of texts",
    "reference": "id of {an} {refers}",
    "references": "ids of {refers}s",
    "whole": "whole number from {low:g} to {high:g}",
    "number": "number from {low:g} to {high:g}",
    "flag": "true or false",
    "days": "first and last day",
    "points": "points as text, degrees east and north: 44.8 41.7, 45.2 41.3",
    "names": "texts by language tag",
    "values": "table of texts, true or false by column",
    "record": "table",
    "records": "list of tables",
}


def in_words(spec: FieldSpec) -> str:
    """Return what a field holds: "text, at most 40 characters", "ids of events", "note or context"."""
    if spec.form == "choice":
        *first, last = map(str, spec.choices)
        return f"{', '.join(first)} or {last}" if first else last
    held = "quotation of fewer than eight words" if spec.quoted else _WORDS[spec.form]
    held = held.format(an="an" if spec.refers[:1] in tuple("aeiou") else "a", **spec._asdict())
    limit = f"at most {spec.most} characters" if spec.most else spec.unit
    return f"{held}, {limit}" if limit else held
