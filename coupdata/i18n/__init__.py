"""Words for people, in the language that they read.

Messages are their own English: ``_("Saved")``. A number in a message goes through `ngettext`, and what is put
into one has a name: ``ngettext("{n} question", "{n} questions", n).format(n=n)``. So every message is a plain
string that gettext's tools find, never an f-string, and is translated when it is said, never at import.
"""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from os import path

DOMAIN = "coup1920"
"""The name of the catalogues: ``locale/ka/LC_MESSAGES/coup1920.mo``."""

LOCALE = path.join(path.dirname(__file__), "locale")

_catalogue = gettext.NullTranslations()
_language = ""


def use_language(language: str) -> None:
    """Speak this language from now on, by its tag ("ka-GE"); English where there is no catalogue for it."""
    global _catalogue, _language
    _catalogue = gettext.translation(DOMAIN, LOCALE, [language.replace("-", "_")], fallback=True)
    _language = language if isinstance(_catalogue, gettext.GNUTranslations) else ""


def language() -> str:
    """Return the tag of the chosen language; empty for English."""
    return _language


def _(message: str) -> str:
    """Return a message in the chosen language."""
    return _catalogue.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Return the form of a message that goes with this number, in the chosen language."""
    return _catalogue.ngettext(singular, plural, n)


def listed(names: Sequence[str]) -> str:
    """Return names for a sentence: "one, another and a third"; empty for none."""
    *most, last = names or [""]
    return _("{most} and {last}").format(most=", ".join(most), last=last) if most else last


def either(names: Sequence[str]) -> str:
    """Return names to choose from for a sentence: "one, another or a third"."""
    *most, last = names
    return _("{most} or {last}").format(most=", ".join(most), last=last) if most else last
