"""The Markdown of a reading becomes sections, paragraphs, sentences and words explained."""

import pytest

from coupdata.loading import Problems
from coupdata.loading.reading_markdown import parse_reading
from coupdata.model import TextRun

SOUND = """
# A title: and more

## First {a: The source's own heading}

[a1.1] One [word explained](#word) here.
[a1.2] Two
goes on over lines,
[with a link](#link) in it.

[a2.1] [Links](#link)[side](#word) by side.


[a3.1] Last.

## Second{b:Rest}
[b1.1] No empty line is needed.
"""


def test_a_sound_reading_keeps_title_sections_and_sentences() -> None:
    """Nothing is lost or added."""
    problems = Problems()
    reading = parse_reading(SOUND, "reading.md", problems)
    assert problems == []
    assert reading.title == "A title: and more"
    sections = [(section.id, section.title, section.source_part) for section in reading.sections]
    assert sections == [("a", "First", "The source's own heading"), ("b", "Second", "Rest")]
    assert [[len(paragraph) for paragraph in section.paragraphs] for section in reading.sections] == [
        [2, 1, 1],
        [1],
    ]
    assert [(sentence.id, sentence.text) for sentence in reading.sentences] == [
        ("a1.1", "One word explained here."),
        ("a1.2", "Two goes on over lines, with a link in it."),
        ("a2.1", "Linksside by side."),
        ("a3.1", "Last."),
        ("b1.1", "No empty line is needed."),
    ]
    assert list(problems.ids["sentence"] or ()) == [sentence.id for sentence in reading.sentences]


def test_words_explained_are_parts_of_their_own() -> None:
    """The glossary's id goes with exactly the words in brackets."""
    sentences = parse_reading(SOUND, "reading.md", Problems()).sentences
    assert sentences[0].parts == (TextRun("One "), TextRun("word explained", "word"), TextRun(" here."))
    assert sentences[2].parts == (TextRun("Links", "link"), TextRun("side", "word"), TextRun(" by side."))


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("[a1.1]", "[a1.2]", ["line 6, sentence a1.2", "line 7, sentence a1.2"]),
        ("[a2.1]", "[a12.1]", ["line 11, sentence a12.1"]),
        ("[a3.1]", "[a4.1]", ["line 14, sentence a4.1"]),
        ("[a1.1] One [word explained](#word) here.\n", "", ["line 6, sentence a1.2"]),
        ("[a2.1] [Links](#link)[side](#word) by side.\n", "", ["line 13, sentence a3.1"]),
        ("[a1.1] ", "", ["line 6"]),
        ("[b1.1]", "[b1.1.1]", ["line 17, sentence b1.1.1"]),
        ("# A title", "A title", ["line 2"]),
        (SOUND, "", []),
    ],
)
def test_one_mistake_is_not_told_again_by_what_comes_after(old: str, new: str, lines: list[str]) -> None:
    """A mistyped id, or a sentence taken out, leaves others right; nobody then knows which ids there are."""
    problems = Problems()
    parse_reading(SOUND.replace(old, new), "reading.md", problems)
    places = [line.partition(": ")[0] for line in map(str, problems)]
    assert [place for place in places if place != "reading.md"] == [f"reading.md, {line}" for line in lines]
    assert problems.ids["sentence"] is None
    assert ("reading.md" in places) == (not lines or lines == ["line 2"])
