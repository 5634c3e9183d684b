"""Variants of what is handed out: a student's own wherever it is opened, and no key in them."""

from __future__ import annotations

import os
import sys

import pytest

from coupquiz import Question
from coupquiz.core.variant import student_name, variant
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import form, varied
from tests.unit.coupquiz.asked import each

STUDENTS = [f"student-{number}" for number in range(40)]


@each()
def test_a_variant_has_the_same_choices(question: Question) -> None:
    """By their ids answers are graded; only their order differs, and only where it may."""
    asked = form(question)
    variants = [varied(asked, variant("1920", student)) for student in STUDENTS]
    for other in variants:
        assert set(other.choices) == set(asked.choices)
        assert set(other.targets) == set(asked.targets)
    orders = {(other.choices, other.targets) for other in variants}
    assert (len(orders) > 1) == KINDS[question.kind].any_order


@each()
def test_kinds_agree_on_what_may_stand_in_any_order(question: Question) -> None:
    """A kind whose form a seed changes is one whose choices a variant changes."""
    forms = {form(question, seed).choices for seed in range(40)}
    assert (len(forms) > 1) == KINDS[question.kind].any_order


@each()
def test_a_variant_does_not_hang_on_the_order_of_the_form(question: Question) -> None:
    """So the order in the file, whatever decided it, tells nobody anything."""
    asked = form(question)
    again = [form(question, seed) for seed in range(5)]
    assert {varied(other, "seed") for other in again} == {varied(asked, "seed")}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps its users elsewhere")
def test_a_student_has_the_name_that_nbgrader_goes_by(monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's or, where all users of a hub are one, the hub's."""
    import pwd

    own = pwd.getpwuid(os.getuid())
    monkeypatch.setenv("JUPYTERHUB_USER", "anna")
    assert student_name() == own.pw_name
    jovyan = pwd.struct_passwd(("jovyan", *own[1:]))
    monkeypatch.setattr(pwd, "getpwuid", lambda _: jovyan)
    assert student_name() == "anna"
    monkeypatch.delenv("JUPYTERHUB_USER")
    assert student_name() == "jovyan"

    def fail(_: int) -> None:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", fail)
    monkeypatch.setenv("JUPYTERHUB_USER", "ben")
    assert student_name() == "ben"
