"""What an answer says, in pieces that can be counted: an option, a pair, two events the wrong way round."""

from __future__ import annotations

from dataclasses import dataclass

from coupdata.i18n import _

LONGEST = 60
"""Characters of a typed text."""


@dataclass(frozen=True, slots=True)
class Pick:
    """A piece of an answer, and what there is to say of whoever picks it."""

    text: str
    credit: float
    """1 where it is right, 0 where it is wrong; between them for a date that is less exact, say."""
    did: str
    """What whoever picked it did: "chose “The railway station”"."""
    part: str = ""
    """The pair or the blank to which it belongs; empty where it is the whole answer, or one of several."""
    said: str = ""
    """What a student is told who gives it."""
    means: str = ""
    """The same for the teacher, after `did`; empty where that says it."""
    right: str = ""
    """What is right in its place, where that has to be said."""
    cites: tuple[str, ...] = ()
    """Ids of the sentences on which that stands."""
    by_bank: bool = False
    """Whether the bank itself says it, and so chose the sentences; else the data do."""
    left_out: str = ""
    """What whoever answered without it did, where that is a mistake."""
    is_known: bool = True
    """Whether the bank or the case has it, or it is partly right; not what only some student has typed."""
    is_name: bool = False
    """Whether it is one of the many names of the case, to each of which the data answer."""

    def unnamed(self) -> Pick:
        """Return what stands for it where its text could tell who typed it."""
        did = _("wrote something else")
        if self.part:
            did = _("wrote something else in {part}").format(part=self.part.lower())
        return Pick(_("Something else"), 0.0, did, part=self.part, right=self.right)


def typed_as(text: str) -> str:
    """Return what whoever typed a text did."""
    return _("wrote “{text}”").format(text=text)
