"""The reading as a page: every sentence, every explanation, the source, as data and as plain HTML."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
import traitlets

import coupdata
from coupdata.model import Case, Section, Sentence, TextRun
from coupdata.views import reading
from coupdata.views.html.element import Element
from coupdata.views.reading_text.widget import shown_readings


def elements(page: list[Any]) -> Iterator[tuple[dict[str, str], str]]:
    """Attributes and text of every element in JsonML."""
    _, attributes, *children = page
    yield attributes, text(page)
    for child in children:
        if not isinstance(child, str):
            yield from elements(child)


def text(page: list[Any]) -> str:
    """All text in JsonML."""
    return "".join(child if isinstance(child, str) else text(child) for child in page[2:])


def of_class(page: list[Any], name: str) -> list[tuple[dict[str, str], str]]:
    """The elements of a class."""
    return [found for found in elements(page) if name in found[0].get("class", "").split()]


def test_every_sentence_is_there_once_in_order_with_its_id(case: Case) -> None:
    """The page has the sentences of the reading, each begun by its number; nothing is lost."""
    shown = [(found["data-id"], words) for found, words in of_class(reading(case).page, "sentence")]
    assert shown == [(s.id, f"{s.id}{s.text}") for s in case.reading.sentences]


def test_every_section_says_what_it_retells(case: Case) -> None:
    """The part of the source stands beside the heading."""
    labels = [words for _, words in of_class(reading(case).page, "retells")]
    assert labels == [f"retells: {section.source_part}" for section in case.reading.sections]


def test_every_word_with_a_line_under_it_is_explained_once(case: Case) -> None:
    """Each link of the text has its explanation on the page, and the definition stands in it."""
    page = reading(case).page
    linked = {found["data-term"] for found, _ in of_class(page, "term")}
    tips = {found["data-term"]: words for found, words in of_class(page, "tip")}
    assert linked
    assert linked == set(tips)
    for id, words in tips.items():
        assert case.term(id).definition in words


def test_an_explanation_from_beyond_the_source_says_so_and_from_where(case: Case) -> None:
    """Scope and source stand under the definition of context; what the article itself says needs neither."""
    for found, words in of_class(reading(case).page, "tip"):
        term = case.term(found["data-term"])
        assert ("Beyond the article" in words) == (term.scope == "context")
        if term.scope != "article":
            assert case.source(term.source).title in words


def test_the_source_is_named_as_its_licence_asks(case: Case) -> None:
    """Title, publisher, authors and licence of every article stand at the end, and that it is retold."""
    html = unescape(reading(case)._page.html())
    footer = html[html.index("<footer>") :]
    articles = [source for source in case.sources if source.kind == "article"]
    assert articles
    for source in articles:
        for part in ("Retold from", source.title, source.publisher, source.licence, *source.authors):
            assert part in footer


def test_sections_can_be_shown_alone(case: Case) -> None:
    """A letter or a list of letters gives those sections, with their own explanations and no title."""
    for section in case.reading.sections:
        for view in (reading(case, section.id), reading(case, [section.id])):
            shown = [found["data-id"] for found, _ in of_class(view.page, "sentence")]
            assert shown == [s.id for paragraph in section.paragraphs for s in paragraph]
            used = {part.term for p in section.paragraphs for s in p for part in s.parts} - {None}
            assert {found["data-term"] for found, _ in of_class(view.page, "tip")} == used
            assert case.reading.title not in text(view.page)


def test_an_unknown_section_is_named_with_those_there_are() -> None:
    """A slip in the letter says which letters exist."""
    with pytest.raises(KeyError, match="no section 'q'; choose from s, b"):
        reading(coupdata.load(), ["b", "q"])


def test_lighting_an_unknown_sentence_is_an_error() -> None:
    """A slip in an id would otherwise light nothing, silently."""
    view = reading(coupdata.load(), "b")
    view.lit = ["b1.1", "s1.1"]  # a sentence of another section is known, though not shown here
    with pytest.raises(traitlets.TraitError, match=r"b9\.9"):
        view.lit = ["b9.9"]


def test_a_reading_is_lit_until_nobody_sees_it_any_more(case: Case) -> None:
    """Cells are run again and again; what they left behind rests until it is seen again."""
    view = reading(case)
    assert view in shown_readings(case)
    for message, is_lit in (("seen", True), ("seen", True), ("gone", True), ("gone", False), ("seen", True)):
        view._handle_custom_msg(message, [])
        assert (view in shown_readings(case)) == is_lit


def test_names_in_another_script_are_marked_with_their_language(case: Case) -> None:
    """A screen reader reads them out in their own language, wherever they stand."""
    named = case.places[0]
    native = replace(named, native={"ka": "თბილისი"})
    sentence = Sentence("x1.1", (TextRun("Tiflis (თბილისი) is a city."),))
    section = Section("x", "Names", "names", ((sentence,),))
    told = replace(
        case, places=(native, *case.places[1:]), reading=replace(case.reading, sections=(section,))
    )
    assert [words for found, words in elements(reading(told).page) if found.get("lang") == "ka"] == [
        "თბილისი"
    ]


def test_no_markup_in_data_becomes_markup(case: Case) -> None:
    """In the HTML for print and nbconvert, text stays text."""
    evil = "<img src=x onerror=alert(1)>"
    sentence = Sentence("x1.1", (TextRun(evil),))
    section = Section("x", evil, evil, ((sentence,),))
    told = replace(case, reading=replace(case.reading, title=evil, sections=(section,)))
    assert "<img" not in reading(told)._page.html()


def test_without_a_widget_the_page_is_html_with_its_explanations(case: Case) -> None:
    """The output holds the same text for print and for readers without a kernel; its links lead somewhere."""
    data, _ = reading(case)._repr_mimebundle_() or ({}, {})
    html = data["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in data
    text = unescape(re.sub(r"<[^>]*>", "", html))
    for sentence in case.reading.sentences:
        assert sentence.text in text
        assert f">{sentence.id}<" not in html, "an id that nobody asked for"
    anchors = re.findall(r"href=#([^ >]+)", html)
    assert anchors
    for anchor in anchors:
        assert len(re.findall(rf"id={anchor}[ >]", html)) == 1


def test_two_readings_in_one_document_have_anchors_of_their_own() -> None:
    """Sections shown one by one do not lead into each other's explanations."""
    case = coupdata.load()
    pages: list[Element] = [reading(case, section.id)._page for section in case.reading.sections]
    ids = [id for page in pages for id in re.findall(r' id="([^"]+)"', page.html())]
    assert len(ids) == len(set(ids))
