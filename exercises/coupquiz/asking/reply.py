"""What a question shows below the answer; in an exam, next to nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from coupdata.i18n import _
from coupdata.views.html.element import Element
from coupquiz.core.behaviour import Attempt
from coupquiz.core.form import Form


@dataclass(frozen=True, slots=True)
class Button:
    """Something that a learner can ask for."""

    act: str
    """What it asks for: `check`, `hint` or `solution`."""
    label: str
    note: str = ""
    """What it costs."""
    off: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """What a question shows of an attempt, beside the answer itself."""

    kept: str
    """What is said of an answer that is on disk."""
    buttons: tuple[Button, ...] = ()
    said: Element | None = None
    help: Element | None = None
    marks: Mapping[str, bool] = field(default_factory=dict)
    """Which parts of the answer are right, by id."""
    cites: tuple[str, ...] = ()
    """Ids of the sentences on which the feedback stands."""


class Exam:
    """Keeps answers and says nothing; it knows nothing else either."""

    def after(self, form: Form, attempt: Attempt, act: str) -> Attempt:  # noqa: ARG002
        """Return the attempt as it is."""
        return attempt

    def reply(self, form: Form, attempt: Attempt, asked: bool) -> Reply:  # noqa: ARG002
        """Return whether there is an answer."""
        return Reply(_("Recorded") if attempt.answer else _("Not answered yet"))
