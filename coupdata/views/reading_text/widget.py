"""The reading of a case, with its words explained."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from weakref import WeakSet

import traitlets

from coupdata.i18n import _
from coupdata.loading.case_folder import load
from coupdata.model import Case, Section, Sentence, Term
from coupdata.problems.errors import check_id
from coupdata.problems.plain_calls import plain_call
from coupdata.problems.suggestions import near_misses
from coupdata.views.html.attribution import attribution, beyond
from coupdata.views.html.document import STATIC, style
from coupdata.views.html.element import Element, Node, element
from coupdata.views.html.page_widget import Watched, script
from coupdata.views.html.plain_traits import ChoiceError

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

    _style = style(Path(__file__).with_name("reading.css"))
    _esm = script(STATIC / "reading.js", style=_style)

    lit = traitlets.List(traitlets.Unicode()).tag(sync=True)
    """Ids of the sentences that stand out now; those in other sections are passed over."""

    numbered = traitlets.Bool(False).tag(sync=True)
    """Whether every sentence shows its id."""

    def __init__(self, case: Case, sections: tuple[Section, ...]) -> None:
        self.case = case
        self._known = {sentence.id: None for sentence in case.reading.sentences}
        super().__init__(_page(case, sections))
        self.wake()

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


def _page(case: Case, sections: tuple[Section, ...]) -> Element:
    write = _Writer(case, prefix=f"coup-{'-'.join(section.id for section in sections)}")
    title = [_title(case.reading.title)] if sections == case.reading.sections else []
    parts = (*title, *map(write.section, sections), write.glossary(sections), attribution(case))
    return element("article", element("div", *parts), class_="coup coup-reading", lang="en")


def _title(title: str) -> Element:
    main, colon, subtitle = title.partition(": ")
    after = (element("span", colon, class_="unseen"), element("span", subtitle, class_="subtitle"))
    return element("h2", main, *(after if colon else ()))


class _Writer:
    """Writes the parts of one page; its prefix keeps the page's anchors apart from another page's."""

    def __init__(self, case: Case, prefix: str) -> None:
        self.case = case
        self.prefix = prefix
        named = case.actors + case.places
        self.foreign = {name: language for record in named for language, name in record.native.items()}

    def section(self, section: Section) -> Element:
        heading = element("h3", section.title)
        label = element("p", f"retells: {section.source_part}", class_="retells")
        return element("section", element("header", heading, label), *map(self.paragraph, section.paragraphs))

    def paragraph(self, sentences: tuple[Sentence, ...]) -> Element:
        spaced = [node for sentence in sentences for node in (self.sentence(sentence), " ")]
        return element("p", *spaced[:-1])

    def sentence(self, sentence: Sentence) -> Element:
        parts: list[Node] = [element("span", sentence.id, class_="number")]
        for part in sentence.parts:
            if part.term is None:
                parts += self.words(part.text)
            else:
                to = f"#{self.prefix}-{part.term}"
                parts.append(element("a", part.text, class_="term", href=to, data_term=part.term))
        return element("span", *parts, class_="sentence", data_id=sentence.id)

    def words(self, text: str) -> list[Node]:
        """Return the text with names in other languages marked, so that they are read out right."""
        if not self.foreign:
            return [text]
        longest_first = sorted(self.foreign, key=len, reverse=True)
        pieces = re.split(f"({'|'.join(map(re.escape, longest_first))})", text)
        return [
            element("span", piece, lang=self.foreign[piece]) if piece in self.foreign else piece
            for piece in pieces
            if piece
        ]

    def glossary(self, sections: tuple[Section, ...]) -> Element:
        used = {part.term for section in sections for p in section.paragraphs for s in p for part in s.parts}
        terms = [self.term(term) for term in self.case.glossary if term.id in used]
        return element("aside", element("h4", _("Words explained")), *terms, class_="glossary")

    def term(self, term: Term) -> Element:
        parts = [element("p", element("strong", term.term)), element("p", *self.words(term.definition))]
        if term.scope != "article":
            parts.append(element("p", beyond(self.case, term.scope, term.source), class_="scope"))
        id = f"{self.prefix}-{term.id}"
        return element("div", *parts, class_=f"tip {term.scope}", id=id, data_term=term.id)
