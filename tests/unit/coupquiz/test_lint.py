"""A bank read as an examiner would read it."""

import re
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest

import coupdata
from coupdata.problems.problem import Severity
from coupquiz import Bank, load_bank
from coupquiz.banks.bank import shipped_banks
from coupquiz.banks.lint import lint
from coupquiz.cli.main import main
from coupquiz.core.question import Question
from coupquiz.keys.options import ChoiceQuestion
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import check, solution
from coupquiz.pages.preview import preview
from tests.cases import SMALL
from tests.unit.coupquiz.asked import ASKED, LONDON, each

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
    """What is to be fixed."""
    return [str(problem) for problem in lint(banks, CASE) if problem.severity is Severity.WARNING]


@pytest.mark.slow
def test_the_lessons_banks_have_nothing_to_mend() -> None:
    """Every shipped bank passes, and together they ask about every event of the article."""
    problems = lint([load_bank(name, CASE) for name in shipped_banks()], CASE)
    assert [problem for problem in problems if "given at random" not in problem.what] == []


def test_what_chance_gives_is_told_of_an_order_and_of_what_is_put_on_the_axis() -> None:
    """A note of each, in percent: little, as every misplaced event costs two, and the axis is long."""
    notes = [problem for problem in lint([LONDON], SMALL) if "given at random" in problem.what]
    told = {note.where.split("'")[1]: note.what for note in notes}
    asked = {question.id for question in LONDON.questions if question.kind in ("order", "place", "span")}
    assert told.keys() == asked
    assert {note.severity for note in notes} == {Severity.NOTE}
    for what in told.values():
        assert re.fullmatch(r"an answer given at random gets [12]?\d% of the credit on average", what)


def test_a_sound_question_passes(tmp_path: Path) -> None:
    """Nothing is said of a question without fault."""
    assert serious(bank(tmp_path, question())) == []


def test_own_words_need_no_explanation(tmp_path: Path) -> None:
    """To ask for one is said to be pointless; of other questions it is not."""
    why = """
[[question]]
id = "why"
kind = "why"
prompt = "Why did it end?"
cites = ["c1.3"]
trains = "cause"
model = "Because."
checklist = ["A reason"]
explain = true
"""
    single = question().replace("level = 1", "level = 1\nexplain = true")
    (problem,) = serious(bank(tmp_path, why, single))
    assert "question 'why'" in problem
    assert "explain is pointless here" in problem


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (
            {"prompt": "In Tiflis or elsewhere, where was it?"},
            "prompt gives the answer away: it contains 'Tiflis'",
        ),
        ({"hint": "Think of Tiflis."}, "hints gives the answer away: it contains 'Tiflis'"),
        ({"right": "In the old capital of the whole country, Tiflis"}, "by far the longest"),
    ],
)
def test_a_key_that_can_be_guessed_is_found(tmp_path: Path, fault: dict[str, str], said: str) -> None:
    """Prompt, hint and length must not tell the key."""
    (problem,) = serious(bank(tmp_path, question(**fault)))
    assert said in problem
    assert "mine, question 'where'" in problem


def test_feedback_that_two_answers_share_is_found(tmp_path: Path) -> None:
    """Here a mistake is told just what the right answer is told."""
    value = """
[[question]]
id = "undated"
kind = "value"
prompt = "How many events have no date?"
cites = ["c1.3"]
trains = "chronology"
value = { table = "events", where = { precision = "undated" }, take = "count" }
feedback = "Look once more."
wrong = [
  { value = { table = "events", take = "count" }, feedback = "Look once more." },
  { value = { table = "places", take = "count" }, feedback = "Look at the column." },
]
"""
    (problem,) = serious(bank(tmp_path, value))
    assert "get the same feedback; say what each of them would mean" in problem


def test_a_key_that_rests_on_other_sentences_is_told(tmp_path: Path) -> None:
    """What settles a question is cited where that is said which is right."""
    cites = question().replace('["c1.3"]\ntrains', '["c1.3", "c1.4"]\ntrains')
    (note,) = (problem for problem in lint([bank(tmp_path, cites)], CASE) if "where" in problem.where)
    assert note.severity is Severity.NOTE
    assert note.what == "the feedback on the right answer does not cite c1.4"


def test_ids_that_tell_what_belongs_together_are_found(tmp_path: Path) -> None:
    """Students can read the ids of both sides of a match."""
    pairs = """
[[question]]
id = "who-wanted-what"
kind = "match"
prompt = "Who wanted what?"
cites = ["b2.6", "c1.2"]
trains = "actors"
pair = [
  { id = "to-defend", left = "Premier", right = "To defend", feedback = "He said so.", cites = ["b2.6"] },
  { id = "commissar", left = "Commissar", right = "To advance", feedback = "He tried.", cites = ["c1.2"] },
]
"""
    (problem,) = serious(bank(tmp_path, pairs))
    assert "the id 'to-defend' is on both sides" in problem


def test_a_question_asked_twice_is_found(tmp_path: Path) -> None:
    """Two prompts that say the same are one too many."""
    (problem,) = serious(bank(tmp_path, question("one"), question("two")))
    assert "asks the same as 'two' in mine" in problem


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
    assert "gives away 'mobilisation', which 'word' asks for" in problem


EVIDENCE = """
[[question]]
id = "proof"
kind = "evidence"
prompt = "They wanted more. Which sentence proves it?"
cites = ["c3.1"]
trains = "reading"
option = [
  {{ sentence = "c3.1", right = true, feedback = "A first step." }},
  {{ sentence = "{other}", feedback = "That is something else." }},
]
"""

SETTLED = {
    "option": """
kind = "single"
cites = ["c3.5"]
option = [
  { id = "a", text = "In several places", right = true, cites = ["c3.5"], feedback = "Yes." },
  { id = "b", text = "In one of them only", cites = ["c3.4"], feedback = "No, elsewhere too." },
]""",
    "blank": """
kind = "fill"
cites = ["c1.4"]
blank = [{ id = "it", actor = "kvinitadze" }]""",
    "date": """
kind = "date"
cites = ["f2.4"]
event = "treaty-of-moscow" """,
    "claim": """
kind = "claim"
cites = ["f2.2"]
verdict = "contradicted"
[question.feedback]
supported = "No."
contradicted = "Yes."
not-said = "It does say." """,
    "pair": """
kind = "match"
cites = ["n1.3", "n1.4"]
pair = [
  { id = "z", left = "Noe Zhordania", right = "journalist", feedback = "He was.", cites = ["n1.3"] },
  { id = "k", left = "Giorgi Kvinitadze", right = "officer", feedback = "He had been.", cites = ["n1.4"] },
]""",
}
"""A question of each kind that a sentence can answer; its key is in one sentence."""


def asked(kind: str, prompt: str = "What was it?") -> str:
    """One of them."""
    said = prompt if kind != "blank" else f"{prompt} {{it}}"
    head = '\n[[question]]\nid = "asked"\ntrains = "reading"\n'
    return f'{head}prompt = "{said}"{SETTLED[kind]}\n'


@pytest.mark.parametrize(
    ("kind", "shown", "quiet"),
    [
        ("option", "c3.5", "c3.3"),
        ("blank", "c1.4", "c1.1"),
        ("date", "f2.4", "f1.1"),
        ("claim", "f2.2", "f1.1"),
        ("pair", "n1.4", "n1.1"),
    ],
)
def test_a_sentence_that_answers_another_question_is_found(
    tmp_path: Path, kind: str, shown: str, quiet: str
) -> None:
    """A sentence to choose from must not be the one that settles another question."""
    mine = bank(tmp_path, EVIDENCE.format(other=shown), asked(kind))
    (problem,) = (problem for problem in serious(mine) if "gives away" in problem)
    assert f"question 'proof': it shows “{shown}”" in problem
    assert "which 'asked' asks for; change one of them" in problem
    mine = bank(tmp_path, EVIDENCE.format(other=quiet), asked(kind))
    assert not [problem for problem in serious(mine) if "gives away" in problem]


ORDER = """
[[question]]
id = "order"
kind = "order"
prompt = "What came first?"
cites = ["c3.1"]
trains = "chronology"
events = ["new-commander", "college-attack", "treaty-of-moscow"]
"""


@pytest.mark.parametrize(
    ("telling", "asking", "found"),
    [
        (ORDER, asked("blank", "The government made commander-in-chief:"), True),  # surname in a title
        (asked("date", "When did Kvinitadze become commander-in-chief?"), asked("blank", "Who?"), False),
        (
            question(prompt="Who made Kvinitadze commander-in-chief?"),
            asked("blank", "The commander-in-chief was"),
            True,
        ),
        (
            question(prompt="What did Kvinitadze like to read?"),
            asked("blank", "The commander-in-chief was"),
            False,
        ),
        (
            asked("claim", "Kvinitadze was the chief commander."),
            asked("blank", "The commander-in-chief was"),
            True,
        ),
        (
            asked("claim", "Several were arrested in other places."),
            asked("option", "Where were they arrested?"),
            False,
        ),
    ],
)
def test_words_that_answer_another_question_are_found(
    tmp_path: Path, telling: str, asking: str, found: bool
) -> None:
    """Prompts and titles of events tell, where they are about the same; a claim tells but names."""
    mine = bank(tmp_path, telling.replace('"asked"', '"telling"'), asking)
    problems = [problem for problem in serious(mine) if "which 'asked' asks for" in problem]
    assert len(problems) == found


@pytest.mark.parametrize(
    ("dated", "found"),
    [
        (["premier-speech", "college-attack", "treaty-of-moscow"], True),
        (["premier-speech", "college-attack"], False),  # most of the order is still to be known
        (["mobilisation", "new-commander", "premier-speech"], False),  # two have one date
        (["peasant-attempts", "defence-alliance", "revolution-1917"], False),  # other events
    ],
)
def test_dates_that_tell_an_order_are_found(tmp_path: Path, dated: list[str], found: bool) -> None:
    """Who is told when most of the events were need not know their order."""
    asked = """
[[question]]
id = "dates"
kind = "match"
prompt = "When was each?"
cites = ["c1.3"]
trains = "chronology"
level = 1
pairs = {{ events = {dated}, with = "when" }}

[[question]]
id = "order"
kind = "order"
prompt = "What came first?"
cites = ["c1.3"]
trains = "chronology"
level = 2
events = ["premier-speech", "mobilisation", "new-commander", "college-attack", "treaty-of-moscow"]
"""
    problems = serious(bank(tmp_path, asked.format(dated=dated)))
    said = "mine, question 'dates': anyone who gets its dates right knows most of the order in 'order'"
    assert [problem.partition(";")[0] for problem in problems] == [said] * found


def test_a_habit_of_long_right_options_is_found() -> None:
    """A bank whose right options are nearly always the longest can be guessed by length."""
    week = load_bank("week", CASE)
    asked = next(q for q in week.questions if q.kind == "single")
    assert isinstance(asked, ChoiceQuestion)
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
    """How many events a teacher's bank leaves out, and the first: it passes all the same."""
    (note,) = lint([bank(tmp_path, question())], CASE)
    assert note.severity is Severity.NOTE
    assert note.where == "mine"
    assert note.what.startswith("30 of the 30 events in the source itself are not asked about: no-")
    assert note.what.endswith(", ...")
    assert len(note.what) < 150


def test_an_option_without_feedback_of_its_own_is_told_but_no_fault(tmp_path: Path) -> None:
    """What the data say of a record is better than nothing, and speaks to no mistake."""
    plain = question().replace(
        '{ id = "other", text = "Moscow", cites = ["f2.3"], feedback = "No, far away." }',
        '{ place = "moscow" }, { place = "caucasus", feedback = "No, that is larger." }',
    )
    (note,) = (problem for problem in lint([bank(tmp_path, plain)], CASE) if "where" in problem.where)
    assert note.severity is Severity.NOTE
    assert note.what == ("'Moscow': no feedback of your own, so the learner reads only what the data says")


def test_a_match_that_fits_nowhere_needs_feedback_too() -> None:
    """Where it comes from the data; what is written tells that it goes with none of them."""
    said = {note.where: note.what for note in lint([LONDON], SMALL)}
    assert said["london, question 'who-did-what'"].startswith("'Robert Hubert': no feedback of your own")
    assert "london, question 'words'" not in said


def test_the_command_says_what_to_mend(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The exit status is 0 for a sound bank, 1 for one with a fault or one that cannot be read."""
    bank(tmp_path, question())
    file = tmp_path / "mine.toml"
    assert main(["lint", str(file)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "1 question read. Nothing to fix."
    assert all(line.startswith("Good to know: ") for line in said[:-1])
    bank(tmp_path, question(hint="Tiflis it was."))
    assert main(["lint", str(file)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[-2].startswith("To fix: mine, question 'where': hints gives the answer away")
    assert said[-1] == "1 question read. 1 thing to fix."
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
    assert page.count('<span class="number">') == len(week.questions)
    hostile = replace(week.questions[0], prompt="<img src=x onerror=alert(1)>")
    hostile_page = preview(Bank("x", "<b>", (hostile,)), CASE)
    assert "<img" not in hostile_page
    assert hostile_page.count('http-equiv="Content-Security-Policy"') == 1
    assert "default-src 'none'" in hostile_page
    assert "script-src" not in hostile_page


def test_a_bank_on_a_case_of_ones_own_is_read_and_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The case is named beside the bank; what is wrong with either is said in lines."""
    monkeypatch.chdir(tmp_path)
    fixtures = Path(__file__).parents[2] / "fixtures"
    london, case = str(fixtures / "banks" / "london.toml"), str(fixtures / "cases" / "london-1666")
    main(["lint", london, "--case", case, "--preview"])
    said = capsys.readouterr().out
    assert f"{len(LONDON.questions)} questions read." in said
    page = (tmp_path / "london-preview.html").read_text(encoding="utf-8")
    assert page.count('<span class="number">') == len(LONDON.questions)
    for arguments, complaint in {
        (london,): "there is no",
        (london, "--case", str(tmp_path / "nowhere")): "nowhere",
        ("--case", case, "--preview"): "Name your bank",
    }.items():
        assert main(["lint", *arguments]) == 1
        assert complaint in capsys.readouterr().err


def test_a_page_that_cannot_be_written_is_said_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Something else has its name, or the bank cannot be read."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.toml").write_text('id = "mine"', encoding="utf-8")
    assert main(["lint", "mine.toml", "--preview"]) == 1
    assert capsys.readouterr().err.endswith("The page will be written once this is fixed.\n")
    assert main(["lint", "mine.toml"]) == 1
    assert "The page" not in capsys.readouterr().err
    (tmp_path / "week-preview.html").mkdir()
    assert main(["lint", "week", "--preview"]) == 1
    assert "The page with the questions cannot be written" in capsys.readouterr().err


@each()
def test_the_preview_says_everything_once(question: Question) -> None:
    """The right answer, and to every mistake what a learner is told who makes it; nothing twice."""
    case = next(case for asked, case in ASKED if asked is question)
    page = preview(Bank("x", "X", (question,)), case).partition('id="ids"')[0]
    rows = re.findall(r'<li class="incorrect">.*?</li>', page)
    assert len(rows) == len(set(rows))
    right = check(question, solution(question))
    assert page.count(escape(right.feedback)) == 1
    for answer in KINDS[question.kind].mistakes(question):
        verdict = check(question, answer)
        wrong = [part for part in verdict.parts if part.right is False]
        said = [part.feedback for part in wrong] or [verdict.feedback]
        if question.kind == "order":
            said = [relation.why for relation in question.relations if relation.why in verdict.feedback]
        for text in said:
            assert any(escape(text) in row for row in rows), text


def test_the_preview_tells_credit_in_words() -> None:
    """A share of the credit, and no more figures than a teacher wants."""
    page = preview(LONDON, SMALL)
    assert "67% of the credit." in page
    assert not re.search(r"0\.\d{3}", page)


def test_the_preview_shows_own_words_as_what_they_are() -> None:
    """Neither right nor wrong: one good answer, and what to look for."""
    why = next(question for question in LONDON.questions if not question.scored)
    page = preview(Bank("x", "X", (why,)), SMALL)
    assert "One good answer" in page
    assert "Wrong answers" not in page
    assert "of the credit" not in page


def test_the_preview_has_every_id_that_a_bank_may_name() -> None:
    """Of events, actors, places and sentences, with what each is called."""
    page = preview(LONDON, SMALL).partition('id="ids"')[2]
    for record in (*SMALL.events, *SMALL.actors, *SMALL.places, *SMALL.reading.sentences):
        assert f"<code>{record.id}</code>" in page
    assert "Events that no question here asks about: 1" in page
