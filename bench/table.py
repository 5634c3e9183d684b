"""The table of ratios: its rows, and its place in the README."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

BEGIN = "<!-- nox -s bench writes from here -->"
END = "<!-- to here -->"

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
    what: str, ours: Sequence[float], against: str, theirs: Sequence[float], most: float | None = None
) -> Row:
    """Return the row of two things that were timed in turn, in milliseconds; the median counts."""
    mine, other = median(ours), median(theirs)
    ratio = mine / other
    return Row(
        what,
        time(mine),
        f"{against}: {time(other)}",
        f"{share(ratio)}{missed(ratio, most)}",
        "" if most is None else share(most),
    )


def time(milliseconds: float) -> str:
    """Return a time for people, to three digits."""
    return f"{milliseconds / 1000:.3g} s" if milliseconds >= 1000 else f"{milliseconds:.3g} ms"


def share(ratio: float) -> str:
    """Return a ratio for people; a tiny one as how many of the one make the other."""
    return f"{ratio:.2f}" if ratio > 0.01 else f"1 : {1 / ratio:,.0f}"


def missed(value: float, most: float | None) -> str:
    """Return what is said of a value that is over its limit."""
    return ", missed" if most is not None and value > most else ""


def table(rows: Iterable[Row], machine: str) -> str:
    """Return the rows as a table in Markdown, and where they were measured."""
    return "\n".join([_HEAD, *(row.markdown() for row in rows), "", machine])


def replaced(readme: str, table: str) -> str:
    """Return the text of a README with this table in place of the old one.

    Raises:
        ValueError: The two marks are not there, each once and in their order.
    """
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end or BEGIN in rest or END in before + after:
        raise ValueError(f"the README needs one line '{BEGIN}', and below it one '{END}'")
    return f"{before}{BEGIN}\n\n{table}\n\n{END}{after}"
