"""The log of tries: the same however logs come together, bounded, and on disk."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coupdata
from coupquiz import load_bank
from coupquiz.answers import file_format, try_log
from coupquiz.answers.file_format import AnswersFile, Record, RecordKey, dump, parse, updated
from coupquiz.answers.store import Answers
from coupquiz.answers.try_log import DAYS, LONGEST, NEWEST, Log, joined, log_from_json, log_of, log_to_json
from coupquiz.asking.asked_bank import AskedBank
from coupquiz.asking.live_answers import LiveAnswers
from coupquiz.core.behaviour import EXPLANATION_LIMIT, Attempt, Behaviour
from coupquiz.core.tries import Certainty, Try
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import solution
from tests.unit.coupquiz.asked import NAMES

START = datetime(2020, 5, 1, 22, tzinfo=UTC)
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=4)), timezone(-timedelta(hours=5))])
TIMES = st.builds(
    lambda hours, zone: (START + timedelta(hours=hours)).astimezone(zone), st.integers(0, 90), ZONES
)
SMALL_TRIES = st.builds(
    Try,
    TIMES,
    answer=st.sampled_from(["a", "b", ["a"], {"a": "b"}]),
    score=st.sampled_from([0.0, 0.5, 1.0]),
    hints=st.integers(0, 1),
    shown=st.booleans(),
    certainty=st.none() | st.sampled_from(Certainty),
    explanation=st.sampled_from(["", "so", "why"]),
)
MANY_TRIES = st.lists(SMALL_TRIES, max_size=12)
"""Many of them at one time, or on one day; some the same, or at one time by two clocks."""

ID, BANK = "where-arrested", "week"


few = patch.multiple(try_log, NEWEST=3, DAYS=2)
"""Let logs be so short that a few tries fill them."""


def log(tries: Iterable[Try]) -> Log:
    """The log of these tries, which came one after another."""
    kept: Log = ()
    for tried in tries:
        kept = joined(kept, log_of(tried))
    return kept


def written(log: Log) -> str:
    """A log as it is on disk, in which 1 and 1.0, or two clocks, are not the same."""
    return json.dumps(log_to_json(log))


@few
@given(MANY_TRIES, MANY_TRIES, MANY_TRIES)
def test_the_order_in_which_logs_are_joined_does_not_matter(a: list[Try], b: list[Try], c: list[Try]) -> None:
    """Nor the grouping, nor how often; it is the log of all tries."""
    one, two, three = log(a), log(b), log(c)
    assert written(joined(one, two)) == written(joined(two, one))
    assert written(joined(joined(one, two), three)) == written(joined(one, joined(two, three)))
    assert written(joined(one, one)) == written(one)
    assert written(joined(joined(one, two), one)) == written(joined(one, two))
    assert written(joined(one, two)) == written(log([*b, *a, *b]))


@few
@given(MANY_TRIES)
def test_the_newest_are_kept_whole_and_of_older_ones_the_first_of_each_day(tries: list[Try]) -> None:
    """In order of time, and no more than that."""
    kept = log(tries)
    assert [tried.at for tried in kept] == sorted(tried.at for tried in kept)
    times = sorted({(tried.at, tried.at.isoformat()) for tried in tries})
    assert [tried.at.isoformat() for tried in kept[-3:]] == [text for _, text in times[-3:]]
    assert all(tried.answer for tried in kept[-3:])
    older = kept[:-3]
    firsts: dict[object, str] = {}
    for at, text in times[:-3]:
        firsts.setdefault(at.astimezone(UTC).date(), text)
    assert [tried.at.isoformat() for tried in older] == list(firsts.values())[-2:]
    assert not any(tried.answer or tried.explanation for tried in older)
    scores = {(tried.at.isoformat(), tried.score) for tried in tries}
    assert {(tried.at.isoformat(), tried.score) for tried in kept} <= scores


@given(MANY_TRIES)
def test_a_log_is_read_as_it_was_written(tries: list[Try]) -> None:
    """All of it."""
    kept = log(tries)
    again, is_whole = log_from_json(json.loads(written(kept)))
    assert (written(again), is_whole) == (written(kept), True)


GOOD = {"at": "2020-05-03T10:00:00+00:00", "answer": "a", "score": 1}


@pytest.mark.parametrize(
    "bad",
    [
        None,
        [],
        {},
        GOOD | {"at": "2020-05-03T10:00:00"},
        GOOD | {"at": 7},
        GOOD | {"score": 2},
        GOOD | {"score": "1"},
        GOOD | {"score": True},
        GOOD | {"hints": -1},
        GOOD | {"shown": 1},
        GOOD | {"certainty": "perhaps"},
        GOOD | {"certainty": []},
        GOOD | {"explanation": None},
        GOOD | {"explanation": "a" * (EXPLANATION_LIMIT + 1)},
        GOOD | {"else": 1},
        GOOD | {"answer": [[[[[[[[[[]]]]]]]]]]},
    ],
    ids=json.dumps,
)
def test_a_try_that_cannot_be_read_is_left_out_and_the_others_stay(bad: object) -> None:
    """And the file is said to be damaged, so that its original is kept."""
    kept, is_whole = log_from_json([GOOD, bad])
    assert written(kept) == json.dumps([GOOD | {"score": 1.0}])
    assert not is_whole
    record = {"answer": "a", "tries": 2, "at": "2020-05-03T10:00:00+00:00", "log": [GOOD, bad]}
    values = {"format": file_format.FORMAT, "version": 2, "learner": "0" * 32}
    read = parse(json.dumps(values | {"banks": {BANK: {ID: record}}}).encode())
    assert read.records[RecordKey(BANK, ID)].log == kept
    assert read.unread == (f"{BANK}/{ID}",)


def test_a_file_of_a_version_that_is_newer_still_is_refused() -> None:
    """In a sentence."""
    values = {"format": file_format.FORMAT, "version": 3, "learner": "0" * 32, "banks": {}}
    with pytest.raises(file_format.FileFormatError, match="newer version of the lesson; update the lesson"):
        parse(json.dumps(values).encode())


def test_a_try_is_later_than_the_one_before_even_where_a_clock_went_back() -> None:
    """By as little as possible."""
    record = updated(None, Attempt("a", tries=1), START, Try(START, "a", 0.0))
    hour_before = START - timedelta(hours=1)
    record = updated(record, Attempt("b", tries=2), hour_before, Try(hour_before, "b", 1.0))
    assert [tried.answer for tried in record.log] == ["a", "b"]
    assert record.log[1].at == record.at == START + timedelta(microseconds=1)
    assert updated(record, Attempt("c", tries=2), START).log == record.log


def test_a_long_answer_is_not_kept_a_second_time() -> None:
    """A try at own words says when it was, and the record has the words."""
    long = Try(START, "a" * (LONGEST - 2), 0.0)
    assert log_of(long) == (long,)
    longer = replace(long, answer="a" * (LONGEST - 1))
    assert log_of(longer) == (replace(long, answer=None),)
    record = updated(None, Attempt(longer.answer, tries=1), START, longer)
    assert record.attempt.answer == longer.answer


class TestAsked:
    """Tries at a question that is asked."""

    @pytest.fixture
    def asked(self, tmp_path: Path) -> AskedBank:
        """A bank of questions, for practice."""
        return self.of(tmp_path)

    @staticmethod
    def of(folder: Path, behaviour: Behaviour = Behaviour.PRACTICE) -> AskedBank:
        """The same, with the answers in this folder."""
        answers = LiveAnswers(Answers(folder, "n"))
        return AskedBank.of_bank(load_bank(BANK), coupdata.load(), answers, behaviour, numbers={})

    def test_every_check_is_on_disk(self, asked: AskedBank, tmp_path: Path) -> None:
        """With time, answer, score, and what help there had been; nothing else is a try."""
        question = load_bank(BANK).question(ID)
        wrong, right = next(iter(KINDS[question.kind].mistakes(question))), solution(question)
        began = datetime.now(UTC)
        asked.receive({"question": ID, "act": "check", "answer": ""})
        asked.receive({"question": ID, "act": "answer", "answer": right})
        asked.receive({"question": ID, "act": "check", "answer": wrong})
        asked.receive({"question": ID, "act": "hint"})
        asked.receive({"question": ID, "act": "solution"})
        asked.receive({"question": ID, "act": "check", "answer": right})
        kept = Answers(tmp_path, "n").read()[RecordKey(BANK, ID)].log
        assert [(tried.answer, tried.score, tried.hints, tried.shown) for tried in kept] == [
            (wrong, 0.0, 0, False),
            (right, 1.0, 1, True),
        ]
        assert began <= kept[0].at < kept[1].at <= datetime.now(UTC)
        assert asked.live_answers.log(RecordKey(BANK, ID)) == kept

    def test_two_devices_have_one_log(self, tmp_path: Path) -> None:
        """What was tried at home and at school, each once."""
        home, school = tmp_path / "home", tmp_path / "school"
        for place, answer in ((home, "tiflis"), (school, "everywhere")):
            place.mkdir()
            self.of(place).receive({"question": ID, "act": "check", "answer": answer})
        answers = Answers(home, "n")
        for _ in range(2):
            answers.merge(Answers(school, "n").contents())
        assert [tried.answer for tried in answers.read()[RecordKey(BANK, ID)].log] == ["tiflis", "everywhere"]

    def test_an_exam_keeps_no_tries(self, tmp_path: Path) -> None:
        """Nothing is checked in it."""
        self.of(tmp_path, Behaviour.EXAM).receive({"question": ID, "act": "check", "answer": "a"})
        record = Answers(tmp_path, "n").read()[RecordKey(BANK, ID)]
        assert (record.attempt.answer, record.log) == ("a", ())


def test_three_months_of_daily_review_fit_into_300_kilobytes() -> None:
    """Of twenty tries a day at all the questions of the lesson, the answers being as long as they are."""
    random = Random(1920)
    questions = [(name, question) for name in NAMES for question in load_bank(name).questions]
    records: dict[RecordKey, Record] = {}
    for day in range(92):
        for number in range(20):
            bank, question = random.choice(questions)
            at = START + timedelta(days=day, seconds=47 * number, microseconds=random.randrange(10**6))
            answer = solution(question)
            tried = Try(at.astimezone(), answer, 1.0, certainty=random.choice([*Certainty]))
            key = RecordKey(bank, question.id)
            before = records[key].attempt.tries if key in records else 0
            attempt = Attempt(answer, before + 1, best=1.0, solved=True, checked=True)
            records[key] = updated(records.get(key), attempt, at, tried)
    content = dump(AnswersFile("06_review", "0" * 32, "Nino Example", records, {}))
    assert sum(len(record.log) for record in records.values()) > 1000
    assert len(content) < 300_000


def test_a_log_does_not_grow_for_ever() -> None:
    """However often and long somebody tries."""
    tries = [Try(START + timedelta(hours=7 * n), "a", 1.0, 2, True, Certainty.UNSURE) for n in range(1000)]
    kept = joined(tries, ())
    assert len(kept) == NEWEST + DAYS
    assert len(written(kept)) < 16_000
