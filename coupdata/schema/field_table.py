"""Tables of Markdown that tell which fields a record has, and where they stand in a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from coupdata.model.described import FieldSpec, field_specs
from coupdata.schema.words import in_words

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
