"""Names what was probably meant where a name is unknown."""

from __future__ import annotations

from collections.abc import Iterable

from coupdata.i18n import _, either

_NEAR = 3
_SHOWN = 12


def near_misses(wanted: str, known: Iterable[str]) -> str:
    """Return "did you mean 'x' or 'y'?", or what is known where nothing is near."""
    names = list(known)
    if near := nearest(wanted, names):
        return _("did you mean {names}?").format(names=either([repr(name) for name in near]))
    if not names:
        return _("there are none")
    more = ", ..." if len(names) > _SHOWN else ""
    return _("choose from {names}").format(names=", ".join(names[:_SHOWN]) + more)


def nearest(wanted: str, names: list[str]) -> list[str]:
    """Return the names that may be meant, the nearest first."""
    from difflib import get_close_matches  # only a mistake needs it

    near = get_close_matches(wanted, names, n=_NEAR, cutoff=0.6)
    near += [name for name in names if len(wanted) > 1 and wanted in name and name not in near]
    return near[:_NEAR]
