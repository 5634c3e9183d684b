"""What a room knows of what comes back at its seats."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from coupquiz.answers.file_format import RecordKey
from coupquiz.classroom.room.lesson_plan import Plan
from coupquiz.review.lesson_review import LessonReview
from coupquiz.review.queue import ReviewDay


@dataclass(frozen=True, slots=True)
class RoomReview:
    """The facts of its lesson, which all seats share, and the day of each seat as it stood last."""

    lesson: LessonReview
    days: dict[int, tuple[tuple[int, date, RecordKey | None], ReviewDay]] = field(default_factory=dict)
    """By the seat's id: after how many changes, on which day and without which vote, and what that gave."""

    @classmethod
    def of(cls, plan: Plan) -> RoomReview:
        """Return that of a room with this plan."""
        return cls(LessonReview(plan.banks.values(), plan.case))
