"""The source retold: sections, paragraphs and sentences, each sentence with an id."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextRun:
    """A run of text in a sentence; ``term`` is the glossary entry that explains it."""

    text: str
    term: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the reading; its id names section, paragraph and sentence."""

    id: str
    parts: tuple[TextRun, ...]

    @property
    def text(self) -> str:
        """The sentence as plain text."""
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the reading and the part of the source that it retells."""

    id: str
    title: str
    source_part: str
    paragraphs: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The source retold."""

    title: str
    sections: tuple[Section, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, in order."""
        return tuple(s for section in self.sections for paragraph in section.paragraphs for s in paragraph)
