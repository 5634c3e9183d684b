"""What came out of a vote, as JSON values for desk and wall."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from coupquiz.asking.reply import shown_solution
from coupquiz.classroom.room.room import Room
from coupquiz.classroom.room.store import Poll
from coupquiz.core.form import Choice
from coupquiz.core.question import Question
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import prompt_text
from coupquiz.report.votes.peer_instruction import in_words
from coupquiz.report.votes.tally import categories
from coupquiz.report.votes.vote_result import Round, RoundResult, vote_result


def question_values(room: Room, poll: Poll) -> dict[str, Any]:
    """Return what a class is asked, for a page on which nobody answers it; no key."""
    question, form = room.question(poll.key)
    return {
        "bank": poll.key.bank,
        "id": poll.key.question,
        "number": room.plan.numbers.get(poll.key, ""),
        "prompt": prompt_text(form),
        "choices": _choices(form.choices, {each.id: each.label for each in categories(question, form)}),
        "targets": _choices(form.targets, {}),
    }


class VoteResults:
    """What came out of a room's votes; counted again only where something in them has changed.

    To check and count the answers of a large class takes longer than a page may wait whenever somebody comes
    or goes.
    """

    def __init__(self, room: Room) -> None:
        self._room = room
        self._known: tuple[Poll, list[Round], dict[str, Any]] | None = None

    def of(self, poll: Poll) -> dict[str, Any]:
        """Return what came out of a vote so far, and what is right: for the wall once it is revealed."""
        rounds = self._room.rounds(poll)
        if self._known is None or self._known[:2] != (poll, rounds):
            self._known = poll, rounds, _values(self._room, poll, rounds)
        return self._known[2]


def _values(room: Room, poll: Poll, rounds: Sequence[Round]) -> dict[str, Any]:
    question, form = room.question(poll.key)
    result = vote_result(question, form, rounds)
    return {
        "categories": [
            {"id": each.id, "label": each.label, "text": each.text, "right": each.right}
            for each in result.categories
        ],
        "rounds": [
            _round(each, number) | {"picture": _picture(question, answers)}
            for number, (each, answers) in enumerate(zip(result.rounds, rounds, strict=True), 1)
        ],
        "shift": [{"from": one, "to": two, "count": n} for (one, two), n in sorted(result.shift.items())],
        "swayed": asdict(result.swayed) if result.swayed else None,
        "solution": shown_solution(question, form, room.plan.case).jsonml(),
    }


def _picture(question: Question, answers: Round) -> list[Any]:
    """Return the picture of all answers as JsonML; empty where their kind has none."""
    picture = KINDS[question.kind].picture(question, answers.answers.values())
    return picture.jsonml() if picture else []


def _choices(choices: Iterable[Choice], labels: Mapping[str, str]) -> list[dict[str, str]]:
    return [
        {"label": labels.get(choice.id, ""), "text": choice.text, "lang": choice.lang}
        for choice in choices
        if choice.text
    ]


def _round(result: RoundResult, number: int) -> dict[str, Any]:
    share = result.share
    return {
        "counts": dict(result.tally.counts),
        "right": result.tally.right,
        "of": result.tally.of,
        "pieces": [{"text": text, "right": right, "count": n} for text, right, n in result.tally.pieces],
        "share": asdict(share) | {"advice": share.advice} if share else None,
        "words": in_words(share, again=number == 2) if share else "",
    }
