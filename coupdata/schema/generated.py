"""Files that are made from descriptions, such as the schemas of a case: written, or checked to be fresh."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from coupdata.model import Case
from coupdata.model.described import FieldSpec, field_specs
from coupdata.model.edtf import WrittenDate
from coupdata.schema.field_table import with_tables
from coupdata.schema.json_schema import Schema, file_schema

DATA = Path(__file__).parents[1] / "data"


def case_files(case: type = Case) -> dict[Path, str]:
    """Return the text of each file that is made from the descriptions of a case."""
    files: dict[str, list[FieldSpec]] = {}
    fields: dict[str, Sequence[FieldSpec]] = {"date": field_specs(WrittenDate)}
    for spec in field_specs(case):
        files.setdefault(spec.file, []).append(spec)
        if spec.record:
            fields[spec.written] = field_specs(spec.record)
    schemas = {
        DATA / "schemas" / f"{Path(file).stem}.schema.json": as_json(file_schema(f"{file} of a case", specs))
        for file, specs in files.items()
    }
    readme = DATA / "README.md"
    return schemas | {readme: with_tables(readme.read_text(encoding="utf-8"), {**files, **fields})}


def as_json(schema: Schema) -> str:
    """Return a schema as its file has it."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def stale(files: Mapping[Path, str]) -> list[Path]:
    """Return the files that do not hold the text that they should."""
    return [
        file for file, text in files.items() if not file.exists() or file.read_text(encoding="utf-8") != text
    ]


def write(files: Mapping[Path, str], command: str) -> None:
    """Write files with what they should hold; with ``--check`` on the command line only say which are stale.

    Args:
        files: What each file should hold.
        command: The command that writes them.
    """
    old = stale(files)
    if "--check" in sys.argv and old:
        names = ", ".join(str(file) for file in old)
        raise SystemExit(f"No longer match the fields of the records: {names}. Run: {command}")
    for file in old:
        file.parent.mkdir(exist_ok=True)
        file.write_text(files[file], encoding="utf-8", newline="\n")
