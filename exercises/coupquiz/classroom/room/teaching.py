"""What a teacher does with a room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from coupdata.i18n import _
from coupdata.views.event_explorer.explored_events import explored_events
from coupquiz.answers.file_format import RecordKey
from coupquiz.classroom.room.room import Room, RoomError
from coupquiz.classroom.room.state import Stage, State, Wall, Way
from coupquiz.classroom.room.store import Poll
from coupquiz.report.votes.tally import categories

MOST_HANDS = 999


def let_do(room: Room, way: Way) -> None:
    """Let the class do something else; a lesson that is over stays so.

    Raises:
        RoomError: There is nothing of that kind in this lesson.
    """
    if way is Way.TEST and not room.plan.test:
        raise RoomError(_("This lesson has no test."))
    if way is Way.VOTE and not room.poll:
        raise RoomError(_("Choose a question for the vote first."))
    if way is Way.OWN_PACE and not room.plan.parts:
        raise RoomError(_("This lesson has no parts to work through."))
    wall = Wall.QUESTION if way is Way.VOTE else Wall.JOIN
    room.become(replace(room.state, way=way, wall=wall, paused=False))


def open_parts(room: Room, ids: Iterable[str]) -> None:
    """Open these parts and no others, for all to go through at their own pace."""
    wanted = set(ids)
    parts = tuple(part.id for part in room.plan.parts if part.id in wanted)
    way = Way.OWN_PACE if parts else room.state.way
    wall = room.state.wall if room.state.way is way else Wall.JOIN
    room.become(replace(room.state, parts=parts, way=way, wall=wall))


def open_part(room: Room, id: str, is_open: bool) -> None:
    """Open a part beside those that are open, or close it."""
    others = [part for part in room.state.parts if part != id]
    open_parts(room, [*others, id] if is_open else others)


def ask(room: Room, key: RecordKey) -> None:
    """Put a question to the vote.

    Raises:
        RoomError: It is none of this lesson, or cannot be voted on.
    """
    room.check_goes_on()
    if key not in room.plan.questions or not room.plan.question(key).scored:
        raise RoomError(_("There is no such question to vote on in this lesson."))
    poll = Poll(max(room.polls, default=0) + 1, key, datetime.now().astimezone())
    room.keep_poll(poll)
    state = replace(room.state, way=Way.VOTE, poll=poll.id, round=1, stage=Stage.OPEN, wall=Wall.QUESTION)
    room.become(replace(state, paused=False))


def close(room: Room) -> None:
    """Close the vote."""
    if _voting(room).stage is Stage.OPEN:
        room.become(replace(room.state, stage=Stage.CLOSED))


def reopen(room: Room) -> None:
    """Open the same round again: it was closed too early.

    Raises:
        RoomError: What is right was shown already.
    """
    if _voting(room).stage is Stage.REVEALED:
        raise RoomError(_("The answer has been shown. To vote on it once more, ask the question again."))
    room.become(replace(room.state, stage=Stage.OPEN))


def vote_again(room: Room) -> None:
    """Open the second round, after the class has talked.

    Raises:
        RoomError: It was open already, or what is right was shown.
    """
    state = _voting(room)
    if state.round == 2 or state.stage is Stage.REVEALED:
        raise RoomError(_("A question is voted on twice at most. To vote once more, ask it again."))
    room.become(replace(state, round=2, stage=Stage.OPEN, wall=Wall.QUESTION))


def reveal(room: Room) -> None:
    """Close the vote, and show what is right, at the seats and on the wall."""
    room.become(replace(_voting(room), stage=Stage.REVEALED, wall=Wall.RESULT))


def count_hands(room: Room, counts: Mapping[str, int]) -> None:
    """Keep the numbers of raised hands for the round that is on, replacing the earlier ones.

    Args:
        room: The room.
        counts: By the ids of the categories.

    Raises:
        RoomError: There is no such category, or a number is none that can be.
    """
    state = _voting(room)
    poll = room.polls[state.poll]
    known = {category.id for category in categories(*room.question(poll.key))}
    if not counts.keys() <= known:
        raise RoomError(_("There is no such answer to this question."))
    if not all(type(n) is int and 0 <= n <= MOST_HANDS for n in counts.values()):
        raise RoomError(_("A number of hands is a whole number from 0 to {most}.").format(most=MOST_HANDS))
    if state.stage is Stage.REVEALED:
        raise RoomError(_("The answer has been shown, so this vote counts as it is."))
    kept = {id: n for id, n in counts.items() if n}
    room.keep_hands(poll, state.round, kept)


def pause(room: Room, paused: bool) -> None:
    """Let all look up, and take no answers until they may go on; a test's clock is stopped meanwhile."""
    room.become(replace(room.state, paused=paused))


def show(room: Room, wall: Wall, event: str = "") -> None:
    """Show something on the wall.

    Raises:
        RoomError: It cannot be shown: the answers before they are revealed, an event that there is not.
    """
    if wall is Wall.QUESTION and not room.poll:
        raise RoomError(_("No question has been asked yet."))
    if wall is Wall.RESULT and (not room.poll or room.state.stage is not Stage.REVEALED):
        raise RoomError(_("What was answered is shown once the answer is."))
    if event and all(event != each.id for each in room.plan.case.events):
        raise RoomError(_("There is no such event."))
    room.become(replace(room.state, wall=wall, event=event))


def step(room: Room, by: int) -> None:
    """Show on the wall's timeline the event that is so many after the chosen one, or before it."""
    events = [event.id for event in explored_events(room.plan.case).events]
    here = events.index(room.state.event) if room.state.event in events else -1
    show(room, Wall.TIMELINE, events[max(0, min(here + by, len(events) - 1))])


def open_test(room: Room, is_open: bool) -> None:
    """Let all begin with the test, or end it for all.

    Raises:
        RoomError: There is no test in this lesson.
    """
    if not room.plan.test:
        raise RoomError(_("This lesson has no test."))
    state = room.state
    if is_open and room.seconds_left() == 0:
        state = state.with_clock(None)  # who opens it again does not mean for no time at all
    room.become(replace(state, way=Way.TEST, test_open=is_open, paused=False))


def set_clock(room: Room, seconds: float | None) -> None:
    """Give the test so many seconds, from now on or from its beginning; None removes the clock."""
    if seconds is not None and not 0 <= seconds <= 24 * 3600:
        raise RoomError(_("A clock runs for a day at most."))
    room.become(replace(room.state.with_clock(seconds), stopped=False))


def stop_clock(room: Room, stopped: bool) -> None:
    """Stop the test's clock, or let it go on; the test itself stays as it is."""
    room.become(replace(room.state, stopped=stopped))


def end(room: Room) -> None:
    """End the lesson: nothing is taken any more."""
    room.become(replace(room.state, way=Way.OVER, paused=False, test_open=False, wall=Wall.JOIN))


def _voting(room: Room) -> State:
    room.check_goes_on()
    if not room.poll:
        raise RoomError(_("No question has been asked yet."))
    return room.state
