"""The questions of a bank as one learner is asked them: messages go in, states come out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from typing import Any

from coupdata.i18n import _
from coupdata.model import Case
from coupdata.problems.annotations import shown
from coupdata.problems.errors import check_id
from coupquiz.answers.calibration import Step, calibration
from coupquiz.answers.file_format import RecordKey
from coupquiz.answers.question_summary import Summary, summarise
from coupquiz.asking.live_answers import KeptAnswers, LiveAnswers
from coupquiz.asking.python_value import answer_from
from coupquiz.asking.question_page import QuestionState
from coupquiz.asking.reply import Exam, Practice
from coupquiz.asking.turn import is_late
from coupquiz.banks.bank import Bank
from coupquiz.banks.questions_file import QuestionsFile
from coupquiz.core.behaviour import Attempt, Behaviour, answered, explained, is_counted, ticked
from coupquiz.core.form import Form, Seed
from coupquiz.core.question import Answer
from coupquiz.core.tries import Certainty, tried
from coupquiz.core.verdict import Outcome, Verdict
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import form
from coupquiz.pages import feedback
from coupquiz.pages.certainty import certainty_words
from coupquiz.parsing.untrusted import text, texts


class AskedBank:
    """Questions, and a learner's answers to them.

    Where something is answered or a button is pressed, a page sends a message and shows the states that come
    back. Who shows the questions as well is told by the answers, which it follows, and asks for the `states`.
    Any number of these may be in use at once, for as many learners.
    """

    def __init__(
        self,
        id: str,
        title: str,
        forms: Iterable[Form],
        answers: LiveAnswers[KeptAnswers],
        responder: Practice | Exam,
        year: int,
        *,
        numbers: Mapping[str, str],
        numbered: bool = False,
        renamed: Mapping[str, str] | None = None,
    ) -> None:
        """Prepare the questions; `of_bank` and `of_file` do it for what there is to ask.

        Args:
            id: The bank's, under which the answers are kept.
            title: The bank's.
            forms: The questions.
            answers: The learner's.
            responder: Does with an answer what questions do.
            year: The year that is meant where a typed date has none.
            numbers: By which a class speaks of them, by id; who has none is left out.
            numbered: Whether those that are scored can be asked by number, too: 1, 2, ...
            renamed: The ids that questions have now, by those that they had.
        """
        self.id = id
        self.title = title
        self.forms = {form.id: form for form in forms}
        self.numbers = numbers
        self.live_answers = answers
        self.behaviour = responder.behaviour
        self._responder = responder
        self._year = year
        scored = (form.id for form in self.forms.values() if form.scored)
        self._by_number = dict(enumerate(scored, 1)) if numbered else {}
        self._renamed = renamed or {}
        self._turns: dict[str, str] = {}
        self._checked: dict[str, Answer] = {}
        self._asked_why: set[str] = set()
        self._unexplained: set[str] = set()
        answers.refresh()

    @classmethod
    def of_bank(
        cls,
        bank: Bank,
        case: Case,
        answers: LiveAnswers[KeptAnswers],
        behaviour: Behaviour,
        *,
        numbers: Mapping[str, str],
        seed: Seed = None,
    ) -> AskedBank:
        """Return all questions of a bank; the seed decides the order of choices."""
        forms = [form(question, seed) for question in bank.questions]
        year = case.lens[0].year
        renamed = {old: question.id for question in bank.questions for old in question.renamed}
        responder: Exam | Practice = Exam()  # nothing in it that could be looked at holds a key
        if behaviour is Behaviour.PRACTICE:
            answers.answers.migrate(bank)
            responder = Practice(bank, case)
        about = bank.id, bank.title, forms, answers, responder, year
        return cls(*about, numbers=numbers, renamed=renamed)

    @classmethod
    def of_file(cls, file: QuestionsFile, answers: LiveAnswers[KeptAnswers], student: str = "") -> AskedBank:
        """Return the questions of an assignment that are a student's; who has no name goes by a random id."""
        name = student or answers.answers.learner
        if file.is_drawn:
            name = answers.answers.draw_for(name)
        forms = file.asked(name)
        return cls(
            file.bank,
            file.title,
            forms,
            answers,
            Exam(),
            file.year,
            numbers={form.id: str(number) for number, form in enumerate(forms, 1)},
            numbered=file.is_drawn,
        )

    @property
    def place(self) -> str:
        """What tells these answers from all others that a browser may meet, and says nothing else."""
        told = f"{self.live_answers.answers.place}\n{self.id}"
        return sha256(told.encode("utf-8", "surrogateescape")).hexdigest()[:16]

    @property
    def answers(self) -> dict[str, Answer]:
        """The answers as they stand, by question."""
        attempts = {id: self.attempt(id) for id in self.forms}
        return {id: attempt.answer for id, attempt in attempts.items() if attempt.answer}

    @property
    def explained(self) -> frozenset[str]:
        """The ids of the questions to which learners are asked for an explanation of their answers."""
        return frozenset(id for id, form in self.forms.items() if self._responder.asks_explanation(form))

    def form(self, id: str | int) -> Form:
        """Return a question by its id, now or before, or number; ``UnknownIdError`` names the near ones."""
        known = self._by_number.get(id, shown(id)) if isinstance(id, int) else self._renamed.get(id, id)
        check_id("question", known, self.forms)
        return self.forms[known]

    def attempt(self, id: str) -> Attempt:
        """Return the attempt at a question as it stands."""
        return self.live_answers.attempt(RecordKey(self.id, id))

    def receive(self, message: object) -> dict[str, QuestionState]:
        """Take what comes from a page: an answer, and what the learner asks for.

        Args:
            message: A mapping with "question", its id; "act", one of "answer", "check", "hint", "solution"
                and "tick"; "answer" as it stands on the page, or nothing for that which is kept; "turn", a
                text that the state brings back: by it, what `is_late` does not count; "counted", how often
                the act had counted as far as the page knew, for what comes twice after a restart; with
                "tick", "ticked": a list of ids; with "check", "certainty", if the learner says how sure they
                are; "explanation", a text, where the page has room for one: then the first check without one
                asks for it, and the next is as any other. Whatever else it is, it does no harm.

        Returns:
            The states of the questions that have changed, and of that which was asked for.
        """
        id = message.get("question") if isinstance(message, Mapping) else None
        if not isinstance(message, Mapping) or not isinstance(id, str) or id not in self.forms:
            return {}
        key, act, turn = RecordKey(self.id, id), message.get("act"), text(message.get("turn"))
        if is_late(turn, self._turns.get(id, "")):
            return self.states([key])
        self._turns[id] = turn
        self._unexplained.discard(id)
        before = attempt = self.attempt(id)
        answer = message.get("answer", attempt.answer) or None
        if answer != attempt.answer:
            log = self.live_answers.log(key)
            attempt = answered(attempt, answer, log[-1].explanation if log else "")
        if is_counted(attempt, act, message.get("counted")):
            act = "answer"
        if act == "tick":
            attempt = ticked(attempt, tuple(texts(message.get("ticked"))))
        is_told = isinstance(message.get("explanation"), str)
        has_room = is_told and self._responder.asks_explanation(self.forms[id])
        if has_room:
            attempt = explained(attempt, message["explanation"])
        unchecked = attempt
        attempt, verdict = self._responder.after(self.forms[id], attempt, str(act))
        if has_room and verdict and self._asks_why(id, unchecked, verdict):
            attempt, verdict, act = unchecked, None, "answer"
        now = datetime.now().astimezone()
        certainty = self._certainty(self.forms[id], message.get("certainty"))
        new_try = tried(attempt, verdict, now, certainty) if verdict else None
        self._checked.pop(id, None)
        if act == "check":
            self._checked[id] = attempt.answer
        changed = self.live_answers.record(key, attempt, new_try) if attempt != before else ()
        return self.states({key, *changed})

    def receive_value(self, id: str, value: Any) -> dict[str, QuestionState]:
        """Take a value of a learner's code as the answer, and check it.

        None or ``...`` is no answer and takes none back, and the same again is no second try.

        Returns:
            What `receive` returns; nothing where nothing has changed.

        Raises:
            NoAnswerError: The value cannot be an answer; then nothing has changed.
        """
        answer, state = answer_from(value), self.state(id)
        if answer is None or (answer == state["answer"] and state["said"]):
            return {}
        return self.receive({"question": id, "act": "check", "answer": answer})

    def states(self, changed: Iterable[RecordKey]) -> dict[str, QuestionState]:
        """Return what to show of those of these attempts that are at questions of this bank."""
        keys = (key for key in changed if key.bank == self.id and key.question in self.forms)
        return {key.question: self.state(key.question) for key in keys}

    def state(self, id: str) -> QuestionState:
        """Return what to show of a question."""
        form, key = self.forms[id], RecordKey(self.id, id)
        attempt, at = self.live_answers.attempt(key), self.live_answers.at(key)
        trouble = self.live_answers.trouble(key)
        was_asked = id in self._checked and self._checked[id] == attempt.answer
        log = self.live_answers.log(key)
        certainty = log[-1].certainty if log and log[-1].answer == attempt.answer else None
        reply = self._responder.reply(form, attempt, was_asked, certainty)
        certainties = certainty_words() if self._responder.asks_certainty(form) else {}
        is_unexplained = id in self._unexplained
        said = feedback.unexplained() if is_unexplained else reply.said
        on_its_way = "" if trouble else _("Saving …")
        return {
            "answer": attempt.answer,
            "ticked": list(attempt.ticked),
            "turn": self._turns.get(id, ""),
            "counted": attempt.counted,
            "kept": reply.kept if at or attempt == Attempt() else on_its_way,
            "at": at.isoformat() if at and attempt.answer else "",
            "trouble": trouble,
            "buttons": [asdict(button) for button in reply.buttons],
            "certainties": {str(step): word for step, word in certainties.items()},
            "explanation": attempt.explanation,
            "unexplained": is_unexplained,
            "said": said.jsonml() if said else [],
            "help": reply.help.jsonml() if reply.help else [],
            "marks": dict(reply.marks),
            "heard": KINDS[form.kind].heard(form, attempt.answer, self._year),
            "read": KINDS[form.kind].read(form, attempt.answer, self._year),
            "cites": list(reply.cites),
        }

    def is_open(self, id: str) -> bool:
        """Return whether a question still waits for its answer, so that nothing beside it may tell that."""
        return self._responder.is_open(self.attempt(id))

    def problem(self, shown: Iterable[str]) -> str:
        """Return what the learner should know of the file, where no question of these ids says it already."""
        troubled = any(self.live_answers.trouble(RecordKey(self.id, id)) for id in shown)
        return "" if troubled else self.live_answers.problem

    def summary(self, ids: Iterable[str]) -> Summary:
        """Return how the learner stands with the questions of these ids."""
        return summarise(((self.forms[id], self.attempt(id)) for id in ids), self.behaviour)

    def calibration(self, ids: Iterable[str]) -> tuple[Step, ...]:
        """Return how sure the learner was of answers to these questions, and how many of them were right."""
        return calibration(self.live_answers.log(RecordKey(self.id, id)) for id in ids)

    def _certainty(self, form: Form, told: object) -> Certainty | None:
        """Return how sure a learner says to be, where that is asked."""
        asked = certainty_words() if self._responder.asks_certainty(form) else {}
        return next((step for step in asked if step == told), None)

    def _asks_why(self, id: str, attempt: Attempt, verdict: Verdict) -> bool:
        """Ask, once, for an explanation of an answer that has none; return whether that was done."""
        is_first = not attempt.checked and id not in self._asked_why
        if not is_first or attempt.explanation.strip() or verdict.outcome is Outcome.UNANSWERED:
            return False
        self._asked_why.add(id)
        self._unexplained.add(id)
        return True

    def start_again(self) -> str:
        """Forget all answers, and return a sentence on where the old ones are; in an exam nothing happens.

        Raises:
            AnswersError: If the file cannot be written; then nothing has changed.
        """
        if self.behaviour is not Behaviour.PRACTICE:
            return ""
        self._checked.clear()
        self._asked_why.clear()
        self._unexplained.clear()
        return self.live_answers.start_again(self.id)
