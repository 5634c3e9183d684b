"""What all questions have, of whatever kind."""

# annotations stay as they are, for readers look at them: texts would have to be compiled first
from typing import Any, ClassVar, Literal, TypeAlias

from coupdata.model.described import described, field_specs, record

Answer: TypeAlias = str | list[str] | dict[str, str] | None
"""An answer as it is kept: by kind an id, ids, ids by id, or text; None or empty where there is none yet."""

Skill = Literal["chronology", "cause", "actors", "places", "vocabulary", "sources", "reading"]


@record
class Question:
    """A question on a reading; each kind adds what it needs."""

    MADE_BY: ClassVar[str] = "bank.question()"

    id: str = described("Its name. Answers are kept under it, so it must never change.")
    kind: str = described("Which kind of question it is.")
    prompt: str = described("What you ask.")
    cites: tuple[str, ...] = described(
        "The sentences that settle it: `c3.1` is section c, paragraph 3, sentence 1.",
        refers="sentence",
        required=True,
    )
    hints: tuple[str, ...] = described(
        "Hints, the slightest first. Three more write themselves: the part, the paragraph, the sentence."
    )
    trains: Skill = described("The skill it trains.")
    level: int = described(
        "1: found in one sentence. 2: put together from several. 3: weighed.", low=1, high=3, absent=1
    )
    explain: bool = described(
        "Whether learners who practise are asked, before the feedback, for a line in their own words on why."
    )
    events: tuple[str, ...] = described(
        "The events it asks about, where they do not follow from the rest.", refers="event"
    )
    renamed: tuple[str, ...] = described("Ids it had before, under which answers may still be kept.")

    @property
    def ids(self) -> tuple[str, ...]:
        """Its id, and those it had before."""
        return (self.id, *self.renamed)

    @property
    def hint(self) -> str:
        """The first hint; empty where the question has none of its own."""
        return self.hints[0] if self.hints else ""

    @property
    def scored(self) -> bool:
        """Whether answers to it are scored."""
        return True

    def common(self, *events: str) -> dict[str, Any]:
        """Return the fields that all questions have, with events added that its key asks about."""
        shared = {spec.name: getattr(self, spec.name) for spec in field_specs(Question)}
        return {**shared, "events": tuple(dict.fromkeys((*self.events, *events)))}
