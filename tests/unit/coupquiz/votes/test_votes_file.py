"""The file of votes: what is written is read again, and what is damaged is said in a sentence."""

import json
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupquiz.report.votes.vote_result import Round
from coupquiz.report.votes.votes_file import HeldVote, VotesError, dump, load_votes

OPENED = datetime(2026, 3, 2, 10, 5, 7, tzinfo=UTC)
VOTE = HeldVote("week", "first-aim", OPENED, (Round({3: "station"}, {"palace": 4}), Round({3: "palace"}, {})))

text = st.text(st.characters(exclude_categories=["Cs"]))
answers = st.one_of(st.none(), text, st.lists(text), st.dictionaries(text, text))
rounds = st.builds(
    Round, st.dictionaries(st.integers(1, 500), answers), st.dictionaries(text, st.integers(0, 999))
)
votes = st.builds(HeldVote, text, text, st.datetimes(timezones=st.just(UTC)), st.tuples(rounds, rounds))


def read(content: bytes, folder: Path) -> list[HeldVote]:
    """What a file with this content says."""
    file = folder / "votes.json"
    file.write_bytes(content)
    return load_votes(file)


def changed(**values: Any) -> bytes:
    """The file with one vote, in which something is not as it should be."""
    whole = json.loads(dump([VOTE]))
    whole["votes"][0] |= values
    return json.dumps(whole).encode()


@given(st.lists(votes, max_size=3))
def test_what_is_written_is_read_again(held: list[HeldVote]) -> None:
    """Whatever was answered, in the order in which it was asked."""
    with TemporaryDirectory() as folder:
        assert read(dump(held), Path(folder)) == held


def test_without_a_file_there_are_no_votes(tmp_path: Path) -> None:
    """As most classes have none."""
    assert load_votes(tmp_path / "votes.json") == []


def test_the_file_is_for_people_too() -> None:
    """In UTF-8, a line for what matters; seats are numbers."""
    vote = HeldVote("week", "first-aim", OPENED, (Round({3: "Тифлис"}, {}),))
    assert "Тифлис" in dump([vote]).decode()
    assert json.loads(dump([vote]))["votes"][0]["rounds"] == [{"answers": {"3": "Тифлис"}, "hands": {}}]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe\xff",
        dump([VOTE])[:-30],
        dump([VOTE]).replace(b'"votes": [', b'"polls": ['),
        changed(opened="yesterday"),
        changed(opened=None),
        changed(rounds=[{"answers": {"three": "palace"}, "hands": {}}]),
        changed(rounds=[{"answers": ["palace"], "hands": {}}]),
        changed(rounds=[{"answers": {}}]),
        changed(rounds=[{"answers": {}, "hands": {"palace": -1}}]),
        changed(rounds=[{"answers": {}, "hands": {"palace": 1.5}}]),
        changed(rounds=[{"answers": {}, "hands": {"palace": "1"}}]),
        changed(rounds={"1": {}}),
        changed(rounds=None),
        json.dumps({"format": "coup1920 votes", "version": 1, "votes": ["vote"]}).encode(),
        json.dumps({"format": "coup1920 votes", "version": 1, "votes": 5}).encode(),
    ],
)
def test_a_damaged_file_is_said_in_a_sentence(content: bytes, tmp_path: Path) -> None:
    """It names the file, and no error of Python's."""
    with pytest.raises(VotesError) as caught:
        read(content, tmp_path)
    said = str(caught.value)
    assert said.startswith(f"{tmp_path / 'votes.json'} cannot be used. This file ")
    assert said.endswith(".")
    assert "Error" not in said


def test_a_file_of_a_newer_version_is_refused_politely(tmp_path: Path) -> None:
    """It says what to do."""
    with pytest.raises(VotesError, match="newer version of the lesson; update"):
        read(json.dumps({"format": "coup1920 votes", "version": 2, "votes": []}).encode(), tmp_path)


def test_another_file_of_that_name_is_not_touched(tmp_path: Path) -> None:
    """Nor is a folder read."""
    with pytest.raises(VotesError, match="was not made by this lesson"):
        read(b'{"votes": []}', tmp_path)
    with pytest.raises(VotesError, match="not a plain file"):
        load_votes(tmp_path)


def test_a_third_round_is_of_no_use(tmp_path: Path) -> None:
    """There are two at most, whatever somebody has written into the file."""
    every = [{"answers": {"1": "palace"}, "hands": {}}] * 3
    (held,) = read(changed(rounds=every), tmp_path)
    assert len(held.rounds) == 2
