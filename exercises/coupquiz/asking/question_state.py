"""What a page shows of a question, as values that JSON knows."""

from __future__ import annotations

from typing import Any, TypedDict

from coupquiz.core.question import Answer


class QuestionState(TypedDict):
    """What a page shows of a question beside what is asked; only Python makes it."""

    answer: Answer
    """The answer as it stands."""
    ticked: list[str]
    """Ids of what the learner has ticked in the feedback."""
    turn: str
    """The message to which this is the response, by the name that its page gave it."""
    kept: str
    """Whether the answer is on disk, in words."""
    at: str
    """When it was written, as ISO 8601 has it; empty where there is none, or while it is not."""
    trouble: str
    """Why it could not be written; empty if it could."""
    buttons: list[dict[str, Any]]
    """What the learner can ask for: see `reply.Button`."""
    said: list[Any]
    """Feedback on the answer as JsonML; empty where there is none."""
    help: list[Any]
    """The hints that were taken and the solution if it was shown, as JsonML; empty where there is none."""
    marks: dict[str, bool]
    """Which parts of the answer are right, by id."""
    heard: str
    """How a typed answer was read."""
    cites: list[str]
    """Ids of the sentences on which the feedback stands."""
