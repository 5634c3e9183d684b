"""Reads the Markdown of a case's reading: sections, paragraphs, sentences with ids, words explained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from coupdata.i18n import _
from coupdata.loading.problems import Problems
from coupdata.model import Reading, Section, Sentence, TextRun

_SECTION = re.compile(r"## +([^ ].*?) *\{([a-z]): *([^ ].*?) *\}")
_SENTENCE = re.compile(r"\[([^\]]*)\](?!\() *(.*)")
_ID = re.compile(r"([a-z])([1-9]\d{0,3})\.([1-9]\d{0,3})", re.ASCII)
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^)]*)\)")


def parse_reading(text: str, file: str, problems: Problems) -> Reading:
    """Return the reading that a text holds; its sentences' ids and what is wrong go to the problems."""
    before = len(problems)
    title, drafts = _draft(text, file, problems)
    if not title:
        problems.add(file, _("no title"), _("begin the file with '# The title'"))
    if not drafts:
        problems.add(file, _("no section"), _("begin one with '## A title {b: Background}'"))
    letters: set[str] = set()
    for draft in drafts:
        if not draft.paragraphs:
            problems.add(draft.where, _("a section without sentences"), _("write one, or remove the section"))
        if draft.letter in letters:
            what = _("a second section '{letter}'").format(letter=draft.letter)
            problems.add(draft.where, what, _("give it a letter of its own"))
        elif draft.letter:
            letters.add(draft.letter)
            _check_ids(draft, problems)
    ids = {line.id: None for draft in drafts for paragraph in draft.paragraphs for line in paragraph}
    problems.ids["sentence"] = None if len(problems) > before else ids
    sections = []
    for draft in drafts:
        paragraphs = (
            tuple(Sentence(line.id, tuple(_parts(line, problems))) for line in paragraph)
            for paragraph in draft.paragraphs
        )
        sections.append(Section(draft.letter, draft.title, draft.source_part, tuple(paragraphs)))
    return Reading(title, tuple(sections))


@dataclass(slots=True)
class _Line:
    """A sentence as it stands in the file."""

    where: str
    id: str
    text: str


@dataclass(slots=True)
class _Draft:
    """A section as it stands in the file."""

    where: str
    title: str
    letter: str
    source_part: str
    paragraphs: list[list[_Line]] = field(init=False, default_factory=list)


def _draft(text: str, file: str, problems: Problems) -> tuple[str, list[_Draft]]:
    title = ""
    drafts: list[_Draft] = []
    paragraph: list[_Line] = []
    for number, line in enumerate(text.split("\n"), 1):
        where, line = f"{file}, line {number}", line.strip()
        if not line:
            paragraph = []
        elif line.startswith("# ") and not title and not drafts:
            title = line.removeprefix("# ").strip()
        elif line.startswith("#"):
            match = _SECTION.fullmatch(line)
            if not match:
                problems.add(where, _("not the title of a section"), _("write '## A title {b: Background}'"))
            drafts.append(_Draft(where, *(match.groups() if match else ("", "", ""))))
            paragraph = []
        elif paragraph and not _SENTENCE.fullmatch(line):
            paragraph[-1].text = f"{paragraph[-1].text} {line}".strip()
        else:
            if not drafts:
                mend = _("begin one with '## A title {b: Background}'")
                problems.add(where, _("this comes before any section"), mend)
                drafts.append(_Draft(where, "", "", ""))
            if not paragraph:
                drafts[-1].paragraphs.append(paragraph)
            match = _SENTENCE.fullmatch(line)
            id, words = match.groups() if match else ("", line)
            paragraph.append(_Line(f"{where}, sentence {id}" if id else where, id, words))
    return title, drafts


def _check_ids(draft: _Draft, problems: Problems) -> None:
    """Note the ids that do not name their own section, paragraph and place in it."""
    seen: set[str] = set()
    expected = [(0, 0)]
    for paragraph in draft.paragraphs:
        expected = [(p + 1, 1) for p, _s in expected]
        for line in paragraph:
            match = _ID.fullmatch(line.id)
            place = (int(match[2]), int(match[3])) if match else expected[0]
            should = f"{draft.letter}{expected[0][0]}.{expected[0][1]}"
            what, mend = "", _("number the sentences in order")
            if not line.id:
                what, mend = _("text without a sentence id"), _("begin the sentence with [{id}]")
            elif not match:
                what, mend = _("'{id}' is not a sentence id").format(id=line.id), _("write [{id}]")
            elif line.id in seen:
                what = _("this id appears twice")
            elif match[1] != draft.letter:
                what = _("is in section '{letter}'").format(letter=draft.letter)
                mend = _("begin its id with {letter}")
            elif place not in expected:
                what = _("is where {id} should be").format(id=should)
            if what:
                problems.add(line.where, what, mend.format(id=should, letter=draft.letter))
            seen.add(line.id)
            # one mistake is one problem: go on from where this sentence stands, or from what its id says
            expected = [(p, s + 1) for p, s in dict.fromkeys((expected[0], place))]


def _parts(line: _Line, problems: Problems) -> Iterator[TextRun]:
    if not line.text:
        problems.add(line.where, _("a sentence without text"), _("write it, or remove its id"))
    problems.check_quotations(line.where, line.text)
    done = 0
    for link in _LINK.finditer(line.text):
        if link.start() > done:
            yield TextRun(line.text[done : link.start()])
        if not link[1] or not re.fullmatch(r"#\S+", link[2]):
            what = _("{link} is not a link to the glossary").format(link=link[0])
            problems.add(line.where, what, _("write [word](#id-of-the-term)"))
            continue
        yield TextRun(link[1], link[2].removeprefix("#"))
        done = link.end()
    if done < len(line.text):
        yield TextRun(line.text[done:])
