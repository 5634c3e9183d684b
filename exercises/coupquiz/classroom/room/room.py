"""A lesson as it is given: who is here, what is open, what was answered. There is no web server in it."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Protocol

from coupdata.i18n import _
from coupdata.problems.errors import PlainError
from coupquiz.answers.file_format import Record, RecordKey
from coupquiz.asking.asked_bank import AskedBank
from coupquiz.asking.live_answers import LiveAnswers
from coupquiz.classroom.room.codes import WAY_BACK, new_code, new_secrets, normal_code
from coupquiz.classroom.room.lesson_plan import Part, Plan
from coupquiz.classroom.room.lost_votes import lost_votes
from coupquiz.classroom.room.names import Names, checked_name
from coupquiz.classroom.room.seat_answers import SeatAnswers
from coupquiz.classroom.room.seat_review.room_review import RoomReview
from coupquiz.classroom.room.state import State, Wall, Way, state_from_json
from coupquiz.classroom.room.store import Poll, RoomStore, Seat, Vote
from coupquiz.core.form import Form
from coupquiz.core.question import Question
from coupquiz.kinds.check import form
from coupquiz.report.votes.vote_result import Round

MOST_SEATS = 500


class RoomError(PlainError):
    """What a room does not do; the text says why, to whoever asked for it."""


class Listener(Protocol):
    """Who is told what has changed."""

    def state_changed(self) -> None:
        """What is open, and for whom, has changed."""

    def answered(self, seat: Seat) -> None:
        """Something was answered at a seat."""


class Room:
    """A lesson as it is given; every change is on the disk when its method returns."""

    def __init__(
        self,
        plan: Plan,
        store: RoomStore,
        *,
        names: Names = Names.NONE,
        roster: Iterable[str] = (),
        asked: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Begin a lesson, or go on where the store says that it was.

        Args:
            plan: What can be asked.
            store: What is kept of it.
            names: What whoever joins is asked for.
            roster: The names of which one has to be chosen, with ``Names.ROSTER``.
            asked: By which words it was asked for; kept, so that the same can be made again.
        """
        self.plan = plan
        self.names = names
        self.roster = tuple(roster)
        self.store = store
        about = store.about()
        if not about:
            about = {
                **new_secrets(),
                "began": datetime.now().astimezone().isoformat(),
                "plan": plan.id,
                "title": plan.title,
                "asked": dict(asked),
                "state": State().to_json(),
            }
            store.write_about(about)
        elif asked and dict(asked) != about["asked"]:
            store.write_about({"asked": dict(asked)})
        self.id: str = about["id"]
        self.code: str = about["code"]
        self.secret: str = about["secret"]
        """Signs cookies."""
        self.desk_secret: str = about["desk"]
        self.wall_secret: str = about["wall"]
        self.state: State = state_from_json(about["state"])
        self.trouble = ""
        """Why the last change could not be written; empty if it could."""
        self.seats: dict[int, Seat] = {seat.id: seat for seat in store.seats()}
        self.polls: dict[int, Poll] = {poll.id: poll for poll in store.polls()}
        self._records = store.records()
        self._votes: dict[tuple[int, int], dict[int, Vote]] = {}
        for poll, round, seat, vote in store.votes():
            self._votes.setdefault((poll, round), {})[seat] = vote
        self._hands: dict[tuple[int, int], dict[str, int]] = {}
        for poll, round, answer, n in store.hands():
            self._hands.setdefault((poll, round), {})[answer] = n
        self.left_out = lost_votes(plan, self.polls.values())
        """Which votes are left out, in a sentence for the teacher; empty where none is."""
        if self.state.way is Way.VOTE and not self.poll:
            self.state = replace(self.state, way=Way.WAIT, wall=Wall.JOIN)
        self._last_seat = store.last_seat()
        self._live: dict[int, LiveAnswers[SeatAnswers]] = {}
        self.asked_banks: dict[tuple[int, str], AskedBank] = {}
        self._questions: dict[RecordKey, tuple[Question, Form]] = {}
        self.review = RoomReview.of(plan)
        self._listeners: list[Listener] = []
        self.changes: Counter[int] = Counter()
        """How often something was answered at a seat: by that its pages tell whether they are up to date."""

    # who is here

    def join(self, code: object, name: object = "") -> Seat:
        """Give somebody a seat.

        Args:
            code: As it was typed.
            name: As it was typed, if names are asked for.

        Raises:
            RoomError: The code is not this room's, the room is full, or the lesson is over.
            UnusableNameError: The name cannot be had.
            OSError: It cannot be written.
        """
        if not self.is_code(code):
            raise RoomError(_("This is not the code on the wall. Look again."))
        self.check_goes_on()
        if len(self.seats) >= MOST_SEATS:
            raise RoomError(_("This room is full."))
        taken = [seat.name for seat in self.seats.values()]
        seat = Seat(
            self._last_seat + 1,
            new_code(WAY_BACK),
            secrets.token_hex(16),
            checked_name(name, self.names, self.roster, taken),
            datetime.now().astimezone(),
        )
        self.write(lambda: self.store.add_seat(seat))
        self._last_seat = seat.id
        self.seats[seat.id] = seat
        self.tell_answered(seat)
        return seat

    def is_code(self, typed: object) -> bool:
        """Return whether this is the room's code, however it is typed."""
        return secrets.compare_digest(normal_code(typed).encode(), self.code.encode())

    def seat_of(self, learner: str) -> Seat | None:
        """Return the seat of a learner; None where there is none any more."""
        return next((seat for seat in self.seats.values() if seat.learner == learner), None)

    def seat_by_key(self, typed: object) -> Seat:
        """Return the seat that somebody comes back to, or sits at with another device.

        Raises:
            RoomError: There is no seat of that key.
        """
        key = normal_code(typed)
        for seat in self.seats.values():
            if key and secrets.compare_digest(seat.way_back.encode(), key.encode()):
                return seat
        raise RoomError(_("There is no seat with this key. Look again, or ask your teacher."))

    def name_of(self, seat: Seat) -> str:
        """Return what the teacher calls a seat."""
        return seat.name or _("Seat {n}").format(n=seat.id)

    # what is asked

    @property
    def poll(self) -> Poll | None:
        """The vote that was asked for last; None where there is none, or its question is gone."""
        poll = self.polls.get(self.state.poll)
        return poll if poll and self.plan.has(poll.key) else None

    def question(self, key: RecordKey) -> tuple[Question, Form]:
        """Return a question of the plan, and as all are asked it."""
        if key not in self._questions:
            question = self.plan.question(key)
            self._questions[key] = question, form(question)
        return self._questions[key]

    def votes(self, poll: int, round: int) -> Mapping[int, Vote]:
        """Return the votes of a round, by seat."""
        return self._votes.get((poll, round), {})

    def hands(self, poll: int, round: int) -> Mapping[str, int]:
        """Return what was counted by hand in a round, by the ids of the categories."""
        return self._hands.get((poll, round), {})

    def rounds(self, poll: Poll) -> list[Round]:
        """Return what was answered in each round of a poll."""
        every = [
            Round(
                {seat: vote.answer for seat, vote in self.votes(poll.id, round).items()},
                self.hands(poll.id, round),
            )
            for round in (1, 2)
        ]
        went_on = self.state.round == 2 if poll.id == self.state.poll else every[1].answers or every[1].hands
        return every if went_on else every[:1]

    def part(self, id: str) -> Part | None:
        """Return a part of the lesson; None where there is none of that id."""
        return next((part for part in self.plan.parts if part.id == id), None)

    def seconds_left(self) -> float | None:
        """Return how many seconds are left for the test; None without a clock."""
        return self.state.seconds_left(datetime.now(UTC))

    # what is forgotten, kept and changed

    def forget(self, id: int) -> None:
        """Forget a seat with all that was answered there."""
        if id not in self.seats:
            return
        self.write(lambda: self.store.forget_seat(id))
        del self.seats[id]
        self._live.pop(id, None)
        self._records.pop(id, None)
        self.review.days.pop(id, None)
        for key in [key for key in self.asked_banks if key[0] == id]:
            del self.asked_banks[key]
        for votes in self._votes.values():
            votes.pop(id, None)
        self._tell_state()

    def live(self, seat: Seat) -> LiveAnswers[SeatAnswers]:
        """Return what a seat answers at its own pace or in the test."""
        if seat.id not in self._live:
            kept = SeatAnswers(self, seat, self._records.setdefault(seat.id, {}))
            live = self._live[seat.id] = LiveAnswers(kept)
            live.refresh()
        return self._live[seat.id]

    def keep_records(self, seat: Seat, records: Mapping[RecordKey, Record]) -> None:
        """Keep what was answered at a seat at its own pace, or in the test."""
        self.write(lambda: self.store.write_records(seat.id, records))

    def vote(self, poll: int, round: int, seat: Seat, vote: Vote) -> None:
        """Keep a vote, replacing the one before; whether the round is open is for `receive` to know."""
        self.write(lambda: self.store.write_vote(poll, round, seat.id, vote))
        self._votes.setdefault((poll, round), {})[seat.id] = vote

    def keep_poll(self, poll: Poll) -> None:
        """Keep that a question was put to the vote."""
        self.write(lambda: self.store.add_poll(poll))
        self.polls[poll.id] = poll

    def keep_hands(self, poll: Poll, round: int, counts: Mapping[str, int]) -> None:
        """Keep what was counted by hand in a round, replacing what was before."""
        self.write(lambda: self.store.write_hands(poll.id, round, counts.items()))
        self._hands[poll.id, round] = dict(counts)
        self._tell_state()

    def become(self, state: State) -> None:
        """Be in another state; a lesson that is over stays so."""
        self.check_goes_on()
        state = state.with_clock_in_step(datetime.now(UTC))
        if state == self.state:
            return
        self.write(lambda: self.store.write_about({"state": state.to_json()}))
        self.state = state
        self._tell_state()

    def check_goes_on(self) -> None:
        """Raise a RoomError if the lesson is over."""
        if self.state.way is Way.OVER:
            raise RoomError(_("This lesson is over."))

    def write(self, write: Callable[[], None]) -> None:
        """Write, and remember why it was not possible for the desk to say."""
        try:
            write()
        except OSError as error:
            self.trouble = str(error)
            raise
        self.trouble = ""

    # who wants to know

    def add(self, listener: Listener) -> None:
        """Tell this listener of all changes from now on."""
        self._listeners.append(listener)

    def _tell_state(self) -> None:
        for listener in self._listeners:
            listener.state_changed()

    def tell_answered(self, seat: Seat) -> None:
        """Tell that something was answered at a seat."""
        self.changes[seat.id] += 1
        for listener in self._listeners:
            listener.answered(seat)
