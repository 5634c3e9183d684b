"""Keys as they are read, and what each student is asked."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from coupquiz.core.variant import variant
from coupquiz.grading.answer_key import AnswerKeyError, asked, load_key
from coupquiz.kinds.check import form
from tests.cases import SMALL
from tests.unit.coupquiz.grading.school import CLASS, KEY

STUDENTS = [f"student-{number}" for number in range(300)]
DRAWN = replace(KEY, draw=4)


def write(folder: Path, text: str) -> Path:
    """A key with this in it beside the bank of the tests."""
    (folder / "bank.toml").write_bytes((CLASS / "bank.toml").read_bytes())
    file = folder / "key.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_key_has_what_its_file_says(tmp_path: Path) -> None:
    """Questions in its own order, with their points, 1 where none are given."""
    file = write(
        tmp_path,
        'id = "t"\ntitle = "T"\nbank = "bank.toml"\nseed = "7"\n'
        'question = [{ id = "night", points = 2.5 }, { id = "first-aim" }]',
    )
    key = load_key(file)
    assert [(item.question.id, item.points) for item in key.items] == [("night", 2.5), ("first-aim", 1)]
    assert (key.id, key.title, key.seed, key.draw) == ("t", "T", "7", 2)
    assert key.bank.id == "class-test"


@pytest.mark.parametrize("bank", ["bank.txt", "./bank", "more/bank.toml"])
def test_a_bank_is_looked_for_from_where_the_key_lies(tmp_path: Path, bank: str) -> None:
    """Whatever its ending."""
    (tmp_path / bank).parent.mkdir(exist_ok=True)
    (tmp_path / bank).write_bytes((CLASS / "bank.toml").read_bytes())
    file = write(tmp_path, f'id = "t"\ntitle = "T"\nbank = "{bank}"\nquestion = [{{ id = "night" }}]')
    assert load_key(file).bank.id == "class-test"


def test_a_key_can_be_on_another_case(tmp_path: Path) -> None:
    """With a bank of that case."""
    fixtures = CLASS.parent
    file = write(
        tmp_path,
        f'id = "t"\ntitle = "T"\nbank = "{(fixtures / "banks" / "london.toml").as_posix()}"\n'
        f'case = "{(fixtures / "cases" / "london-1666").as_posix()}"\nquestion = [{{ id = "mayor-slept" }}]',
    )
    assert load_key(file).case == SMALL


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("question = [{ id = 'nigth' }]", "did you mean 'night'"),
        ("question = [{ id = 'night' }, { id = 'night' }]", "appears twice"),
        ("question = [{ id = 'night', points = -1 }]", "between 0 and 1000"),
        ("question = [{ id = 'night', points = nan }]", "between 0 and 1000"),
        ("question = [{ id = 'night', point = 1 }]", "'points'"),
        ("question = []", "empty"),
        ("", "missing"),
        ("question = [{ id = 'night' }]\ndraw = 2", "between 1 and 1"),
        ("question = [{ id = 'night' }, { id = 'first-aim', points = 2 }]\ndraw = 1", "same points"),
        ("question = [", "is not closed"),
    ],
)
def test_a_wrong_key_says_what_to_mend(tmp_path: Path, wrong: str, said: str) -> None:
    """In a line for each problem."""
    with pytest.raises(AnswerKeyError) as error:
        load_key(write(tmp_path, f'id = "t"\ntitle = "T"\nbank = "bank.toml"\n{wrong}'))
    assert said in str(error.value)


def test_a_key_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    """And one that is no text."""
    with pytest.raises(AnswerKeyError, match="no such file"):
        load_key(tmp_path / "key.toml")
    (tmp_path / "key.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(AnswerKeyError, match="UTF-8"):
        load_key(tmp_path / "key.toml")


def test_everybody_is_asked_everything_unless_some_is_drawn() -> None:
    """In the order of the key."""
    assert all(asked(KEY, student) == KEY.items for student in STUDENTS)
    for student in STUDENTS:
        drawn = asked(DRAWN, student)
        assert sum(item.question.scored for item in drawn) == 4
        assert drawn[-1] == KEY.items[-1]  # own words, which nobody draws
        assert [item for item in KEY.items if item in drawn] == list(drawn)


def test_what_is_drawn_hangs_on_seed_and_student_alone() -> None:
    """The same again, another for another seed, and every question for about as many students."""
    drawn = [asked(DRAWN, student) for student in STUDENTS]
    assert drawn == [asked(replace(DRAWN), student) for student in STUDENTS]
    assert drawn != [asked(replace(DRAWN, seed="1921"), student) for student in STUDENTS]
    counts = Counter(item.question.id for items in drawn for item in items)
    expected = len(STUDENTS) * 4 / len(KEY.scored)
    assert all(0.7 * expected < counts[item.question.id] < 1.3 * expected for item in KEY.scored)


def test_a_variant_is_the_same_on_every_computer() -> None:
    """Written down, so that a change of it is seen: it would draw other questions for keys that are out."""
    assert variant("1920", "anna").startswith("15266df8ffaa0275")
    drawn = [item.question.id for item in asked(DRAWN, "anna") if item.question.scored]
    assert drawn == ["first-of-may", "who-did-it", "how-many", "by-chance"]


def test_one_name_in_two_spellings_of_unicode_is_one_student() -> None:
    """As file systems differ in it."""
    name = "Zoé"
    assert variant("1", name) == variant("1", unicodedata.normalize("NFD", name))


def test_variants_show_choices_in_different_orders() -> None:
    """Neighbours do not see the same sheet; the ids, by which answers are graded, are the same."""
    question = KEY.bank.question("first-of-may")
    forms = [form(question, variant(KEY.seed, student)) for student in STUDENTS]
    assert len({shown.choices for shown in forms}) > 100
    assert len({frozenset(shown.choices) for shown in forms}) == 1
