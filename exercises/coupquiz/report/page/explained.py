"""How to read the report, for a teacher who has never seen one."""

from __future__ import annotations

from coupdata.i18n import _
from coupdata.views.html.element import Element, element
from coupquiz.pages.feedback import percent
from coupquiz.report.analysis import GOAL, THIRD
from coupquiz.report.measures import FEWEST, SURE
from coupquiz.report.votes.peer_instruction import ENOUGH, TOO_FEW


def explained(*, votes: bool) -> Element:
    """Return a list of what the words of the report mean.

    Args:
        votes: Whether votes are reported.
    """
    terms = {
        _("Credit"): _(
            "How much of a question the class got, on average: nothing for a wrong answer or no "
            "answer, all of it for a right one, part of it for a partly right one."
        ),
        _("Likely range"): _(
            "A class is only a few people, and another class like yours would not do exactly the "
            "same. The range says how far out the number may be: with a great many such students, it "
            "would most likely be within the range. A wide range means: do not read too much into the"
            " number. (For those who know statistics: Wilson’s score interval of {sure}; with partial"
            " credit it is rather too wide.)"
        ).format(sure=percent(SURE)),
        _("In short"): _(
            "The goal is {goal} of the credit. “Teach it again”: the whole range is below the goal. "
            "“Look at it again”: the class is below it, but with so few students that may be chance. "
            "“The class knows it”: the class has reached it."
        ).format(goal=percent(GOAL)),
        _("With the rest"): _(
            "Whether those who do well in all the other questions do well in this one: 1 if they "
            "always do, 0 if it has nothing to do with the rest, below 0 if they do worse. A question"
            " that nearly everybody gets right cannot tell you much, and does not need to. Look at "
            "any that goes against the rest: its key or its wording may be wrong. With fewer than "
            "{fewest} students nothing is said. (In statistics: the correlation r.)"
        ).format(fewest=FEWEST),
        _("Best and weakest third"): _(
            "By their points on all the other questions. A wrong answer that attracted many of the "
            "best is a trap, or a fair misreading; one that attracted only the weakest is a gap. "
            "Thirds are shown where each has at least {third} students."
        ).format(third=THIRD),
        _("Not shown"): _(
            "In a report without names, anything that only one student typed is counted as “Something"
            " else”, because words can show who wrote them. Answers in students’ own words are not "
            "shown at all, nor is how students explained an answer."
        ),
        **(_of_votes() if votes else {}),
    }
    return element(
        "dl", *(node for term, said in terms.items() for node in (element("dt", term), element("dd", said)))
    )


def _of_votes() -> dict[str, str]:
    return {
        _("Votes"): _(
            "The class votes, talks to its neighbours, and votes again: Peer Instruction, after C. H. Crouch "
            "and E. Mazur, American Journal of Physics 69 (2001), 970–977. It works best where between "
            "{few} and {most} are right at first. Raised hands count as votes, but nobody knows whose they "
            "were. (The likely range is that of E. B. Wilson, Journal of the American Statistical "
            "Association 22 (1927), 209–212.)"
        ).format(few=percent(TOO_FEW), most=percent(ENOUGH)),
        _("Gain"): _(
            "What talking has changed for those who voted twice on a device. Above 0 it is a share of what "
            "was missing: 1 if everybody was right after talking. Below 0 fewer were right than before, and "
            "it is a share of what was right: −1 if nobody was any more. (The normalised gain of R. R. Hake, "
            "American Journal of Physics 66 (1998), 64–74; for a loss, the normalised change of J. D. Marx "
            "and K. Cummings, American Journal of Physics 75 (2007), 87–91. The range is found by the "
            "bootstrap.)"
        ),
    }
