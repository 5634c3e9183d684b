"""What is made from the descriptions of records: JSON Schemas for editors, tables for documents.

A record whose fields are `described` gives a schema, ``object_schema(field_specs(Event))``, and a table of
Markdown, ``field_table(field_specs(Event))``. A file that is made of them is named, with the text that it
should hold, in a mapping: `write` writes it or checks that it is fresh. See `case_files`, which does so for a
case.
"""

from coupdata.model.described import FieldSpec, described, field_specs, record
from coupdata.schema.field_table import field_table, with_tables
from coupdata.schema.generated import as_json, stale, write
from coupdata.schema.json_schema import Schema, field_schema, file_schema, object_schema

__all__ = [
    "FieldSpec",
    "Schema",
    "as_json",
    "described",
    "field_schema",
    "field_specs",
    "field_table",
    "file_schema",
    "object_schema",
    "record",
    "stale",
    "with_tables",
    "write",
]
