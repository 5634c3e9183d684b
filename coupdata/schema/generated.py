"""Files that are made from descriptions: written, or checked to be fresh."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from coupdata.schema.json_schema import Schema


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
