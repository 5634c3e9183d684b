"""How fast everything is: writes the README's tables, or prints the rows of SUBJECTs alone."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from bench import explorer, figures, grading, load, loading, opening, questions, reviewing, room, site
from bench.lab import Desk, desk
from bench.machine import machine
from bench.table import TABLES, Row, replaced, table

README = Path(__file__).parents[1] / "README.md"

_VIEWS: Mapping[str, Callable[[Desk], Iterator[Row]]] = {
    "explorer": explorer.rows,
    "questions": questions.rows,
    "review": reviewing.rows,
    "opening": opening.rows,
}
_REST: Mapping[str, Callable[[], Iterator[Row]]] = {
    "figures": figures.rows,
    "loading": loading.rows,
    "grading": grading.rows,
    "room": room.rows,
    "load": load.rows,
    "site": site.rows,
}


def main() -> None:
    """Measure and print; write the tables that are whole."""
    parser = argparse.ArgumentParser(prog="bench", description=(__doc__ or "").splitlines()[0])
    subjects = [*_VIEWS, *_REST]
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=f"of {', '.join(subjects)}")
    chosen = parser.parse_args().subjects or subjects
    if unknown := set(chosen).difference(subjects):
        parser.error(f"no subject {', '.join(sorted(unknown))}; there are {', '.join(subjects)}")
    for name, whole in TABLES.items():
        replaced(README.read_text(encoding="utf-8"), name, "")  # better known now than in ten minutes
        rows = []
        for row in measured([subject for subject in whole if subject in chosen]):
            print(row.markdown(), flush=True)
            rows.append(row)
        if set(whole) <= set(chosen):
            text = replaced(README.read_text(encoding="utf-8"), name, table(rows, machine()))
            README.write_text(text, encoding="utf-8")
            print(f"The table on the {name} is in {README.name}.")


def measured(chosen: Collection[str]) -> Iterator[Row]:
    """Yield the rows of these subjects as they come."""
    views = [rows for subject, rows in _VIEWS.items() if subject in chosen]
    if views:
        with desk() as shared:
            for rows in views:
                yield from rows(shared)
    for subject, others in _REST.items():
        if subject in chosen:
            yield from others()


if __name__ == "__main__":
    main()
