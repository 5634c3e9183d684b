"""Banks of questions: those that come with the package, and a teacher's own."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

import coupdata
import coupquiz
from coupquiz import BankError, load_bank
from coupquiz.banks.bank import read_bank
from coupquiz.kinds import KINDS
from tests.unit.coupquiz.asked import NAMES

OWN = """
id = "own"
title = "My own"

[[question]]
id = "which-day"
kind = "single"
prompt = "When?"
cites = ["c3.1"]
trains = "chronology"
option = [
  { id = "early", text = "Early", cites = ["c2.2"], feedback = "Too early." },
  { id = "late", text = "Late", right = true, cites = ["c3.1"], feedback = "Yes." },
]
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    """Write a bank and return its path."""

    def write(text: str) -> Path:
        file = tmp_path / "own.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_importing_loads_nothing_that_draws() -> None:
    """Checking answers works where no widget, chart or data frame is installed."""
    code = "import coupquiz, sys; coupquiz.load_bank('start'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & {"anywidget", "ipywidgets", "numpy", "pandas", "plotly"}


@pytest.mark.parametrize("name", NAMES)
def test_every_bank_loads_and_its_questions_are_found(name: str) -> None:
    """Schema, ids and cites of each bank hold, and each question answers to its id."""
    bank = load_bank(name)
    assert bank.questions
    assert all(bank.question(question.id) is question for question in bank.questions)


def test_a_bank_of_ones_own_is_named_by_its_path(write: Callable[[str], Path]) -> None:
    """As a path or as text, wherever it lies."""
    file = write(OWN)
    assert load_bank(file) == load_bank(str(file))
    assert load_bank(file).question("which-day").prompt == "When?"


def test_a_bank_cites_the_case_that_it_is_for(write: Callable[[str], Path]) -> None:
    """Sentences are looked up in the case given, so a bank can belong to a teacher's own case."""
    folder = Path(__file__).parents[2] / "fixtures" / "cases" / "london-1666"
    case = coupdata.load(folder)
    sentence = case.reading.sentences[0].id
    text = OWN.replace("c3.1", sentence).replace("c2.2", sentence)
    assert load_bank(write(text), case).question("which-day").cites == (sentence,)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('cites = ["c3.1"]\n', 'cites = ["c9.9"]\n', "there is no sentence 'c9.9'"),
        ('cites = ["c3.1"]\n', "", "question 'which-day', cites: missing"),
        ('prompt = "When?"', "", "question 'which-day', prompt: missing"),
        ('kind = "single"', 'kind = "singel"', "'singel' is unknown; did you mean 'single'"),
        (', feedback = "Too early."', "", "option 'early', feedback: missing"),
        ("right = true, ", "", "0 options are right"),
        ('text = "Early"', 'text = "Early", right = true', "2 options are right"),
        ('id = "late"', 'id = "early"', "option 'early', id: appears twice"),
        ('trains = "chronology"', 'trains = "chronology"\nlevel = 7', "level: 7 is not between 1 and 3"),
        ('trains = "chronology"', 'trains = "chronology"\nlevl = 1', "levl: unknown field; did you mean"),
        ('id = "own"', "id = own", "straight quotation marks"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(write: Callable[[str], Path], old: str, new: str, said: str) -> None:
    """File, record, field and the mend; never a traceback of the reader's own."""
    assert old in OWN
    with pytest.raises(BankError) as error:
        load_bank(write(OWN.replace(old, new, 1)))
    assert any(said in str(problem) for problem in error.value.problems), error.value
    assert all(problem.where.startswith("own.toml") for problem in error.value.problems)


def test_all_that_is_wrong_is_said_at_once(write: Callable[[str], Path]) -> None:
    """A teacher mends a bank in one go."""
    broken = OWN.replace('prompt = "When?"', "").replace("c2.2", "c9.9").replace('title = "My own"', "")
    with pytest.raises(BankError) as error:
        load_bank(write(broken))
    assert len(error.value.problems) == 3


def test_an_unknown_bank_is_named_with_the_near_ones() -> None:
    """A slip in the name says which banks there are."""
    with pytest.raises(
        BankError, match=r"strat\.toml: no bank of that name comes with the package; did you mean 'start'"
    ):
        load_bank("strat")


def test_a_missing_or_unreadable_file_is_said_plainly(tmp_path: Path) -> None:
    """No such file; not UTF-8."""
    with pytest.raises(BankError, match=r"none\.toml: there is no such file"):
        load_bank(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes('title = "Süd"'.encode("latin-1"))
    with pytest.raises(BankError, match="not UTF-8"):
        load_bank(tmp_path / "latin.toml")


def test_an_unknown_question_is_named_with_the_near_ones() -> None:
    """A slip in an id says which question may be meant."""
    with pytest.raises(KeyError, match="no question 'what-to-size'; did you mean 'what-to-seize'"):
        load_bank("start").question("what-to-size")


def test_every_example_of_the_readme_can_be_loaded() -> None:
    """It shows every kind, and each example is a question as it stands."""
    text = (Path(coupquiz.__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    kinds = set()
    for example in re.findall(r"```toml\n(.*?)\n```", text, re.DOTALL):
        values = {"id": "examples", "title": "Examples", **tomllib.loads(example)}
        kinds |= {
            question.kind for question in read_bank(values, Path("README.md"), coupdata.load()).questions
        }
    assert kinds == set(KINDS)
