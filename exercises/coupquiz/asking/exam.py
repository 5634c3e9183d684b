"""Questions in an exam: answers are kept, and nothing is said to them."""

from __future__ import annotations

from coupdata.i18n import _
from coupquiz.asking.reply import Reply
from coupquiz.core.behaviour import Attempt
from coupquiz.core.form import Form


class Exam:
    """Keeps answers and says nothing; it knows nothing else either."""

    def after(self, form: Form, attempt: Attempt, act: str) -> Attempt:  # noqa: ARG002
        """Return the attempt as it is."""
        return attempt

    def reply(self, form: Form, attempt: Attempt, asked: bool) -> Reply:  # noqa: ARG002
        """Return whether there is an answer."""
        return Reply(_("Recorded") if attempt.answer else _("Not answered yet"))
