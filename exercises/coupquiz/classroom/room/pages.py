"""The pages of a room that all seats share: which is shown, and on which something can be answered."""

from __future__ import annotations

from datetime import UTC, datetime

from coupquiz.classroom.room.state import Stage, State, Way

TEST = "test"
"""The id of the page with the test. A part's page has the id of the part."""


def vote_page(poll: int, round: int) -> str:
    """Return the id of the page on which a round is voted on."""
    return f"vote-{poll}-{round}"


def may_see(state: State, page: str) -> bool:
    """Return whether a page is shown to seats now."""
    match state.way:
        case Way.OWN_PACE:
            return page in state.parts
        case Way.VOTE:
            return page == vote_page(state.poll, state.round)
        case Way.TEST:
            return page == TEST and state.test_open
    return False


def is_open(state: State, page: str) -> bool:
    """Return whether what stands on a page can be answered now."""
    if state.paused or not may_see(state, page):
        return False
    if state.way is Way.VOTE:
        return state.stage is Stage.OPEN
    return state.way is not Way.TEST or state.seconds_left(datetime.now(UTC)) != 0
