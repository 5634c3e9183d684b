"""The report as a page and as tables: whole, escaped, offline, discreet, and the same every time."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from typing import Any

import pandas
import plotly.graph_objects as go
import pytest

from coupdata.views.timeline_chart.plotly_parts import PLOTLY
from coupquiz.grading.concern import Concern
from coupquiz.report.analysis import Analysis, Standing, analyse
from coupquiz.report.files import STUDENTS, tables
from coupquiz.report.page.report_page import page
from tests.cases import HOSTILE, hostile
from tests.markup import Markup
from tests.unit.coupquiz.grading.school import KEY, RIGHT
from tests.unit.coupquiz.report.classes import CLASSES, LARGE, submissions, told

each_class = pytest.mark.parametrize(
    "analysis",
    [pytest.param(CLASSES[name], marks=pytest.mark.slow if name == "large" else ()) for name in CLASSES],
    ids=CLASSES,
)


def read(analysis: Analysis, **more: Any) -> Markup:
    """The page as a browser reads it."""
    return Markup(page(analysis, **more))


def words(markup: Markup) -> str:
    """What can be read on a page."""
    return " ".join(markup.text.split())


def rows(content: bytes) -> pandas.DataFrame:
    """A table as pandas reads it, all of it as text."""
    return pandas.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False)


@each_class
def test_every_class_gets_a_page(analysis: Analysis) -> None:
    """With a summary, what was handed in, and how to read it; nothing that has no number shows one."""
    shown = words(read(analysis))
    assert "What was handed in" in shown
    assert "How to read this" in shown
    assert "nan" not in shown.lower().split()
    assert "None" not in shown.split()
    assert ("there is nothing to report" in shown) == (not analysis.counted)
    assert ("What to teach again" in shown) == bool(analysis.counted)


@pytest.mark.slow
@each_class
def test_beside_every_picture_is_a_table(analysis: Analysis) -> None:
    """Every picture has a name that leads to it, its data, and a table after it."""
    markup = read(analysis)
    marked = [(tag, attributes) for tag, attributes in markup.elements if tag in ("table", "div")]
    places = [place for place, (_, a) in enumerate(marked) if a.get("role") == "img"]
    ids = [marked[place][1]["data-chart"] for place in places]
    assert ids == list(json.loads(markup.scripts[0]))
    for place, after in zip(places, [*places[1:], len(marked)], strict=False):
        assert "table" in [tag for tag, _ in marked[place:after]]
        assert str(marked[place][1]["aria-label"]).endswith("The table says the same.")


@pytest.mark.slow
@each_class
def test_plotly_knows_everything_in_the_pictures(analysis: Analysis) -> None:
    """Every trace and every setting, for every width, in both themes and for print."""
    for picture in json.loads(read(analysis).scripts[0]).values():
        for shown in picture["shown"]:
            for layout in shown["layouts"].values():
                assert go.Figure(shown["traces"], layout)
        assert go.Figure(picture["printed"])


@pytest.mark.slow
@each_class
def test_no_name_is_told_unless_asked_for(analysis: Analysis) -> None:
    """Neither on the page nor in a table; with names, everybody is in both."""
    names = [submission.student for submission in analysis.submissions]
    quiet = page(analysis) + "".join(content.decode() for content in tables(analysis).values())
    assert not [name for name in names if name in quiet]
    assert "pupil" not in quiet
    assert STUDENTS not in tables(analysis)
    shown = words(read(analysis, names=True))
    assert all(name in shown for name in names)
    assert list(rows(tables(analysis, names=True)[STUDENTS])["student"]) == names


@pytest.mark.slow
def test_a_small_class_is_warned() -> None:
    """Who knows four students knows who answered what."""
    warning = "anyone who knows the class can tell who it was"
    assert warning in words(read(told([RIGHT] * 4)))
    assert warning not in words(read(told([RIGHT] * 5)))


@pytest.mark.slow
@each_class
def test_the_same_class_gives_the_same_bytes(analysis: Analysis) -> None:
    """Every time, the page and the tables."""
    again = analyse(analysis.key, list(analysis.submissions))
    for names in (False, True):
        assert page(again, names=names) == page(analysis, names=names)
        assert tables(again, names=names) == tables(analysis, names=names)


@pytest.mark.slow
def test_nothing_that_people_wrote_becomes_markup() -> None:
    """Neither case nor bank, name nor answer."""
    question = KEY.items[0].question
    options = [
        replace(option, choice=replace(option.choice, text=f"{HOSTILE} {option.id}"), feedback=HOSTILE)
        for option in question.options  # type: ignore[attr-defined]
    ]
    item = replace(
        KEY.items[0],
        question=replace(question, prompt=HOSTILE, options=tuple(options)),  # type: ignore[call-arg]
    )
    key = replace(
        KEY, title=HOSTILE, case=hostile(KEY.case), items=(item, *KEY.items[1:]), draw=len(KEY.items)
    )
    answers = {**RIGHT, "first-aim": "station", "general-and-order": {"measure": HOSTILE}, "night": "1920"}
    handed = [
        replace(submission, result=replace(submission.result, student=f"{HOSTILE} {place}"))
        for place, submission in enumerate(submissions([answers] * 8, key, (Concern.DAMAGED,)))
    ]
    for names in (False, True):
        markup = read(analyse(key, handed, discreet=False), names=names)
        plain = read(LARGE, names=names)
        assert len(markup.scripts) == 3
        assert {tag for tag, _ in markup.elements} <= {tag for tag, _ in plain.elements}
        assert not any(name.startswith("on") for _, attributes in markup.elements for name in attributes)
        assert HOSTILE in markup.text
        pictures = json.dumps(json.loads(markup.scripts[0]), ensure_ascii=False)
        assert "<img" not in pictures


def test_the_page_holds_the_library_once_and_asks_nobody_for_more() -> None:
    """Three scripts: the pictures as data, Plotly, and what draws; a policy lets nothing else in."""
    markup = read(LARGE)
    assert len(markup.scripts) == 3
    assert markup.scripts[1] == PLOTLY.read_text(encoding="utf-8")
    for tag, attributes in markup.elements:
        assert tag not in ("img", "iframe", "object", "form", "base")
        for name in ("src", "href", "action"):
            assert (attributes.get(name) or "#").startswith(("#", "data:"))
    (policy,) = (a["content"] for tag, a in markup.elements if tag == "meta" and "http-equiv" in a)
    assert str(policy).startswith("default-src 'none';")


def test_every_link_has_an_end() -> None:
    """In the page itself; and no id appears twice."""
    markup = read(LARGE, names=True)
    ids = [attributes["id"] for _, attributes in markup.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [str(a["href"]) for tag, a in markup.elements if tag == "a"]
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert len(links) > 2 * len(KEY.items)


def test_the_beginning_says_it_in_words() -> None:
    """How many, how much, what is weakest, what is strongest."""
    analysis = told([{**RIGHT, "night": "1920", "by-chance": "c3.1"}] * 20 + [{}])
    shown = words(read(analysis))
    assert "20 of 21 students answered at least one question." in shown
    assert "On average they have 80% of the points." in shown
    assert "They are weakest in sources (0%), strongest in vocabulary (100%)." in shown
    assert "Answers in students’ own words, which you mark, are not in these numbers." in shown
    assert "1 has no answer that can be read and is left out" in shown
    assert "2 questions are below the goal of 70%, and chance alone does not explain it." in shown


def test_nothing_is_said_of_questions_that_nobody_was_asked() -> None:
    """Where each is asked one, some may meet none."""
    drawn = told([RIGHT] * 2, replace(KEY, draw=1))
    assert any(report.question.scored and not report.asked for report in drawn.questions)
    assert "in every question that anybody was asked the class has reached" in words(read(drawn))
    assert "in every question the class has reached" in words(read(told([RIGHT] * 30)))


def test_concerns_are_counted() -> None:
    """And with names it is said whose."""
    handed = submissions([RIGHT] * 6, KEY, (Concern.DAMAGED,))
    analysis = analyse(KEY, handed)
    assert "damaged 6" in re.sub(r"(damaged)(\d)", r"\1 \2", words(read(analysis)))
    assert "pupil-000, pupil-001" in words(read(analysis, names=True))


@each_class
def test_tables_have_the_numbers_of_the_analysis(analysis: Analysis) -> None:
    """A line for each question, answer, concept and event; empty is what cannot be said."""
    written = tables(analysis)
    questions = rows(written["questions.csv"])
    assert list(questions["question"]) == [report.question.id for report in analysis.questions]
    for (_, line), report in zip(questions.iterrows(), analysis.questions, strict=True):
        assert (line["credit"] == "") == (report.facility is None)
        if report.facility:
            assert float(line["credit"]) == pytest.approx(report.facility.value, abs=5e-5)
        assert line["standing"] == str(report.standing)
    answers = rows(written["answers.csv"])
    assert len(answers) == sum(len(report.tallies) for report in analysis.questions)
    assert list(rows(written["events.csv"])["event"]) == [group.id for group in analysis.events]
    assert list(rows(written["concepts.csv"])["concept"]) == [group.id for group in analysis.concepts]


def test_no_cell_is_a_formula() -> None:
    """Whatever students have typed, and whatever they are called."""
    handed = [
        replace(submission, result=replace(submission.result, student="=1+1"))
        for submission in submissions([{"general-and-order": {"measure": "=cmd|calc"}}] * 2)
    ]
    for content in tables(analyse(KEY, handed), names=True).values():
        assert content.startswith(b"\xef\xbb\xbf")
        for line in content.decode("utf-8-sig").splitlines():
            assert not re.search(r"(^|,)\"?[=+@]", line)


def test_own_words_are_quoted_with_names_alone() -> None:
    """Each with who wrote it, and no markup; without names they are counted, as words can name people."""
    analysis = analyse(KEY, submissions([{**RIGHT, "why-it-failed": f"Few came. {HOSTILE}"}, RIGHT]))
    named = Markup(page(analysis, names=True))
    assert f"{analysis.counted[0].student}: Few came. {HOSTILE}" in named.text
    assert "Few came." not in page(analysis)
    assert "With --names, the report quotes them." in page(analysis)


def test_a_number_below_0_stays_a_number() -> None:
    """No spreadsheet takes it for a text: a question in which those fail who do well elsewhere."""
    answers = [{**RIGHT, "first-aim": "palace"}] * 12 + [{"first-aim": "college"}] * 6
    (line, *_) = rows(tables(told(answers))["questions.csv"]).to_dict("records")
    assert float(line["discrimination"]) < 0
    assert float(line["discrimination low"]) < 0


def test_names_with_spaces_can_be_told_apart() -> None:
    """In the cell that says who has answered so."""
    handed = [
        replace(submission, result=replace(submission.result, student=f"student {number}"))
        for number, submission in enumerate(submissions([RIGHT] * 2))
    ]
    answers = rows(tables(analyse(KEY, handed), names=True)["answers.csv"])
    assert "student 0; student 1" in set(answers["students"])


def test_names_that_utf_8_cannot_hold_do_no_harm() -> None:
    """As file names on Linux can be."""
    handed = [
        replace(submission, result=replace(submission.result, student="an\udcffna"))
        for submission in submissions([RIGHT])
    ]
    analysis = analyse(KEY, handed)
    assert b"an\\udcffna" in tables(analysis, names=True)[STUDENTS]
    assert "an\udcffna" in page(analysis, names=True)


def test_the_look_says_it_without_colour() -> None:
    """Each standing has a shape of its own, in the picture and beside the word."""
    shown = words(read(LARGE))
    for glyph, standing in (("●", Standing.KNOWN), ("◇", Standing.PERHAPS), ("◆", Standing.AGAIN)):
        assert f"{glyph} {standing}" in shown


@each_class
def test_it_speaks_to_a_teacher_without_statistics(analysis: Analysis) -> None:
    """Every head of a table is a word of everyday, and each that is not plain is explained below."""
    markup = Markup(re.sub(r"<style>.*?</style>", "", page(analysis), flags=re.DOTALL))
    shown = words(markup)
    told, _, explained = shown.rpartition("How to read this")
    assert not re.search(
        r"\b(r|So|Mean|Interval|interval|Facility|correlation|discrimination|settled)\b", told
    )
    for term in ("Credit", "Likely range", "In short", "With the rest", "Best and weakest third"):
        assert term in explained
    pictures = json.loads(markup.scripts[0])
    for name, title in {"totals": "share of all points", "facility": "credit, with its likely range"}.items():
        if name in pictures:
            said = [label["text"] for label in pictures[name]["printed"]["layout"]["annotations"]]
            assert title in said
