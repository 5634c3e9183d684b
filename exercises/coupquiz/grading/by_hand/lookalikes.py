"""Files beside the table of points that may be taken for it, and do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from coupdata.i18n import _
from coupdata.problems.problem import Problem, Severity
from coupquiz.parsing.untrusted import short

_WORKBOOKS = (".xlsx", ".xls", ".ods", ".numbers")
_TABLES = (".csv", ".tsv", ".txt")
_KEPT = re.compile(r"\.before-\d+\.csv")


def lookalikes(file: Path) -> Iterator[Problem]:
    """Yield which they are, and what to do with each: as downloads, copies and spreadsheets are called."""
    for other in sorted(file.parent.glob("*")):
        behind = other.name[len(file.stem) :]
        begins = other.name.casefold().startswith(file.stem) and not behind[:1].isalnum()
        if not begins or _KEPT.fullmatch(behind) or (file.exists() and other.samefile(file)):
            continue
        if other.suffix.lower() in _WORKBOOKS:
            what = _("nothing in a workbook counts")
            mend = _("save it in CSV format as {name}, then delete this")
        elif other.suffix.lower() in _TABLES:
            what = _("nothing in it counts, only what is in {name}").format(name=file.name)
            mend = _(
                "if you have typed into this one, call it {name}; else give it a name that begins differently"
            )
        else:
            continue
        yield Problem(short(other.name, 80), what, mend.format(name=file.name), Severity.WARNING)
