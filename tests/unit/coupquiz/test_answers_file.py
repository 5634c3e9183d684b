"""The answers file as data: written and read, merged, and refused where it is none."""

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupquiz.answers.file_format import (
    AnswersFile,
    Record,
    RecordKey,
    dump,
    merge,
    merged,
    parse,
)
from coupquiz.answers.try_log import joined
from coupquiz.core.behaviour import EXPLANATION_LIMIT, Attempt
from coupquiz.core.tries import Certainty, Try
from coupquiz.files.json_file import FileFormatError

TEXT = st.text(st.characters())  # half surrogate pairs too
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**62), 2**62)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
ATTEMPTS = st.builds(
    Attempt,
    answer=JSON,
    tries=st.integers(0, 2**40),
    hints=st.integers(0, 9),
    solved=st.booleans(),
    best=st.floats(0, 1),
    shown=st.booleans(),
    checked=st.booleans(),
    ticked=st.lists(TEXT, max_size=2).map(tuple),
    explanation=st.text(st.characters(), max_size=EXPLANATION_LIMIT),
)
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TIMES = st.datetimes(datetime(1970, 1, 2), datetime(8000, 1, 1), timezones=OFFSETS)
FEW_TIMES = st.sampled_from([datetime(2020, 5, 3, hour, tzinfo=UTC) for hour in (1, 2)])
TRIES = st.builds(
    Try,
    TIMES | FEW_TIMES,
    answer=JSON.filter(lambda answer: answer is not None),
    score=st.floats(0, 1),
    hints=st.integers(0, 9),
    shown=st.booleans(),
    certainty=st.none() | st.sampled_from(Certainty),
    explanation=st.text(st.characters(), max_size=EXPLANATION_LIMIT),
)
LOGS = st.lists(TRIES, max_size=3).map(lambda tries: joined(tries, ()))
RECORDS = st.builds(Record, ATTEMPTS, TIMES | FEW_TIMES, LOGS)
KEPT = st.dictionaries(st.builds(RecordKey, TEXT, TEXT), RECORDS, max_size=4)
FILES = st.builds(
    AnswersFile,
    notebook=TEXT,
    learner=st.uuids().map(lambda uuid: uuid.hex),
    name=TEXT,
    records=KEPT,
    aside=KEPT,
)


def depth(value: Any) -> int:
    """How deep lists and tables are nested."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(depth, inner), default=0) if isinstance(value, dict | list) else 0


@pytest.mark.slow
@given(FILES)
def test_a_file_is_read_as_it_was_written(file: AnswersFile) -> None:
    """Every value, text and time."""
    assert all(depth(record.attempt.answer) <= 8 for record in (*file.records.values(), *file.aside.values()))
    again = parse(dump(file))
    assert again == file
    assert dump(again) == dump(file)


@given(st.binary() | JSON.map(lambda values: json.dumps(values).encode()))
def test_whatever_is_no_answers_file_is_refused_with_a_sentence(content: bytes) -> None:
    """Nothing else is raised, and the sentence is one for people."""
    with pytest.raises(FileFormatError, match=r"^This file (is damaged: |was )[\s\S]+\.$"):
        parse(content)


@given(FILES, st.data())
def test_a_file_with_one_value_changed_is_read_or_refused(file: AnswersFile, data: st.DataObject) -> None:
    """Whatever stands at any place of it."""
    values = json.loads(dump(file))
    place: Any = values
    while True:
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        if not (isinstance(place[key], dict | list) and place[key] and data.draw(st.booleans())):
            break
        place = place[key]
    place[key] = data.draw(JSON | st.just([[[[[[[[[[[[]]]]]]]]]]]]))
    try:
        again = parse(json.dumps(values).encode())
    except FileFormatError:
        return
    assert parse(dump(again)).records == again.records


@given(FILES, st.integers(0), st.integers(1, 50))
def test_a_file_with_a_part_cut_out_is_read_or_refused(file: AnswersFile, start: int, length: int) -> None:
    """As a failing disk leaves it."""
    content = dump(file)
    start %= len(content)
    with suppress(FileFormatError):
        parse(content[:start] + content[start + length :])


@given(RECORDS, RECORDS, RECORDS)
def test_the_order_of_merging_does_not_matter(a: Record, b: Record, c: Record) -> None:
    """However often, in whatever order and grouping records come together, the outcome is one."""
    assert merge(a, b) == merge(b, a)
    assert merge(merge(a, b), c) == merge(a, merge(b, c))
    assert merge(a, a) == a
    assert merge(merge(a, b), a) == merge(a, b)


@given(RECORDS, RECORDS)
def test_merging_keeps_the_later_answer_and_all_that_was_reached(a: Record, b: Record) -> None:
    """The score never falls, a solved question stays solved, help once taken stays counted."""
    both = merge(a, b)
    later = max(a, b, key=lambda record: record.at)
    assert both.at == later.at
    if a.at != b.at:
        assert both.attempt.answer == later.attempt.answer
        assert both.attempt.checked == later.attempt.checked
        assert both.attempt.ticked == later.attempt.ticked
        assert both.attempt.explanation == later.attempt.explanation
    for one in (a.attempt, b.attempt):
        assert both.attempt.best >= one.best
        assert both.attempt.tries >= one.tries
        assert both.attempt.hints >= one.hints
        assert both.attempt.solved >= one.solved
        assert both.attempt.shown >= one.shown


@pytest.mark.slow
@given(KEPT, KEPT)
def test_merging_two_files_drops_no_question(a: dict[RecordKey, Record], b: dict[RecordKey, Record]) -> None:
    """Every question of either is in both."""
    assert merged(a, b).keys() == a.keys() | b.keys()
    assert merged(a, b) == merged(b, a)
