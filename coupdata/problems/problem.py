"""The one shape of a problem: where it is, what it is, how to mend it, and how grave it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave a problem is."""

    ERROR = "error"
    """Nothing can be done until it is mended."""
    WARNING = "warning"
    """It works, and should be mended all the same."""
    NOTE = "note"
    """Worth knowing; there may be nothing to mend."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong, or that somebody should look at."""

    where: str
    """A place that its reader can find: "events.toml, event 'college-attack', place"."""
    what: str
    """What is wrong there, without a full stop."""
    mend: str = ""
    """What to do about it; empty where `what` says it."""
    severity: Severity = Severity.ERROR
    code: str = ""
    """What kind of problem it is, for programs that treat some in another way; empty where none does."""

    def __str__(self) -> str:
        """Return it as one line."""
        told = "; ".join(text for text in (self.what, self.mend) if text)
        return f"{self.where}: {told}" if self.where else told
