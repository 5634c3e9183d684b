"""A class of sixty in the forms of five systems: every mark goes to the right person."""

from __future__ import annotations

from pathlib import Path

import pytest

from coupquiz.grading.students.class_list import class_list
from tests.unit.coupquiz.grading.school import ANSWERS, KEY, answers_file, hand_in
from tests.unit.coupquiz.grading.sixty import class_of_sixty, lay_sixty
from tests.unit.coupquiz.grading.test_whose import marks


@pytest.mark.slow
def test_every_mark_goes_to_the_right_person(tmp_path: Path) -> None:
    """As the table has it; nobody more, and nothing is lost."""
    root = tmp_path / "submitted"
    lay_sixty(root)
    pupils = class_of_sixty()
    assert len({pupil.name for pupil in pupils}) == 60
    assert {name: float(row["points"]) for name, row in marks(root).items()} == {
        pupil.name: pupil.points for pupil in pupils
    }
    listed = class_list(root, KEY)
    assert (listed.lost, listed.problems) == ((), ())


@pytest.mark.slow
def test_what_cannot_be_settled_is_listed(tmp_path: Path) -> None:
    """Among sixty, too."""
    root = tmp_path / "submitted"
    lay_sixty(root)
    hand_in(root, {ANSWERS: answers_file({}, "nobody")})
    hand_in(root / "Anna Berg", {ANSWERS: answers_file({}, "Anna, who?")})
    listed = class_list(root, KEY)
    assert listed.lost == (ANSWERS,)
    (problem,) = listed.problems
    assert "Anna Berg_100" in str(problem)
