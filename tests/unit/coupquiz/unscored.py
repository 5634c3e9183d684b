"""What learners say beside an answer, such as how sure they are: what tests show that it is never scored."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from hypothesis import strategies as st

import coupdata
from coupquiz import Question, load_bank
from coupquiz.answers.file_format import AnswersFile, Record, dump, parse
from coupquiz.answers.store import Answers
from coupquiz.asking.asked_bank import AskedBank
from coupquiz.asking.live_answers import LiveAnswers
from coupquiz.banks.bank import Bank
from coupquiz.cli.main import main
from coupquiz.core.behaviour import Attempt, Behaviour
from coupquiz.core.tries import Try
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import solution
from tests.unit.coupquiz.test_earlier_files import EARLIER

CASE, WEEK = coupdata.load(), load_bank("week")

Written: TypeAlias = dict[Path, bytes]
"""Files by their paths, as grading writes them."""


def asked(folder: Path, bank: Bank = WEEK, behaviour: Behaviour = Behaviour.PRACTICE) -> AskedBank:
    """A bank whose answers are kept in this folder."""
    folder.mkdir(exist_ok=True)
    return AskedBank.of_bank(bank, CASE, LiveAnswers(Answers(folder, "n")), behaviour, numbers={})


def wrong_and_right(question: Question) -> tuple[Any, Any]:
    """Two answers to a question."""
    return next(iter(KINDS[question.kind].mistakes(question))), solution(question)


def steps(question: Question, said: st.SearchStrategy[Any]) -> st.SearchStrategy[list[tuple[Any, ...]]]:
    """What a learner does with a question: acts, each with an answer and with what is said beside it."""
    acts = st.sampled_from(["check", "hint", "answer", "solution"])
    answers = st.sampled_from([*wrong_and_right(question), None])
    return st.lists(st.tuples(acts, answers, said), max_size=6)


def attempts(question: Question, name: str, steps: Iterable[tuple[Any, ...]]) -> tuple[Attempt, Attempt]:
    """The attempts after such steps where nothing is said, and where it is, under this name."""
    found = []
    for says in (False, True):
        with TemporaryDirectory() as folder:
            bank = asked(Path(folder))
            for act, answer, said in steps:
                message = {"question": question.id, "act": act, "answer": answer}
                bank.receive(message | ({name: said} if says and said else {}))
            found.append(replace(bank.attempt(question.id), explanation=""))
    return found[0], found[1]


def graded(folder: Path, **said: Any) -> tuple[Written, Written]:
    """What grading a course writes: as it was handed in, and with this said beside each answer."""
    course, written = shutil.copytree(EARLIER / "0.1.0" / "course", folder / "course"), []
    for says in (False, True):
        if says:
            for path in course.rglob("*.answers.json"):
                path.write_bytes(dump(_saying(path, said)))
        out = folder / f"marks-{says}"
        key = course / "keys" / "may-test.toml"
        assert main(["grade", str(course / "submitted"), "--key", str(key), "--out", str(out)]) == 0
        written.append(
            {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}
        )
    silent, saying = written
    assert any(path.suffix == ".csv" for path in silent)
    return silent, saying


def _saying(path: Path, said: dict[str, Any]) -> AnswersFile:
    """An answers file in which everything was checked, and this said beside it."""
    file = parse(path.read_bytes())
    assert file.records
    records = {
        key: Record(
            replace(record.attempt, explanation=said.get("explanation", "")),
            record.at,
            (Try(record.at, record.attempt.answer, 0.0, **said),),
        )
        for key, record in file.records.items()
    }
    return replace(file, records=records)
