"""A bank read as an examiner would read it."""

from dataclasses import replace
from pathlib import Path

import pytest

import coupdata
from coupquiz import Bank, load_bank
from coupquiz.bank import shipped_banks
from coupquiz.command import main
from coupquiz.kinds import KINDS
from coupquiz.kinds.single import Single
from coupquiz.lint import lint
from coupquiz.preview import preview
from coupquiz.question import Question
from tests.coupquiz.asked import ASKED, LONDON, each

CASE = coupdata.load()

QUESTION = """
[[question]]
id = "{id}"
kind = "single"
prompt = "{prompt}"
cites = ["c1.3"]
trains = "chronology"
level = 1
hints = ["{hint}"]
option = [
  {{ id = "right", text = "{right}", right = true, cites = ["c1.3"], feedback = "Yes." }},
  {{ id = "wrong", text = "Baku", cites = ["b2.4"], feedback = "No, elsewhere." }},
  {{ id = "other", text = "Moscow", cites = ["f2.3"], feedback = "No, far away." }},
]
"""


def bank(tmp_path: Path, *questions: str) -> Bank:
    """A bank of these questions."""
    file = tmp_path / "mine.toml"
    file.write_text('id = "mine"\ntitle = "Mine"\n' + "".join(questions), encoding="utf-8")
    return load_bank(file, CASE)


def question(
    id: str = "where", prompt: str = "Where was it?", hint: str = "Look.", right: str = "Tiflis"
) -> str:
    """A sound question, but for what is given."""
    return QUESTION.format(id=id, prompt=prompt, hint=hint, right=right)


def serious(*banks: Bank) -> list[str]:
    """What is to be mended."""
    return [f"{remark.where}: {remark.text}" for remark in lint(banks, CASE) if remark.serious]


def test_the_lessons_banks_have_nothing_to_mend() -> None:
    """Every shipped bank passes, and together they ask about every event of the article."""
    assert lint([load_bank(name, CASE) for name in shipped_banks()], CASE) == ()


def test_a_sound_question_passes(tmp_path: Path) -> None:
    """Nothing is said of a question without fault."""
    assert serious(bank(tmp_path, question())) == []


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ({"prompt": "In Tiflis or elsewhere, where was it?"}, "prompt gives the key away: 'Tiflis'"),
        ({"hint": "Think of Tiflis."}, "hints gives the key away: 'Tiflis'"),
        ({"right": "In the old capital of the whole country, Tiflis"}, "by far the longest"),
    ],
)
def test_a_key_that_can_be_guessed_is_found(tmp_path: Path, fault: dict[str, str], said: str) -> None:
    """Prompt, hint and length must not tell the key."""
    (problem,) = serious(bank(tmp_path, question(**fault)))
    assert said in problem
    assert "mine, question 'where'" in problem


def test_a_question_asked_twice_is_found(tmp_path: Path) -> None:
    """Two prompts that say the same are one too many."""
    (problem,) = serious(bank(tmp_path, question("one"), question("two")))
    assert "asks what 'two' in mine asks" in problem


def test_a_prompt_that_answers_another_question_is_found(tmp_path: Path) -> None:
    """A blank must not stand filled in the prompt of another question on the same sentence."""
    fill = """
[[question]]
id = "word"
kind = "fill"
prompt = "The government ordered {word}."
cites = ["c1.3"]
trains = "vocabulary"
level = 1
blank = [{ id = "word", text = "mobilisation" }]
"""
    (problem,) = serious(bank(tmp_path, question(prompt="Where was the mobilisation ordered?"), fill))
    assert "tells 'mobilisation', for which 'word' asks" in problem


def test_a_habit_of_long_right_options_is_found() -> None:
    """A bank whose right options are nearly always the longest can be guessed by length."""
    week = load_bank("week", CASE)
    asked = next(q for q in week.questions if type(q) is Single)
    right = next(option for option in asked.options if option.right)
    longest = max(len(option.text) for option in asked.options)
    long = replace(right, choice=replace(right.choice, text="x" * (longest + 2)))
    options = tuple(long if option.right else option for option in asked.options)
    prompts = (
        "Who?",
        "When exactly?",
        "Where was that?",
        "Why then?",
        "What for, and how?",
        "By which road?",
    )
    questions = tuple(replace(asked, id=f"q{n}", prompt=p, options=options) for n, p in enumerate(prompts))
    assert any("the right option is the longest" in problem for problem in serious(Bank("m", "M", questions)))


def test_what_is_not_asked_is_told_but_no_fault(tmp_path: Path) -> None:
    """Events that a teacher's bank leaves out are named, and it passes all the same."""
    remarks = lint([bank(tmp_path, question())], CASE)
    assert [remark.serious for remark in remarks] == [False]
    assert "college-attack" in remarks[0].text


def test_the_command_says_what_to_mend(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The exit status is 0 for a sound bank, 1 for one with a fault or one that cannot be read."""
    bank(tmp_path, question())
    file = tmp_path / "mine.toml"
    assert main(["lint", str(file)]) == 0
    assert "Questions read: 1. To mend: 0." in capsys.readouterr().out
    bank(tmp_path, question(hint="Tiflis it was."))
    assert main(["lint", str(file)]) == 1
    assert "hints gives the key away" in capsys.readouterr().out
    file.write_text("id = ", encoding="utf-8")
    assert main(["lint", str(file)]) == 1
    assert "mine.toml, line 1: a value is missing here" in capsys.readouterr().err


def test_the_preview_shows_every_question_with_all_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page has each prompt, and what comes from a bank is text, never markup."""
    monkeypatch.chdir(tmp_path)
    assert main(["lint", "week", "--preview"]) == 0
    page = (tmp_path / "week-preview.html").read_text(encoding="utf-8")
    week = load_bank("week", CASE)
    assert page.count("<article>") == len(week.questions)
    hostile = replace(week.questions[0], prompt="<img src=x onerror=alert(1)>")
    assert "<img" not in preview(Bank("x", "<b>", (hostile,)), CASE)


def test_a_bank_on_a_case_of_ones_own_is_read_and_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The case is named beside the bank; what is wrong with either is said in lines."""
    monkeypatch.chdir(tmp_path)
    fixtures = Path(__file__).parents[1] / "fixtures"
    london, case = str(fixtures / "banks" / "london.toml"), str(fixtures / "cases" / "london-1666")
    main(["lint", london, "--case", case, "--preview"])
    said = capsys.readouterr().out
    assert f"Questions read: {len(LONDON.questions)}." in said
    page = (tmp_path / "london-preview.html").read_text(encoding="utf-8")
    assert page.count("<article>") == len(LONDON.questions)
    for arguments, complaint in {
        (london,): "there is no",
        (london, "--case", str(tmp_path / "nowhere")): "nowhere",
        ("--case", case): "Name your bank",
    }.items():
        assert main(["lint", *arguments]) == 1
        assert complaint in capsys.readouterr().err


def test_a_page_that_cannot_be_written_is_said_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Something else has its name."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "week-preview.html").mkdir()
    assert main(["lint", "week", "--preview"]) == 1
    assert "The page with the questions cannot be written" in capsys.readouterr().err


@each()
def test_the_preview_shows_a_model_answer_as_what_it_is(question: Question) -> None:
    """Right where it is scored; own words are neither right nor wrong and have no score."""
    case = next(case for asked, case in ASKED if asked is question)
    page = preview(Bank("x", "X", (question,)), case)
    wrong = len(list(KINDS[question.kind].mistakes(question)))
    if question.scored:
        assert page.count('<li class="right">') == 1
        assert page.count('<li class="wrong">') == wrong
    else:
        assert 'class="right"' not in page
        assert 'class="wrong"' not in page
        assert "(0)" not in page
