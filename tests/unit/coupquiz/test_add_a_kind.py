"""A new kind is registered and nothing else: everything that questions go through speaks of it properly."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

import coupdata
import coupquiz
from coupquiz import BankError, Quiz
from coupquiz.banks.bank import Bank
from coupquiz.banks.lint import lint, telling_words
from coupquiz.banks.questions_file import load_questions
from coupquiz.banks.schema import bank_schema
from coupquiz.cli.main import main
from coupquiz.course.course_folder import Course, questions_name
from coupquiz.grading.answer_key import AnswerKey, load_key
from coupquiz.grading.grade import grade
from coupquiz.grading.student_page import Pages
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import form, varied
from coupquiz.kinds.hints import hint_steps
from coupquiz.kinds.kind import Kind
from coupquiz.pages.preview import preview
from coupquiz.report.advice import advice
from coupquiz.report.analysis import Standing, analyse
from coupquiz.report.class_submissions import GradedSubmission
from coupquiz.report.page.report_page import page
from tests.schema_faults import schema_faults
from tests.unit.coupquiz.widgets import press

ROOT = Path(__file__).parents[3]
RECIPE = (ROOT / "docs" / "add_a_kind.md").read_text(encoding="utf-8")
CASE = coupdata.load()
(ASKED,) = re.findall(r"```toml\n(.*?)```", RECIPE, re.DOTALL)
OTHER = """
[[question]]
id = "own-words"
kind = "why"
prompt = "Why then?"
cites = ["f2.4"]
trains = "cause"
model = "The attempt had failed."
checklist = ["You name the attempt."]
"""


@pytest.fixture(autouse=True)
def _registered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The kind of the recipe, as it stands there."""
    for name, code in zip(
        ("question", "kind"), re.findall(r"```python\n(.*?)```", RECIPE, re.DOTALL), strict=True
    ):
        built = ModuleType(f"coupquiz.kinds.estimate.{name}")
        monkeypatch.setitem(sys.modules, built.__name__, built)
        exec(compile(code, "docs/add_a_kind.md", "exec"), built.__dict__)
    monkeypatch.setitem(KINDS, "estimate", built.EstimateKind())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A bank that asks a question of the new kind."""
    file = tmp_path / "days.toml"
    file.write_text(f'id = "days"\ntitle = "Days"\n{ASKED}{OTHER}', encoding="utf-8")
    return file


@pytest.fixture
def bank(file: Path) -> Bank:
    """The same, read."""
    return coupquiz.load_bank(file, CASE)


@pytest.fixture
def key(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AnswerKey:
    """The key of an assignment that `coup1920 assign` has made of it."""
    monkeypatch.chdir(tmp_path)
    assert main(["assign", str(file), "--course", "course"]) == 0
    return load_key(Course(tmp_path / "course").key("days"))


def test_it_is_asked_and_answered(bank: Bank, tmp_path: Path) -> None:
    """On its page, with hints and a solution; and kept."""
    quiz = Quiz(bank, notebook="test", case=CASE, folder=tmp_path)
    widget = quiz.ask("how-many-days")
    assert "About how many days" in str(widget.page)
    assert "before 6 May" in str(press(widget, "check", "how-many-days", answer="2")["said"])
    assert "In the reading, look in" in str(press(widget, "hint", "how-many-days")["help"])
    assert "Solution" in str(press(widget, "solution", "how-many-days")["help"])
    assert "four days or five" in str(press(widget, "check", "how-many-days", answer="5")["said"])
    assert "Write a whole number" in str(press(widget, "check", "how-many-days", answer="soon")["said"])
    assert quiz.answers == {"how-many-days": "soon"}
    assert "About how many days" in str(quiz.summary().page)


def test_it_is_linted_and_previewed(bank: Bank) -> None:
    """By its own clues, and with every mistake that it expects."""
    question = bank.question("how-many-days")
    assert [problem.what for problem in lint([bank], CASE) if "how-many" in problem.where] == []
    assert telling_words(question) == []
    why = replace(
        bank.question("own-words"), prompt="The treaty was signed 4 days after the attack. Why then?"
    )
    said = "\n".join(map(str, lint([replace(bank, questions=(question, why))], CASE)))
    assert "gives away '4 to 5', which 'how-many-days' asks for" in said
    shown = preview(bank, CASE)
    for text in ("four days or five", "2:</b> That would put the treaty before 6", "10:</b> Then"):
        assert text in shown


def test_its_fields_are_known(file: Path) -> None:
    """To the reader, which says what is wrong with them, and to the schema."""
    text = file.read_text(encoding="utf-8")
    assert not schema_faults(bank_schema(), tomllib.loads(text))
    file.write_text(text.replace("low = 4", "lou = 4"), encoding="utf-8")
    with pytest.raises(BankError, match=r"low: missing(.|\n)*lou: unknown field; did you mean 'low'"):
        coupquiz.load_bank(file, CASE)
    file.write_text(text.replace("low = 4", "low = 40"), encoding="utf-8")
    with pytest.raises(BankError, match="high: is below low"):
        coupquiz.load_bank(file, CASE)


def test_it_has_hints_and_variants(bank: Bank) -> None:
    """As far as the kind says."""
    question = bank.question("how-many-days")
    assert hint_steps(question, CASE)[-1].cites == question.cites
    assert varied(form(question), "seed") == form(question)


def test_it_is_assigned_graded_and_explained(key: AnswerKey, tmp_path: Path) -> None:
    """Students get the form; then marks, and a page with what they wrote, what it means and what is right."""
    question = key.bank.question("how-many-days")
    handed_out = load_questions(Course(tmp_path / "course").source("days") / questions_name("days"))
    assert [asked.id for asked in handed_out.asked("anna")] == ["how-many-days", "own-words"]
    right, wrong, unread = (
        grade(key, {"how-many-days": answer}, "anna") for answer in ("5", "40", "some days")
    )
    assert (right.points, wrong.points, unread.points) == (1, 0, 0)
    assert "four days or five" in Pages(key).page(right).decode()
    shown = Pages(key).page(wrong).decode()
    for text in ("<dd><p>40</p></dd>", "dated after 8 May", "Right answer", question.prompt):
        assert text in shown
    answers = {"how-many-days": "some days", "own-words": "Because."}
    assert "It cannot be read as an answer." in Pages(key).page(grade(key, answers, "anna")).decode()


def test_it_is_reported(key: AnswerKey) -> None:
    """What was picked, how often, and what it means."""
    answers = ["40"] * 8 + ["4", "5"]
    submissions = [
        GradedSubmission(grade(key, {"how-many-days": a}, f"s{n}"), ()) for n, a in enumerate(answers)
    ]
    analysis = analyse(key, submissions)
    tallies = {tally.pick.text: tally.all for tally in analysis.questions[0].tallies}
    assert tallies == {"4 to 5": 2, "40": 8, "No answer": 0}
    (again,) = advice(analysis, Standing.AGAIN)
    (mistake,) = again.mistakes
    assert mistake.text == "8 wrote “40”."
    assert mistake.said == "Then the treaty would be dated after 8 May. Look at its date again."
    assert "8 wrote “40”." in page(analysis)


def test_what_is_missing_is_named() -> None:
    """By Python, before anything is asked."""

    class Unfinished(Kind[coupquiz.Question, coupquiz.Question]):
        any_order = True

    with pytest.raises(TypeError, match=r"abstract methods? .*check.*clues.*form.*hints_to"):
        Unfinished()  # type: ignore[abstract]


def sources() -> Iterator[tuple[Path, ast.Module]]:
    """Every file of the package outside of the kinds' folders."""
    package = Path(coupquiz.__file__).parent
    for file in sorted(package.rglob("*.py")):
        if "kinds" not in file.relative_to(package).parts[:-1] or file.parent.name == "kinds":
            yield file, ast.parse(file.read_text(encoding="utf-8"))


def test_nobody_else_asks_which_kind_it_is() -> None:
    """No module of one kind is imported but by the registry, and no ``kind`` is compared with a name."""
    folders = tuple(f"coupquiz.kinds.{name}." for name in KINDS)
    for file, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and file.parts[-2:] != ("kinds", "__init__.py"):
                assert not f"{node.module}.".startswith(folders), f"{file}: {node.module}"
            if isinstance(node, ast.Compare | ast.MatchValue | ast.Subscript):
                names = {n.value for n in ast.walk(node) if isinstance(n, ast.Constant)} & KINDS.keys()
                asked = [n for n in ast.walk(node) if isinstance(n, ast.Attribute) and n.attr == "kind"]
                assert not (names and asked), f"{file}: {ast.unparse(node)}"
