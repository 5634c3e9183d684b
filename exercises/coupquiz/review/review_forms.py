"""The forms of a case's facts, made when they are needed; what they make is a bank that lies in no file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from coupdata.i18n import _
from coupdata.model import Case
from coupdata.problems.errors import check_id
from coupquiz.banks.bank import Bank, read_bank
from coupquiz.banks.option_length import stands_out
from coupquiz.core.question import Question
from coupquiz.kinds import KINDS
from coupquiz.review.facts import Fact, facts
from coupquiz.review.forms.causes import cause_forms
from coupquiz.review.forms.dates import date_forms
from coupquiz.review.forms.draft import Draft
from coupquiz.review.forms.order import order_forms
from coupquiz.review.forms.sentences import sentence_forms
from coupquiz.review.forms.significance import significance_forms
from coupquiz.review.forms.told import Told
from coupquiz.review.forms.unsaid import unsaid_forms
from coupquiz.review.forms.who_and_where import where_forms, who_forms

BANK = "review"
"""The id of the bank; answers are kept under it, so it must never change."""

_DAY = re.compile(r"-\d{4}-\d\d-\d\d$")
_OF_EVENTS = (
    date_forms,
    who_forms,
    where_forms,
    order_forms,
    sentence_forms,
    significance_forms,
    unsaid_forms,
)


class ReviewForms:
    """The facts of a case, and the forms in which each can be asked for."""

    def __init__(self, case: Case, seed: str = "") -> None:
        """Make no form yet; the same seed chooses the same wrong options."""
        self.case = case
        self.facts = {fact.id: fact for fact in facts(case)}
        self._seed = seed
        self._told = Told(case)
        self._drafts: dict[str, dict[str, Draft]] = {}
        self._has: dict[str, bool] = {}

    def of(self, fact: str) -> tuple[str, ...]:
        """Return the ids of the forms of a fact; empty where the data gives none."""
        if fact not in self._drafts:
            drafts = self._made(self.facts[fact])
            self._drafts[fact] = {draft.id: draft for draft in drafts if self._is_fair(draft)}
        return tuple(self._drafts[fact])

    def has(self, fact: str) -> bool:
        """Return whether a fact has any form, which takes less than to make all."""
        if fact not in self._has:
            self._has[fact] = any(self._is_fair(draft) for draft in self._made(self.facts[fact]))
        return self._has[fact]

    def kind(self, fact: str, form: str) -> str:
        """Return which kind of question a form is."""
        return str(self._drafts[fact][form].values["kind"])

    def fact_of(self, form: str) -> Fact | None:
        """Return the fact for which a form asks, even where that form is no longer made."""
        parts = form.split("-")
        starts = ("-".join(parts[:number]) for number in range(len(parts) - 1, 0, -1))
        return next((self.facts[start] for start in starts if start in self.facts), None)

    def bank(self, chosen: Iterable[tuple[str, str]], day: date | None = None) -> Bank:
        """Return a bank of these forms, each with its fact; one that is no more is left out.

        Questions of a day have it in their ids, for a form may come back, and is a new question then.
        """
        drafts = [self._drafts[fact][form] for fact, form in chosen if form in self.of(fact)]
        return self._read(drafts, day) if drafts else Bank(id=BANK, title=_("Review"), questions=())

    def question(self, form: str) -> Question:
        """Return the question that a form is; an ``UnknownIdError`` says that there is none."""
        fact = self.fact_of(form)
        check_id("question", form, self.of(fact.id) if fact else ())
        assert fact
        return self.bank([(fact.id, form)]).questions[0]

    def whole_bank(self) -> Bank:
        """Return a bank of all forms."""
        return self.bank((fact, form) for fact in self.facts for form in self.of(fact))

    def _made(self, fact: Fact) -> Iterator[Draft]:
        seed = f"{self._seed}/{fact.id}"
        if fact.link:
            yield from cause_forms(fact.link, fact.id, self._told, seed)
        else:
            for make in _OF_EVENTS:
                yield from make(self.case.event(fact.id), self._told, seed)

    def _is_fair(self, draft: Draft) -> bool:
        """Return whether no two events of a form have one title, and the right option does not stand out."""
        shown = [option.get("event") for option in draft.values.get("option", ())]
        shown += draft.values.get("pairs", {}).get("events", ())
        titles = [self.case.event(id).title for id in shown if id]
        return len(titles) == len(set(titles)) and not self._tells(draft)

    def _tells(self, draft: Draft) -> bool:
        """Return whether the right option of a form stands out by its length."""
        [question] = self._read([draft]).questions
        clues = KINDS[question.kind].clues(question)
        return clues.by_length and stands_out(clues.right[0], clues.wrong)

    def _read(self, drafts: Iterable[Draft], day: date | None = None) -> Bank:
        questions = [{"id": question_id(draft.id, day), **draft.values} for draft in drafts]
        return read_bank({"id": BANK, "title": _("Review"), "question": questions}, Path(BANK), self.case)


def question_id(form: str, day: date | None) -> str:
    """Return the id of the question that a form is on a day."""
    return f"{form}-{day.isoformat()}" if day else form


def form_of(question: str) -> str:
    """Return the form that a question of some day is."""
    return _DAY.sub("", question)


def day_of(question: str) -> date | None:
    """Return the day on which a question of review came; None where its id has none."""
    found = _DAY.search(question)
    try:
        return date.fromisoformat(found[0][1:]) if found else None
    except ValueError:  # digits that are no date
        return None
