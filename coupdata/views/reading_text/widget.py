"""The reading of a case, with its words explained."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from weakref import WeakSet

import traitlets

from coupdata.i18n import _
from coupdata.loading.case_folder import load
from coupdata.model import Case, Section
from coupdata.problems.errors import check_id
from coupdata.problems.plain_calls import plain_call
from coupdata.problems.suggestions import near_misses
from coupdata.views.html.document import STATIC, style
from coupdata.views.html.element import Element
from coupdata.views.html.page_widget import Watched, script
from coupdata.views.html.plain_traits import ChoiceError
from coupdata.views.reading_text.reading_page import reading_page

_HERE = Path(__file__).parent

_AWAKE: WeakSet[ReadingView] = WeakSet()


@plain_call
def reading(case: Case | None = None, sections: str | Iterable[str] | None = None) -> ReadingView:
    """Return the reading, or only the sections of these ids, as a widget.

    Setting ``lit`` on it lights up sentences: ``view.lit = ["c3.1"]``.

    Raises:
        KeyError: there is no section of that id.
    """
    case = case or load()
    return ReadingView(case, _chosen(case, sections))


def shown_readings(case: Case) -> tuple[ReadingView, ...]:
    """Return the readings of a case that are seen, or may be yet, for other views to light up sentences in.

    The case may have been loaded twice: what counts is that its reading is the same.
    """
    return tuple(view for view in _AWAKE if view.case.reading == case.reading)


class ReadingView(Watched):
    """The widget that `reading` returns."""

    _style = style(_HERE / "reading.css", _HERE / "live.css")
    _script = script(STATIC / "reading.js", style=_style)

    lit = traitlets.List(traitlets.Unicode()).tag(sync=True)
    """Ids of the sentences that stand out now; those in other sections are passed over."""

    numbered = traitlets.Bool(False).tag(sync=True)
    """Whether every sentence shows its id."""

    def __init__(self, case: Case, sections: tuple[Section, ...]) -> None:
        self.case = case
        self._sections = sections
        self._known = {sentence.id: None for sentence in case.reading.sentences}
        super().__init__(reading_page(case, sections))
        self.wake()

    def still(self) -> Element:
        """Return the reading without the ids of its sentences, which only show when they are asked for."""
        return reading_page(self.case, self._sections, numbered=False)

    def still_styles(self) -> tuple[str, ...]:
        """Return the sheet of the reading alone."""
        return ((_HERE / "reading.css").read_text(encoding="utf-8"),)

    def wake(self) -> None:
        """Be lit from now on, as other views say."""
        _AWAKE.add(self)

    def rest(self) -> None:
        """Stay as it is."""
        _AWAKE.discard(self)

    @traitlets.validate("lit")
    def _are_known(self, proposal: traitlets.Bunch) -> list[str]:
        ids: list[str] = proposal["value"]
        if unknown := [id for id in ids if id not in self._known]:
            near = near_misses(unknown[0], self._known)
            raise ChoiceError(_("no sentence '{id}'; {near}").format(id=unknown[0], near=near))
        return ids


def _chosen(case: Case, sections: str | Iterable[str] | None) -> tuple[Section, ...]:
    by_id = {section.id: section for section in case.reading.sections}
    wanted = by_id if sections is None else [sections] if isinstance(sections, str) else list(sections)
    for id in wanted:
        check_id("section", id, by_id)
    return tuple(by_id[id] for id in wanted)
