"""The file of a lesson's votes, from which a report is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from coupdata.i18n import _
from coupdata.problems.errors import PlainError
from coupquiz.files import disk
from coupquiz.files.json_file import DamagedError, FileFormatError, check_format, dump_json, load_json
from coupquiz.report.votes.vote_result import Round

NAME = "votes.json"
"""What the file is called, beside the folder of the answers."""

FORMAT = "coup1920 votes"
VERSION = 1

LIMIT = 20_000_000
"""The most bytes that a file may have."""


class VotesError(PlainError):
    """A file of votes that cannot be used; the text says why."""


@dataclass(frozen=True, slots=True)
class HeldVote:
    """A vote that was held."""

    bank: str
    question: str
    opened: datetime
    rounds: tuple[Round, ...]


def dump(votes: Iterable[HeldVote]) -> bytes:
    """Return the bytes of a file: UTF-8, and readable for people."""
    return dump_json({"format": FORMAT, "version": VERSION, "votes": [_values(vote) for vote in votes]}, 4)


def load_votes(file: Path) -> list[HeldVote]:
    """Return the votes in a file; none where there is no file.

    Raises:
        VotesError: It cannot be read, or is no such file.
    """
    try:
        content = disk.read(file, LIMIT + 1)
        if content is None:
            return []
        values = load_json(content, LIMIT)
        check_format(values, FORMAT, VERSION)
        return [_vote(each) for each in values["votes"]]
    except (OSError, FileFormatError, LookupError, TypeError, ValueError, AttributeError) as error:
        why = error if isinstance(error, OSError | FileFormatError) else DamagedError(_("a vote is damaged"))
        said = _("{file} cannot be used. {error}")
        raise VotesError(said.format(file=file, error=why)) from error


def _values(vote: HeldVote) -> dict[str, Any]:
    return {
        "bank": vote.bank,
        "question": vote.question,
        "opened": vote.opened.isoformat(),
        "rounds": [
            {
                "answers": {str(seat): answer for seat, answer in each.answers.items()},
                "hands": dict(each.hands),
            }
            for each in vote.rounds
        ],
    }


def _whole(n: object) -> int:
    if type(n) is not int or n < 0:
        raise ValueError("not a number of hands")
    return n


def _vote(values: Mapping[str, Any]) -> HeldVote:
    rounds = tuple(
        Round(
            {int(seat): answer for seat, answer in each["answers"].items()},
            {str(category): _whole(n) for category, n in each["hands"].items()},
        )
        for each in values["rounds"][:2]
    )
    return HeldVote(
        str(values["bank"]), str(values["question"]), datetime.fromisoformat(values["opened"]), rounds
    )
