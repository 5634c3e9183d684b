"""A question to answer in one's own words."""

from coupdata.model.described import described, record
from coupquiz.core.question import Question


@record
class Why(Question):
    """A question with a model answer, and what a good answer has."""

    model: str = described("A model answer.")
    checklist: tuple[str, ...] = described("What a good answer has.", required=True)

    @property
    def scored(self) -> bool:
        """Never: no program judges own words."""
        return False
