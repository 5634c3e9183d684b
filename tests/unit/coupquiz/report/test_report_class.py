"""The report on the class of thirty, against what was worked out by hand."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from coupquiz.answers.file_format import dump, parse
from coupquiz.grading.batch import grade_folder
from coupquiz.grading.concern import Concern
from coupquiz.report.analysis import Analysis, Standing, analyse
from coupquiz.report.class_submissions import gather
from tests.unit.coupquiz.grading.school import KEY, RIGHT, STUDENTS, answers_file, hand_in, lay, snapshot

EMPTY = {"s18", "s19", "s20", "s21", "s22", "s26", "s29"}
"""Who handed in nothing that can be read: no file, no answer, taken back, cut, a link, brackets."""

COUNTED = [student for student in STUDENTS if student["name"] not in EMPTY]
SCORED = [item for item in KEY.items if item.question.scored]

ANSWERS: dict[str, dict[str, tuple[str, ...]]] = {
    "first-aim": {
        "The military college": ("*", "-s09", "-s17", "-s28"),
        "The seat of the government": ("s17", "s28"),
        "The railway station": ("s09",),
        "No answer": (),
    },
    "first-of-may": {
        "Georgia mobilised": ("*", "-s17", "-s28", "-s30"),
        "A commander-in-chief was named": ("*", "-s07", "-s17", "-s28", "-s30"),
        "Tiflis saw unrest": ("*", "-s17", "-s28", "-s30"),
        "The college was attacked": ("s08", "s17"),
        "A treaty was made in Moscow": ("s08",),
        "The premier spoke": ("s08", "s09"),
        "No answer": ("s28", "s30"),
    },
    "how-many": {
        "The reading supports it": ("*", "-s13", "-s17", "-s28", "-s30"),
        "The reading contradicts it": ("s13",),
        "The reading does not say": ("s17", "s28"),
        "No answer": ("s30",),
    },
    "night": {
        "night of 2–3 May 1920": ("*", "-s14", "-s15", "-s16", "-s17", "-s28", "-s30"),
        "2 May 1920": ("s16",),
        "May 1920": ("s14",),
        "1920": ("s15",),
        "7 May 1920": ("s17",),
        "Something else": ("s28",),
        "No answer": ("s30",),
    },
}
"""Who answered what: all who count ("*") but some ("-"), or these alone."""


@pytest.fixture(scope="module")
def analysis(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    """What the class tells."""
    root = tmp_path_factory.mktemp("class")
    lay(root)
    return analyse(KEY, gather(root, KEY))


def meant(short: tuple[str, ...]) -> list[str]:
    """The students that a short form of the table names."""
    if "*" not in short:
        return list(short)
    return [student["name"] for student in COUNTED if f"-{student['name']}" not in short]


def test_who_answered_nothing_is_left_out(analysis: Analysis) -> None:
    """Seven of thirty."""
    assert [submission.student for submission in analysis.submissions] == [
        student["name"] for student in STUDENTS
    ]
    assert [submission.student for submission in analysis.counted] == [student["name"] for student in COUNTED]
    assert len(COUNTED) == 23


@pytest.mark.parametrize("place", range(len(SCORED)), ids=[item.question.id for item in SCORED])
def test_facilities_agree_with_the_table(analysis: Analysis, place: int) -> None:
    """The mean of the points that the table gives each student, as a share of what there is to get."""
    report = analysis.questions[place]
    points = [student["points"][place] for student in COUNTED]
    assert report.facility
    assert report.facility.value == pytest.approx(sum(points) / (23 * SCORED[place].points))
    assert report.right == sum(got == SCORED[place].points for got in points)
    assert (report.asked, report.facility.count) == (23, 23)


def test_the_interval_of_20_of_23(analysis: Analysis) -> None:
    """By Wilson's formula: (20 + 1.92) / (23 + 3.84) = 0.8167, and 0.1379 either way."""
    facility = analysis.questions[0].facility
    assert facility
    assert facility.value == pytest.approx(20 / 23)
    assert (round(facility.low, 3), round(facility.high, 3)) == (0.679, 0.955)


@pytest.mark.parametrize("id", ANSWERS)
def test_who_answered_what_agrees_with_the_table(analysis: Analysis, id: str) -> None:
    """Every option, chosen or not, and everything that was typed; by whom, and by how many."""
    (report,) = (report for report in analysis.questions if report.question.id == id)
    found = {tally.pick.text: list(tally.students) for tally in report.tallies}
    assert found == {text: meant(short) for text, short in ANSWERS[id].items()}
    assert all(tally.all == len(tally.students) for tally in report.tallies)


def test_what_was_turned_round_is_counted(analysis: Analysis) -> None:
    """Of the order: s10 turns the last two, s12 places three and leaves three out, s11 turns everything."""
    order = analysis.questions[2]
    found = {tally.pick.text: tally.students for tally in order.tallies}
    turned = "“Treaty of Moscow” before “Attack on the military college”"
    assert found[turned] == ("s10", "s11")
    assert found["Only some of the events placed"] == ("s12",)
    assert found["No answer"] == ("s25", "s28", "s30")
    assert len(found["A right order"]) == order.right == 16


def test_concepts_are_means_over_students(analysis: Analysis) -> None:
    """Chronology is three questions: the mean of their shares, for each student, and then of these."""
    by_id = {concept.id: concept for concept in analysis.concepts}
    shares = [
        sum(student["points"][place] / SCORED[place].points for place in (1, 2, 5)) / 3 for student in COUNTED
    ]
    chronology = by_id["chronology"]
    assert chronology.numbers == (2, 3, 6)
    assert chronology.share
    assert chronology.share.value == pytest.approx(sum(shares) / 23)
    assert by_id["cause"].share is None
    assert by_id["cause"].standing is Standing.OPEN


def test_events_are_those_that_are_asked_about(analysis: Analysis) -> None:
    """In the order of the case; the night is asked about by its order and by its date."""
    asked = {event: report.number for report in analysis.questions for event in report.question.events}
    assert {event.id for event in analysis.events} == set(asked)
    order = [event.id for event in KEY.case.events]
    assert [event.id for event in analysis.events] == sorted(asked, key=order.index)
    (night,) = (event for event in analysis.events if event.id == "college-attack")
    assert night.numbers == (3, 6)


def test_thirds_are_of_eight_and_whoever_is_level(analysis: Analysis) -> None:
    """A third of 23 is 8. Nine have all but the first question right; from below the eighth has 15 of 18.

    So has one more, and so nine are in the weakest third too.
    """
    elsewhere = sorted(sum(student["points"][1:]) for student in COUNTED)
    assert elsewhere[-10:] == [17, 18, 18, 18, 18, 18, 18, 18, 18, 18]
    assert elsewhere[:10] == pytest.approx([0, 0, 13 / 3, 13, 13, 13, 14, 15, 15, 16])
    assert analysis.questions[0].thirds == (9, 9)


def test_own_words_are_counted_and_not_shown(analysis: Analysis) -> None:
    """One answered; there is nothing to measure."""
    why = analysis.questions[-1]
    assert (why.answered, why.facility, why.discrimination, why.tallies) == (1, None, None, ())
    assert why.silence == "not scored"


def test_nothing_is_below_the_goal(analysis: Analysis) -> None:
    """In this class, in which most get nearly everything."""
    assert {report.standing for report in analysis.questions[:-1]} == {Standing.KNOWN}


def test_reading_changes_nothing(tmp_path: Path) -> None:
    """The submissions stay as they are."""
    lay(tmp_path)
    before = snapshot(tmp_path)
    gather(tmp_path, KEY)
    assert snapshot(tmp_path) == before


def test_report_and_marks_are_of_the_same_questions(tmp_path: Path) -> None:
    """Also where they were drawn for another name than that of the folder, as on a computer at home."""
    key = replace(KEY, draw=2)
    for number in range(12):
        file = replace(parse(answers_file(RIGHT, str(number))), drawn_for=f"home-{number}")
        hand_in(tmp_path / "class" / f"s{number:02}", {f"{key.id}.answers.json": dump(file)})
    marks = grade_folder(tmp_path / "class", key, tmp_path / "out").marks
    with marks.open(encoding="utf-8-sig", newline="") as table:
        lines = {line["student"]: line for line in csv.DictReader(table)}
    ids = {item.question.id for item in SCORED}
    for submission in gather(tmp_path / "class", key):
        line = lines[submission.student]
        marked = {mark.item.question.id: mark.points for mark in submission.result.marks}
        assert {id: float(line[id]) for id in ids if line[id]} == {id: marked[id] for id in ids & set(marked)}
        assert f"[{Concern.DRAWN}]" not in line["look at"]  # it is said once for the class
        assert Concern.DRAWN in submission.concerns
