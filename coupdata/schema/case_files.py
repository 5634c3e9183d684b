"""What is made from the descriptions of a case: schemas of its files, and the tables of `data/README.md`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coupdata.model import Case
from coupdata.model.described import FieldSpec, field_specs
from coupdata.model.edtf import WrittenDate
from coupdata.schema.field_table import with_tables
from coupdata.schema.generated import as_json
from coupdata.schema.json_schema import file_schema

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
