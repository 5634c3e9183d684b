"""What is sound by its fields and hardly meant: a link told twice, an actor against itself, a term unused."""

from dataclasses import replace

import pytest

import coupdata
from coupdata import Case
from coupdata.loading import lint_case
from coupdata.problems.problem import Severity
from tests.cases import SMALL


@pytest.mark.parametrize("case", [coupdata.load(), SMALL], ids=lambda case: case.id)
def test_the_cases_have_nothing_to_mend(case: Case) -> None:
    """Neither the lesson's nor that of the tests."""
    assert lint_case(case) == ()


@pytest.mark.parametrize("times", [2, 3])
@pytest.mark.parametrize("link", SMALL.links, ids=lambda link: link.cause)
def test_a_link_that_is_told_twice_is_found(link: coupdata.model.Link, times: int) -> None:
    """In other words, too; once for each pair."""
    more = [replace(link, summary=f"In other words, {n}.") for n in range(times - 1)]
    (problem,) = lint_case(replace(SMALL, links=(*SMALL.links, *more)))
    assert problem.where == f"links.toml, link '{link.cause}' to '{link.effect}'"
    assert problem.what == f"stands there {times} times"
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize("id", [event.id for event in SMALL.events if event.actors])
def test_an_actor_against_itself_is_found(id: str) -> None:
    """Each such actor, once; against others is no fault."""
    event = SMALL.event(id)
    others = [actor.id for actor in SMALL.actors if actor.id not in event.actors]
    for against, found in ((others, ()), ((*others, event.actors[0], event.actors[0]), event.actors[:1])):
        events = tuple(replace(e, against=tuple(against)) if e.id == id else e for e in SMALL.events)
        problems = lint_case(replace(SMALL, events=events))
        assert [(p.where, p.what) for p in problems] == [
            (
                f"events.toml, event '{id}', against",
                f"'{actor}' acts against itself: it is in actors as well",
            )
            for actor in found
        ]


def test_a_term_that_no_sentence_uses_is_found() -> None:
    """With what to write in a sentence."""
    unused = replace(SMALL.glossary[0], id="unused", term="firebreak")
    (problem,) = lint_case(replace(SMALL, glossary=(*SMALL.glossary, unused)))
    assert problem.where == "glossary.toml, term 'unused'"
    assert "[firebreak](#unused)" in problem.mend
