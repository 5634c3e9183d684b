"""A value taken from the data: looked up, so that no number stands in the bank."""

from dataclasses import dataclass

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Case
from coupdata.model.described import described, record
from coupquiz.core.question import Question
from coupquiz.keys.lookup import LookedUp, WrittenLookup, look_up
from coupquiz.kinds.value.comparison import is_same


@record
class WrittenValueMistake:
    """A wrong value that a bank expects: looked up as well, or a text."""

    value: WrittenLookup | None = described("Where the wrong value is in the tables.")
    text: str = described("The wrong value, if it is not in the tables.", absent="")
    feedback: str = described("What it would mean, and what is right instead.")
    cites: tuple[str, ...] = described(
        "The sentences the feedback is based on. Without them: those of the question.", refers="sentence"
    )

    def check_fields(self, table: Table) -> None:
        """Note where there is neither."""
        if not table.has("value") and not self.text:
            table.wrong("value", _("missing"), _("look it up, or write text"))


@record
class WrittenValue(Question):
    """A question for a value, as a bank has it."""

    value: WrittenLookup = described("Where the right value is in the tables.")
    feedback: str = described("What to say about the right value.")
    wrong: tuple[WrittenValueMistake, ...] = described("Mistakes you expect.", required=True)


@dataclass(frozen=True, slots=True)
class ExpectedMistake:
    """A wrong value that is to be expected."""

    value: LookedUp
    feedback: str
    cites: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Value(Question):
    """A question whose answer stands in the data."""

    right: LookedUp
    feedback: str
    """What to say about the right value."""
    wrong: tuple[ExpectedMistake, ...]


def make_value(written: WrittenValue, table: Table, case: Case) -> Value | None:
    """Return the question that a bank has; None where the lookup gives nothing."""
    right = look_up(written.value, table, "value", case)
    mistakes = []
    for number, mistake in enumerate(written.wrong, 1):
        value = (
            look_up(mistake.value, table, f"wrong {number}, value", case)
            if mistake.value
            else LookedUp("text", (mistake.text,))
        )
        if not value or not right:
            continue
        if value.sort != right.sort:
            what = _("{value} is a different kind of value from the right one").format(value=value.texts[0])
            table.wrong("wrong", what)
        elif is_same(right, value.texts):
            table.wrong("wrong", _("{value} is right").format(value=", ".join(value.texts)), _("remove it"))
        mistakes.append(ExpectedMistake(value, mistake.feedback, mistake.cites))
    if not right:
        return None
    return Value(**written.common(), right=right, feedback=written.feedback, wrong=tuple(mistakes))
