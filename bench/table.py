"""Tables of ratios: their rows, and their places in the README."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

TABLES: Mapping[str, Collection[str]] = {
    "lesson": ("opening", "explorer", "questions", "review", "figures", "loading", "grading"),
    "room": ("room", "load"),
    "site": ("site",),
}
"""The subjects of each table, which are measured in one run."""

_HEAD = "| what | ours | against | ratio | wanted: at most |\n|---|---|---|---|---|"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    what: str
    ours: str
    against: str = ""
    ratio: str = ""
    most: str = ""

    def markdown(self) -> str:
        """Return the row as Markdown has it."""
        return f"| {self.what} | {self.ours} | {self.against} | {self.ratio} | {self.most} |"


def compared(
    what: str,
    ours: Sequence[float],
    against: str,
    theirs: Sequence[float],
    most: float | None = None,
    shown: Callable[[float], str] | None = None,
) -> Row:
    """Return the row of two things that were measured in turn; the median counts.

    ``shown`` says it for people; if it is left out, these are milliseconds.
    """
    mine, other = median(ours), median(theirs)
    ratio = mine / other
    return Row(
        what,
        (shown or time)(mine),
        f"{against}: {(shown or time)(other)}",
        f"{share(ratio)}{missed(ratio, most)}",
        "" if most is None else share(most),
    )


def limited(
    what: str,
    ours: Sequence[float],
    others: Mapping[str, Sequence[float]],
    most: float,
    shown: Callable[[float], str],
) -> Row:
    """Return the row of something and others, by their names, where the limit is ours and not the ratio's.

    Medians count, and ``shown`` says them for people.
    """
    mine, theirs = median(ours), {name: median(values) for name, values in others.items()}
    return Row(
        what,
        f"{shown(mine)}{missed(mine, most)}",
        ", ".join(f"{name}: {shown(other)}" for name, other in theirs.items()),
        ", ".join(share(mine / other) for other in theirs.values()),
        shown(most),
    )


def time(milliseconds: float) -> str:
    """Return a time for people, to three digits."""
    return f"{milliseconds / 1000:.3g} s" if milliseconds >= 1000 else f"{milliseconds:.3g} ms"


def size(bytes: float) -> str:
    """Return a size for people, to three digits."""
    return f"{bytes / 1e6:.3g} MB" if bytes >= 1e6 else f"{bytes / 1e3:.3g} kB"


def share(ratio: float) -> str:
    """Return a ratio for people; a tiny one as how many of the one make the other."""
    return f"{ratio:.2f}" if ratio > 0.01 else f"1 : {1 / ratio:,.0f}"


def missed(value: float, most: float | None) -> str:
    """Return what is said of a value that is over its limit."""
    return ", missed" if most is not None and value > most else ""


def table(rows: Iterable[Row], machine: str) -> str:
    """Return the rows as a table in Markdown, and where they were measured."""
    return "\n".join([_HEAD, *(row.markdown() for row in rows), "", machine])


def marks(name: str) -> tuple[str, str]:
    """Return between which lines of the README the table of a name is."""
    return f"<!-- nox -s bench writes on the {name} from here -->", f"<!-- the {name}: to here -->"


def replaced(readme: str, name: str, table: str) -> str:
    """Return the text of a README with this table in place of the old one of its name.

    Raises:
        ValueError: Its two marks are not there, each once and in their order.
    """
    first, last = marks(name)
    before, begin, rest = readme.partition(first)
    _, end, after = rest.partition(last)
    if not begin or not end or first in rest or last in before + after:
        raise ValueError(f"the README needs one line '{first}', and below it one '{last}'")
    return f"{before}{first}\n\n{table}\n\n{last}{after}"
