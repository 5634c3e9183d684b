"""Says what an assignment that is made anew does to answers that were given to the one before it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from coupquiz.banks.questions_file import QuestionsError, QuestionsFile, load_questions
from coupquiz.core.form import Form
from coupquiz.course.assignment import questions_of
from coupquiz.course.folder import Course, questions_name
from coupquiz.grading.flag import named
from coupquiz.grading.paper import Paper


def handed_out(course: Course, assignment: str) -> QuestionsFile | None:
    """Return the questions of an assignment that is there already; None where none can be read."""
    with suppress(QuestionsError):
        return load_questions(course.source(assignment) / questions_name(assignment))
    return None


def answers_lost(before: QuestionsFile, paper: Paper) -> Iterator[str]:
    """Yield, in a sentence each, which answers to the earlier questions a paper cannot mark, and the mend."""
    if before.bank != paper.bank.id:
        yield (
            f"answers are kept under the id of the bank, which was '{before.bank}'. Now that it is "
            f"'{paper.bank.id}', none of them counts; write the old one."
        )
        return
    after = questions_of(paper)
    if (before.is_drawn or after.is_drawn) and _drawn(before) != _drawn(after):
        yield (
            "students are asked other questions than before, and answers to the rest do not count. It hangs "
            f"on the ids of all questions and on what was --draw {before.draw} and --seed {before.seed}."
        )
    forms = {form.id: form for form in after.forms}
    now = {
        id: forms[item.question.id]
        for item in paper.items
        for id in (item.question.id, *item.question.renamed)
    }
    if gone := [old.id for old in before.forms if old.id not in now or old.kind != now[old.id].kind]:
        yield (
            f"answers to {named(gone)} no longer count, for that is not asked any more, or in another way. "
            'Where only its id is another, write renamed = ["OLD-ID"] in the bank.'
        )
    for old in before.forms:
        if old.id not in gone and (ids := sorted(_ids(old) - _ids(now[old.id]))):
            yield (
                f"in '{old.id}' there is no {named(ids)} any more, so answers with it no longer count. "
                "Where only its id is another, write the old one."
            )


def _drawn(file: QuestionsFile) -> tuple[str, int, set[str]]:
    """Return all on which it hangs what a student is asked."""
    return file.seed, file.draw, {form.id for form in file.forms if form.scored}


def _ids(form: Form) -> set[str]:
    return {choice.id for choice in form.choices + form.targets}
