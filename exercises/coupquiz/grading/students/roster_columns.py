"""What the columns of a roster are for, by their names."""

from __future__ import annotations

import re
from collections.abc import Collection

from coupdata.i18n import _

_ID = (
    r"id|students?[ _-]?(id|number|no)|id[ -]?(number|nummer)|matri\w*|sis[ _](user|login)[ _]id|"
    r"user ?name|login|benutzer\w*|kennung|identifiant|numéro d['’]identification|"
    r"número de (id|identificación)"
)
_NAMES = r"(full|display|student)?[ _]?name|student names?|nom complet|vollständiger name"
_FIRST = r"(first|given|fore)[ _]?names?|vornamen?|prénom|nombre"
_LAST = r"(last|family|sur)[ _]?names?|(nach|familien)namen?|nom|nom de famille|apellidos?|apellido\(s\)"
_PLATFORM = (
    r".*(moodle|canvas|teams|classroom|blackboard|brightspace|platform|folder|alias|also|participant).*"
)
_OTHER = r".*(e-?mail|login|user|sis|nbgrader|\bid\b).*"

_CANVAS = {"student", "id", "section"}
"""What the gradebook has that Canvas exports, whatever else."""
_PRETENDED = "student, test"
"""How Canvas lists the student that a teacher can pretend to be."""


def column_uses(columns: Collection[str]) -> dict[str, str]:
    """Return what each column is used for; empty where none says who the students are."""
    uses: dict[str, str] = {}
    for column in columns:
        for use, pattern in (("id", _ID), ("name", _NAMES), ("first", _FIRST), ("last", _LAST)):
            if use not in uses.values() and re.fullmatch(pattern, column):
                uses[column] = use
                break
        else:
            for use, pattern in (("platform", _PLATFORM), ("other", _OTHER)):
                if re.fullmatch(pattern, column):
                    uses[column] = use
                    break
    if "first" in uses.values() and "last" not in uses.values() and uses.get("name") == "name":
        uses["name"] = "last"  # as German and French schools have it: Name, Vorname
    if "student" in columns:
        has = {*uses.values()}
        uses["student"] = "id" if "id" not in has else "other" if {"name", "last"} & has else "name"
    return uses if {"id", "name", "last"} & {*uses.values()} else {}


def use_in_words(use: str) -> str:
    """Return what a column is used for, as a teacher is told."""
    said = {
        "id": _("id"),
        "name": _("name"),
        "first": _("first name"),
        "last": _("last name"),
        "platform": _("what a platform says"),
        "other": _("what a platform says"),
    }
    return said[use]


def is_from_canvas(columns: Collection[str]) -> bool:
    """Whether it is the gradebook that Canvas exports: its ids are Canvas's numbers."""
    return {*columns} >= _CANVAS


def is_nobody(name: str, id: str) -> bool:
    """Whether a line of Canvas's gradebook is no student's: of the points possible, or of a pretended one."""
    return not id or name.casefold() == _PRETENDED
