"""A question in a real browser: answered by pointer, keys and finger, and read out."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import coupdata
from coupquiz import Quiz, check, load_bank
from coupquiz.kinds.single import Single
from coupquiz.widgets import QuestionWidget
from tests.browser import alone
from tests.browser.notebooks import open_and_run
from tests.server import Lab

BANK = load_bank("start")
QUESTIONS = [question for question in BANK.questions if isinstance(question, Single)]


def asked(page: Page, question: Single) -> QuestionWidget:
    """Show a question alone on a page; its widget is the other end."""
    widget = Quiz(BANK, notebook="test").ask(question.id)
    alone.show(page, widget)
    return widget


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_a_question_is_a_named_group_of_which_nothing_is_chosen(page: Page, question: Single) -> None:
    """The prompt names the group, each option its button; a question not answered does not look answered."""
    asked(page, question)
    group = page.get_by_role("group", name=question.prompt, exact=True)
    for option in question.options:
        expect(group.get_by_role("radio", name=option.text, exact=True)).not_to_be_checked()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_keys_alone_answer_a_question(page: Page, question: Single) -> None:
    """Tab enters the group, arrows choose among all options, Tab reaches Check, Enter sends it."""
    asked(page, question)
    page.keyboard.press("Tab")
    page.keyboard.press(" ")
    for option in (*question.options, question.options[0]):
        assert page.evaluate("model.get('answer')") == option.id
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Check")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("sent") == ["check"]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_what_is_said_to_each_answer_shows_in_a_live_region(page: Page, question: Single) -> None:
    """Outcome, feedback and every cited sentence are read out without moving the focus."""
    widget = asked(page, question)
    case = coupdata.load()
    status = page.get_by_role("status")
    expect(status).to_have_text("")
    for option in question.options:
        widget.answer = option.id
        widget.check()
        page.evaluate("(said) => model.set('said', said)", widget.said)
        expect(status).to_contain_text("Right." if option.right else "Not right.")
        expect(status).to_contain_text(option.feedback)
        for cite in option.cites:
            expect(status).to_contain_text(f"{cite} {case.sentence(cite).text}")


def test_a_new_choice_takes_back_what_was_said_to_the_old(page: Page) -> None:
    """Feedback never stands under an answer that it does not belong to."""
    widget = asked(page, QUESTIONS[0])
    first, second = (option.id for option in QUESTIONS[0].options[:2])
    widget.answer = first
    widget.check()
    assert widget.said
    widget.answer = second
    assert widget.said == []
    page.evaluate("(said) => model.set('said', said)", widget.said)
    expect(page.get_by_role("status")).to_have_text("")


def test_the_page_holds_no_key(page: Page) -> None:
    """Before an answer is checked, neither page nor state tells the right option or any feedback."""
    for question in QUESTIONS:
        widget = asked(page, question)
        state = str({**widget.get_state(), "_esm": "", "_css": ""}) + page.content()
        for option in question.options:
            assert check(question, option.id).feedback not in state
        assert "right" not in str(widget.page).lower()


@pytest.mark.parametrize("width", [380, 1400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, width: int, scheme: str) -> None:
    """Before an answer, and with each outcome shown; and nothing is wider than the page."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    question = QUESTIONS[0]
    widget = asked(page, question)
    for answer in (None, *(option.id for option in question.options)):
        widget.answer = answer
        widget.check()
        page.evaluate(
            "([answer, said]) => { model.set('answer', answer); model.set('said', said); }",
            [answer, widget.said],
        )
        found = Axe().run(page)
        assert not found.response["violations"], found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_in_jupyterlab_a_question_is_answered_by_keys_and_the_notebook_left_alone(
    page: Page, lab: Lab
) -> None:
    """Each option gets its feedback from Python; `d d` and the like on an option delete nothing."""
    question = QUESTIONS[0]
    shown = open_and_run(page, lab, "00_start_here", ".coup-question")
    cells = page.locator(".jp-Notebook .jp-Cell")
    count = cells.count()
    page.keyboard.press("ArrowUp")
    for _ in range(20):
        page.keyboard.press("Tab")
        if shown.locator("input:focus").count():
            break
    for key in ("d", "d", "x", "a", "b", "m", "Enter", "Escape", " "):
        page.keyboard.press(key)
    for number, option in enumerate(question.options):
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(shown.get_by_role("status")).to_contain_text(option.feedback)
        expect(shown.get_by_role("button", name="Check")).to_be_focused()
        page.keyboard.press("Shift+Tab")
        expect(shown.locator("input:focus")).to_have_value(question.options[number].id)
        page.keyboard.press("ArrowDown")
    expect(cells).to_have_count(count)
