"""Errors that are meant for whoever types into a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from coupdata.i18n import _, ngettext
from coupdata.problems.annotations import shown
from coupdata.problems.problem import Problem
from coupdata.problems.suggestions import near_misses


class PlainError(Exception):
    """An error whose text says all there is to say: a notebook shows it alone, without a traceback.

    Outside of IPython it is an error like any other, with all of its traceback.
    """

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows in place of a traceback: the text, as a sentence."""
        said = str(self)
        return [f"{said[:1].upper()}{said[1:]}"]


class UnknownIdError(PlainError, KeyError):
    """There is nothing of this id; the text names the near ones."""

    def __str__(self) -> str:
        return str(self.args[0])  # a KeyError would put it in quotation marks


class CallError(PlainError, TypeError, ValueError):
    """A call or an argument that cannot be meant so; the text says why, and what may be meant."""


class UnknownNameError(PlainError, AttributeError):
    """A module has nothing of this name; the text names the near ones."""

    def __init__(self, module: str, name: str, known: Iterable[str]) -> None:
        near = near_misses(name, known)
        super().__init__(_("{module} has no '{name}'; {near}").format(module=module, name=name, near=near))


class NoPandasError(PlainError, ImportError):
    """There is no pandas, and something needs it."""

    def __init__(self) -> None:
        super().__init__(
            "The tables of coupdata need pandas, which is not installed here: the lesson in a browser does "
            "without it. All the other notebooks work as usual. To use the tables, open the lesson on a "
            "computer that has it installed or, if this is one, type: python -m pip install pandas"
        )


class ProblemsError(PlainError, ValueError):
    """Something that cannot be read; ``problems`` has everything that is wrong with it, a line each."""

    noun: ClassVar[str]
    """What cannot be read: "case"."""

    def __init__(self, where: object, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        n = len(self.problems)
        said = ngettext("{n} problem in the {what} {where}:", "{n} problems in the {what} {where}:", n)
        head = said.format(n=n, what=self.noun, where=where)
        super().__init__("\n".join((head, *map(str, self.problems))))


def check_id(kind: str, id: object, known: Iterable[str]) -> None:
    """Check that a record of this kind has an id.

    Raises:
        CallError: It is no text.
        UnknownIdError: No record has it; the text names the near misses.
    """
    ids = list(known)
    if not isinstance(id, str):
        said = _("the id of a record ({kind}) is text in quotation marks, such as '{id}', not {value}")
        raise CallError(said.format(kind=kind, id=ids[0] if ids else "an-id", value=shown(id)))
    if id not in ids:
        raise UnknownIdError(
            _("no {kind} '{id}'; {near}").format(kind=kind, id=id, near=near_misses(id, ids))
        )
