"""What becomes of an assignment that is made again: what is kept, and which answers would no longer count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from coupdata.i18n import _
from coupquiz.banks.bank import Bank
from coupquiz.core.form import Form
from coupquiz.course.assignment_key import questions_of
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.marks import number
from coupquiz.grading.wording import named


@dataclass(frozen=True, slots=True)
class Options:
    """The options of `coup1920 assign`; empty is what was left to the bank."""

    title: str = ""
    points: Mapping[str, float] = field(default_factory=dict)
    seed: str = ""
    draw: int | None = None

    def typed(self) -> dict[str, str]:
        """Return what decides on the questions as it would be typed, by the names of the options."""
        options = {}
        if self.draw:
            options["draw"] = f"--draw {self.draw}"
        if self.points:
            worth = (f"{id}={number(points)}" for id, points in self.points.items())
            options["questions"] = f"--questions {named(worth)}"
        return options


def options_of(key: AnswerKey, bank: Bank) -> Options:
    """Return the options by which a key was made; its questions by the ids that they have in the bank now."""
    now = {id: question.id for question in bank.questions for id in reversed(question.ids)}
    points = {now[item.question.id]: item.points for item in key.items if item.question.id in now}
    chosen = "questions" in key.chosen and key.bank.id == bank.id
    title = key.title if "title" in key.chosen else ""
    return Options(title, points if chosen else {}, key.seed, key.draw if key.is_drawn else None)


def answers_lost(old: AnswerKey, new: AnswerKey) -> Iterator[str]:
    """Yield, in a sentence each, which answers to the older questions no longer count, with what to do."""
    if old.bank.id != new.bank.id:
        yield _(
            "answers are kept under the bank's id, which was '{old}'. Now that it is '{new}', none of "
            "them count; use the old id."
        ).format(old=old.bank.id, new=new.bank.id)
        return
    before, after = questions_of(old), questions_of(new)
    asked = [(file.seed, file.draw, {f.id for f in file.forms if f.scored}) for file in (before, after)]
    if (old.is_drawn or new.is_drawn) and asked[0] != asked[1]:
        yield _(
            "students are asked different questions from before, and answers to the others do not count. "
            "This depends on the ids of all the questions, and on --draw (it was {draw}) and --seed (it "
            "was {seed})."
        ).format(draw=old.draw, seed=old.seed)
    now = {id: form for item, form in zip(new.items, after.forms, strict=True) for id in item.question.ids}
    if gone := [form.id for form in before.forms if form.id not in now or form.kind != now[form.id].kind]:
        yield _(
            "answers to {ids} no longer count, because they are no longer asked, or are asked "
            'differently. If only an id has changed, write renamed = ["OLD-ID"] in the bank.'
        ).format(ids=named(gone))
    for form in before.forms:
        if form.id not in gone and (ids := sorted(_ids(form) - _ids(now[form.id]))):
            yield _(
                "'{question}' no longer has {ids}, so answers with it no longer count. If only its id has "
                "changed, use the old one."
            ).format(question=form.id, ids=named(ids))


def _ids(form: Form) -> set[str]:
    return {choice.id for choice in form.choices + form.targets}
