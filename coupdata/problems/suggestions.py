"""Names what was probably meant where a name is unknown."""

from __future__ import annotations

from collections.abc import Iterable

_NEAR = 3
_SHOWN = 12


def near_misses(wanted: str, known: Iterable[str]) -> str:
    """Return "did you mean 'x' or 'y'?", or what is known where nothing is near."""
    from difflib import get_close_matches  # only a mistake needs it

    names = list(known)
    near = get_close_matches(wanted, names, n=_NEAR, cutoff=0.6)
    near += [name for name in names if len(wanted) > 1 and wanted in name and name not in near]
    if near:
        return f"did you mean {' or '.join(repr(name) for name in near[:_NEAR])}?"
    more = ", ..." if len(names) > _SHOWN else ""
    return f"known are {', '.join(names[:_SHOWN])}{more}" if names else "none is known"
