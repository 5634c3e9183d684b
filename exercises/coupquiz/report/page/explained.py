"""How to read the report, for a teacher who has never seen one."""

from __future__ import annotations

from collections.abc import Iterator

from coupdata.views.html.element import Element, element
from coupquiz.report.analysis import GOAL, THIRD
from coupquiz.report.measures import FEWEST, SURE

_TERMS = {
    "Credit": (
        "How much of a question the class got, on average: nothing for a wrong answer or no answer, all "
        "of it for a right one, part of it for a partly right one."
    ),
    "Likely range": (
        "A class is only a few people, and another class like yours would not do exactly the same. The "
        "range says "
        "how far out the number may be: with a great many such students, it would most likely be within "
        "the range. A wide range means: do not read too much into the number. (For those who know "
        "statistics: Wilson’s score "
        f"interval of {SURE:.0%}; with partial credit it is rather too wide.)"
    ),
    "In short": (
        f"The goal is {GOAL:.0%} of the credit. “Teach it again”: the whole range is below the goal. “Look "
        "at it again”: the class is below it, but with so few students that may be chance. “The class knows "
        "it”: the class has reached it."
    ),
    "With the rest": (
        "Whether those who do well in all the other questions do well in this one: 1 if they always do, 0 if "
        "it has nothing to do with the rest, below 0 if they do worse. A question that nearly everybody "
        "gets right cannot tell you much, and does not need to. Look at any that goes against the rest: "
        "its key or its wording may "
        f"be wrong. With fewer than {FEWEST} students nothing is said. (In statistics: the correlation r.)"
    ),
    "Best and weakest third": (
        "By their points on all the other questions. A wrong answer that attracted many of the best is a "
        "trap, or a "
        "fair misreading; one that attracted only the weakest is a gap. Thirds are shown where each has "
        "at least "
        f"{THIRD} students."
    ),
    "Not shown": (
        "In a report without names, anything that only one student typed is counted as “Something else”, "
        "because words can show who wrote them. Answers in students’ own words are not shown at all."
    ),
}


def explained() -> Iterator[Element]:
    """Yield a list of what the words of the report mean."""
    yield element(
        "dl", *(node for term, said in _TERMS.items() for node in (element("dt", term), element("dd", said)))
    )
