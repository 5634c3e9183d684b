"""Every record of every case stands on the reading, and every id leads somewhere."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

import coupdata
from coupdata import Case
from coupdata.model import PRECISIONS, SCOPES

OWN = Path(coupdata.__file__).with_name("data")


def within(value: object) -> Iterator[object]:
    """A record and every record and value in it."""
    yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from within(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from within(item)
    elif isinstance(value, dict):
        yield from value.values()


def records(case: Case) -> Iterator[object]:
    """Every record of a case, those in other records included."""
    for field in fields(case):
        for value in within(getattr(case, field.name)):
            if is_dataclass(value):
                yield value


def ids(records: Iterable[Any]) -> set[str]:
    """The ids of some records."""
    return {record.id for record in records}


def test_every_event_actor_and_link_cites_a_sentence(case: Case) -> None:
    """No fact without a place in the reading."""
    assert case.events
    assert case.actors
    assert case.links
    for records in (case.events, case.actors, case.links, case.differences):
        for record in records:
            assert record.cites, record


def test_every_cite_is_a_sentence_of_the_reading(case: Case) -> None:
    """``cites`` and ``after_cites`` of all records lead to sentences with text."""
    cited = {
        id
        for record in records(case)
        for field in ("cites", "after_cites")
        for id in getattr(record, field, ())
    }
    assert cited
    for id in cited:
        assert case.sentence(id).text.strip()


def test_every_reference_leads_to_a_record(case: Case) -> None:
    """Places, lanes, actors, themes, sides, sources and terms that are named are there."""
    places, actors, events = ids(case.places), ids(case.actors), ids(case.events)
    for event in case.events:
        assert {event.place, *event.moves} - {None} <= places
        assert event.lane in ids(case.lanes)
        assert set(event.involved) <= actors
        assert set(event.themes) <= ids(case.themes)
        assert set(event.after) <= events
    for actor in case.actors:
        assert set(actor.member_of) <= actors - {actor.id}
        assert {side.side for side in actor.sides} <= ids(case.sides)
    for place in case.places:
        assert {place.within} - {None} <= places - {place.id}
    for link in case.links:
        assert {link.cause, link.effect} <= events
        assert {link.by} - {None} <= actors
    for difference in case.differences:
        assert set(difference.events) <= events
    terms = {part.term for sentence in case.reading.sentences for part in sentence.parts} - {None}
    assert terms <= ids(case.glossary)


def test_what_goes_beyond_the_article_names_its_source(case: Case) -> None:
    """A note or context has a source that is listed; scopes are those that there are."""
    for record in records(case):
        scope = getattr(record, "scope", "article")
        assert scope in SCOPES
        source = getattr(record, "source", "")
        assert source or scope == "article", record
        assert not source or case.source(source)


def test_no_quotation_has_eight_words(case: Case) -> None:
    """Words of others stay under eight in a row, wherever they stand."""
    for record in records(case):
        texts = [value for value in within(record) if isinstance(value, str)]
        quoted = [quotation for text in texts for quotation in re.findall(r"“(.*?)”", text)]
        for field in ("as_written", "words"):
            quoted += [getattr(record, field, "")]
        assert all(len(quotation.split()) < 8 for quotation in quoted), record


def test_titles_of_events_fit_on_a_chart(case: Case) -> None:
    """At most 40 characters."""
    assert all(0 < len(event.title) <= 40 for event in case.events)


def test_dates_of_all_records_are_in_order(case: Case) -> None:
    """No bound ends before it starts, nothing ends before it starts, and a date has a label."""
    for record in records(case):
        when = getattr(record, "when", None)
        if when is None:
            continue
        for first, last in (
            (when.start.earliest, when.start.latest),
            (when.end.earliest, when.end.latest),
            (when.start.earliest, when.end.latest),
        ):
            assert not (first and last and first > last)
        assert when.precision in PRECISIONS
        assert (when.precision == "undated") == (when.edtf == "")
        assert when.label


def test_ids_of_sentences_name_section_paragraph_and_place(case: Case) -> None:
    """``b2.3`` is the third sentence of the second paragraph of section b."""
    for section in case.reading.sections:
        for p, paragraph in enumerate(section.paragraphs, 1):
            for s, sentence in enumerate(paragraph, 1):
                assert sentence.id == f"{section.id}{p}.{s}"
    sentences = case.reading.sentences
    assert len({sentence.id for sentence in sentences}) == len(sentences)


def test_a_sentence_keeps_its_text(case: Case) -> None:
    """The parts of a sentence make up its text, without marks of Markdown."""
    for sentence in case.reading.sentences:
        assert "".join(part.text for part in sentence.parts) == sentence.text
        assert not re.search(r"[\[\]{}#*_]|\]\(|  ", sentence.text)
        assert sentence.text[0].isupper() or sentence.text[0].isdigit()
        assert sentence.text.endswith((".", "?", "!", "”"))


def test_the_lens_is_a_stretch_of_days_with_events_in_it(case: Case) -> None:
    """The weeks that a timeline enlarges hold something."""
    first, last = case.lens
    assert first < last
    starts = [event.when.start.earliest for event in case.events]
    assert any(start and first <= start <= last for start in starts)


def test_a_case_uses_all_its_categories(case: Case) -> None:
    """No lane, side or theme stands empty."""
    assert {event.lane for event in case.events} == ids(case.lanes)
    assert {theme for event in case.events for theme in event.themes} == ids(case.themes)
    assert {side.side for actor in case.actors for side in actor.sides} == ids(case.sides)


@pytest.mark.parametrize("find", ["event", "actor", "place", "difference", "source", "term", "sentence"])
def test_a_record_is_found_by_its_id_or_named_by_near_misses(find: str, case: Case) -> None:
    """Each record comes back under its id; a typing error says what was probably meant."""
    kinds: dict[str, tuple[Any, ...]] = {
        "difference": case.differences,
        "term": case.glossary,
        "sentence": case.reading.sentences,
    }
    found: tuple[Any, ...] = kinds.get(find) or getattr(case, f"{find}s")
    for record in found:
        assert getattr(case, find)(record.id) is record
    right = found[0].id
    with pytest.raises(KeyError, match=f"no {find} '{right}x'; did you mean '{right}'"):
        getattr(case, find)(f"{right}x")


def test_records_are_in_the_files_and_nowhere_else() -> None:
    """As many records as the files hold, and each with its own title."""
    case = coupdata.load()
    for kind, file, found in (
        ("event", "events.toml", case.events),
        ("actor", "actors.toml", case.actors),
        ("place", "places.toml", case.places),
        ("link", "links.toml", case.links),
        ("difference", "differences.toml", case.differences),
        ("source", "sources.toml", case.sources),
        ("term", "glossary.toml", case.glossary),
    ):
        written = tomllib.loads((OWN / file).read_text(encoding="utf-8"))[kind]
        assert sorted(str(record.get("id")) for record in written) == sorted(
            str(getattr(record, "id", None)) for record in found
        )


def test_the_own_reading_has_the_length_of_a_short_lesson() -> None:
    """500 to 800 words."""
    words = sum(len(sentence.text.split()) for sentence in coupdata.load().reading.sentences)
    assert 500 <= words <= 800
