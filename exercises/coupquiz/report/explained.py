"""How to read the report, for a teacher who has never seen one."""

from __future__ import annotations

from collections.abc import Iterator

from coupdata.views.page import Element, element
from coupquiz.report.analysis import GOAL, THIRD
from coupquiz.report.measures import FEWEST, SURE

_TERMS = {
    "Credit": (
        "The mean, over all who were asked, of what they got of a question: 0 for a wrong answer or none, 1 "
        "for a right one, between the two for a part."
    ),
    "Interval": (
        "A class is few people, and another class like it would not do quite the same. Of intervals that are "
        f"made like these, {SURE:.0%} hold the value of a great many such students (Wilson’s score interval; "
        "with partial credit it is rather too wide). A wide one says: do not read much into the number."
    ),
    "So": (
        f"The goal is {GOAL:.0%} of the credit. “Teach it again”: the whole interval lies below the goal. "
        "“Look at it again”: the class is below it, but with so few students that may be chance. “It has "
        "settled”: the class has reached it."
    ),
    "Whether those who know the rest know this": (
        "r is the correlation of a question with all the others: 1 if those who do well elsewhere do well "
        "here, 0 if it has nothing to do with the rest, below 0 if they do worse. A question that nearly "
        "everybody gets cannot tell much, and need not. Look at one that goes against the rest: its key or "
        f"its wording may be wrong. With fewer than {FEWEST} students nothing is said."
    ),
    "Best and weakest third": (
        "By the points in all the other questions. A wrong answer that drew many of the best is a trap, or a "
        "fair misreading; one that drew only the weakest is a gap. Thirds are shown where each has at least "
        f"{THIRD} students."
    ),
    "Not shown": (
        "Without names, what only one student has typed is counted as “Something else”: words can tell who "
        "wrote them. Answers in own words are not shown at all."
    ),
}


def explained() -> Iterator[Element]:
    """Yield a list of what the words of the report mean."""
    yield element(
        "dl", *(node for term, said in _TERMS.items() for node in (element("dt", term), element("dd", said)))
    )
