"""A statement held against the reading."""

from collections.abc import Mapping
from typing import Literal

from coupdata.model.described import described, record
from coupquiz.core.question import Question


@record
class ClaimFeedback:
    """What is said to each of the three answers."""

    supported: str = described("Feedback on “The reading supports it”.")
    contradicted: str = described("Feedback on “The reading contradicts it”.")
    not_said: str = described("Feedback on “The reading does not say”.", written="not-said")


@record
class Claim(Question):
    """A statement, how the reading stands to it, and what is said to each answer."""

    verdict: Literal["supported", "contradicted", "not-said"] = described("The right answer.")
    feedback: ClaimFeedback = described("What each answer would mean, and what the reading says instead.")

    @property
    def said(self) -> Mapping[str, str]:
        """The feedback by the ids of the answers."""
        feedback = self.feedback
        return {
            "supported": feedback.supported,
            "contradicted": feedback.contradicted,
            "not-said": feedback.not_said,
        }
