"""The reading as a page: its sections, and the words explained in them."""

from __future__ import annotations

import re

from coupdata.i18n import _
from coupdata.model import Case, Section, Sentence, Term
from coupdata.views.html.attribution import attribution, beyond
from coupdata.views.html.element import Element, Node, element


def reading_page(case: Case, sections: tuple[Section, ...], *, numbered: bool = True) -> Element:
    """Return these sections of a case's reading, under its title if they are all.

    Its sentences have their ids, to show when they are asked for, unless they are not to be numbered.
    """
    write = _Writer(case, f"coup-{'-'.join(section.id for section in sections)}", numbered)
    title = [_title(case.reading.title)] if sections == case.reading.sections else []
    parts = (*title, *map(write.section, sections), write.glossary(sections), attribution(case))
    return element("article", element("div", *parts), class_="coup coup-reading", lang=case.language or "en")


def _title(title: str) -> Element:
    main, colon, subtitle = title.partition(": ")
    after = (element("span", colon, class_="unseen"), element("span", subtitle, class_="subtitle"))
    return element("h2", main, *(after if colon else ()))


class _Writer:
    """Writes the parts of one page; its prefix keeps the page's anchors apart from another page's."""

    def __init__(self, case: Case, prefix: str, numbered: bool) -> None:
        self.case = case
        self.prefix = prefix
        self.numbered = numbered
        named = case.actors + case.places
        self.foreign = {name: language for record in named for language, name in record.native.items()}

    def section(self, section: Section) -> Element:
        heading = element("h3", section.title)
        retells = _("retells: {part}").format(part=section.source_part)
        label = element("p", retells, class_="retells")
        return element("section", element("header", heading, label), *map(self.paragraph, section.paragraphs))

    def paragraph(self, sentences: tuple[Sentence, ...]) -> Element:
        spaced = [node for sentence in sentences for node in (self.sentence(sentence), " ")]
        return element("p", *spaced[:-1])

    def sentence(self, sentence: Sentence) -> Element:
        parts: list[Node] = [element("span", sentence.id, class_="number")] if self.numbered else []
        for part in sentence.parts:
            if part.term is None:
                parts += self.words(part.text)
            else:
                to = f"#{self.prefix}-{part.term}"
                parts.append(element("a", part.text, class_="term", href=to, data_term=part.term))
        if not self.numbered:
            return element("span", *parts)
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
