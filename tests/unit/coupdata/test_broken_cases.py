"""What is wrong in a case is said in one clear line each, all at once."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from coupdata import CaseError, load

SMALL = Path(__file__).parents[2] / "fixtures" / "cases" / "london-1666"

Edit = Callable[..., None]


class Mistake(NamedTuple):
    """One change to a file of the sound case, and the line that it must give."""

    file: str
    old: str
    new: str
    where: str
    """File, record and field."""
    what: str
    """A piece of what the line says is wrong, or of how to mend it."""
    mark: str = ""
    """Where in the file the change is, or somewhere before it."""
    lines: int = 1
    """How many lines there are, where one mistake is two."""


def event(id: str, old: str, new: str, field: str, what: str) -> Mistake:
    """A mistake in an event."""
    return Mistake("events.toml", old, new, f"events.toml, event '{id}', {field}", what, f'id = "{id}"')


def actor(id: str, old: str, new: str, field: str, what: str) -> Mistake:
    """A mistake in an actor."""
    return Mistake("actors.toml", old, new, f"actors.toml, actor '{id}', {field}", what, f'id = "{id}"')


def place(id: str, old: str, new: str, field: str, what: str) -> Mistake:
    """A mistake in a place."""
    return Mistake("places.toml", old, new, f"places.toml, place '{id}', {field}", what, f'id = "{id}"')


def reading(old: str, new: str, where: str, what: str) -> Mistake:
    """A mistake in the reading."""
    return Mistake("reading.md", old, new, f"reading.md, {where}", what)


LINK = "links.toml, link 1 ('dry-summer' to 'fire-spreads')"
LONG = "one two three four five six seven eight"

MISTAKES = {
    # fields that are missing, unknown, empty or of the wrong sort
    "missing": event(
        "plague", 'title = "Plague in London"\n', "", "title", "missing; add it: text in quotation"
    ),
    "missing-id": Mistake("events.toml", 'id = "plague"\n', "", "events.toml, event 1, id", "missing"),
    "missing-lane": event("plague", 'lane = "city"\n', "", "lane", "missing; add it: the id of a lane"),
    "missing-kind": actor(
        "londoners", 'kind = "group"\n', "", "kind", "missing; add it: one of person, group"
    ),
    "missing-list": Mistake(
        "differences.toml",
        "account =",
        "accounts =",
        "differences.toml, difference 'how-long', account",
        "missing; add it: a list",
        lines=2,
    ),
    "missing-lens": Mistake("case.toml", "lens = ", "# ", "case.toml, lens", "missing; add it: two days"),
    "empty": event("plague", '"Plague in London"', '" "', "title", "empty; write it"),
    "unknown": event("plague", "place =", "palce =", "palce", "unknown field; did you mean 'place'?"),
    "unknown-table": Mistake(
        "links.toml", "[[link]]", "[[links]]", "links.toml, links", "unknown field; did you mean 'link'?"
    ),
    "unknown-nested": actor(
        "bloodworth",
        'title = "Lord Mayor of London"',
        'title = "Lord Mayor of London", year = 1665',
        "offices 1, year",
        "unknown field",
    ),
    "number-for-text": event(
        "plague", '"Plague in London"', "1665", "title", "must be text in quotation marks, not a number"
    ),
    "text-for-list": event("plague", '["n1.1"]', '"n1.1"', "cites", "must be a list of ids of sentences"),
    "numbers-in-list": event(
        "plague", '["n1.1"]', '["n1.1", 1]', "cites", "must be a list of ids of sentences"
    ),
    "empty-in-list": actor("farriner", '["Thomas Farynor"]', '[""]', "aliases", "must be a list of texts"),
    "twice-in-list": event("camp", '["b2.1"]', '["b2.1", "b2.1"]', "cites", "'b2.1' appears twice"),
    "text-for-number": place(
        "london", "latitude = 51.51", 'latitude = "51.51"', "latitude", "a number without quotation"
    ),
    "truth-for-number": place(
        "london", "latitude = 51.51", "latitude = true", "latitude", "not true or false"
    ),
    "text-for-truth": place(
        "london", "approximate = true", 'approximate = "yes"', "approximate", "must be true or false"
    ),
    "text-for-year": Mistake(
        "sources.toml",
        "year = 1825",
        'year = "1825"',
        "sources.toml, source 'diary', year",
        "a whole number without quotation",
    ),
    "date-for-text": event(
        "cathedral-burns", '"1666-09-04"', "1666-09-04", "edtf", "text in quotation marks, not a day"
    ),
    "time-in-date": event(
        "camp", "[1666-09-02, 1666-09-15]", "[1666-09-02T10:00:00, 1666-09-15]", "start", "must be two days"
    ),
    "one-day": event("camp", "[1666-09-02, 1666-09-15]", "[1666-09-02]", "start", "must be two days"),
    "table-for-list": Mistake(
        "differences.toml",
        'account = [\n  { where = "summary", says = "The fire lasted four days.", cites = ["s1.1"] },\n  '
        '{ where = "body", says = "It burned from 2 to 6 September.", cites = ["b1.4"] },\n]',
        'account = { where = "summary" }',
        "differences.toml, difference 'how-long', account",
        "begin each with [[account]], two brackets on each side; or, if it is in braces, put [ ]",
    ),
    "text-among-tables": actor(
        "londoners",
        '{ side = "londoners", cites = ["b2.1"] }',
        '"londoners"',
        "sides",
        "must be a list of tables",
    ),
    "names": actor("farriner", 'en = "Thomas Farriner"', "en = 1666", "native", "must be names by language"),
    "names-text": actor(
        "farriner", '{ en = "Thomas Farriner" }', '"Farriner"', "native", "must be names by language"
    ),
    "title-too-long": event(
        "plague", "Plague in London", "A" * 41, "title", "41 characters long, but 40 at most"
    ),
    # ids
    "id-form": Mistake(
        "differences.toml",
        '"how-long"',
        '"How long?"',
        "differences.toml, difference 'How long?', id",
        "write lower-case words joined by hyphens",
    ),
    "id-twice": Mistake(
        "events.toml", 'id = "camp"', 'id = "plague"', "events.toml, event 'plague', id", "appears twice"
    ),
    "lane-twice": Mistake(
        "case.toml",
        '{ id = "fire"',
        '{ id = "answer", title = "" }, { id = "fire"',
        "case.toml, theme 'answer', id",
        "appears twice",
        lines=2,
    ),
    "no-place": event(
        "camp", '"moorfields"', '"moorfield"', "place", "no place 'moorfield'; did you mean 'moorfields'?"
    ),
    "no-stop": event(
        "camp", '"moorfields"]', '"fields"]', "moves", "no place 'fields'; did you mean 'moorfields'?"
    ),
    "no-lane": event("camp", '"beyond"', '"beyonds"', "lane", "no lane 'beyonds'; did you mean 'beyond'?"),
    "no-actor": event("camp", '["londoners"]', '["londoner"]', "actors", "no actor 'londoner'; did you mean"),
    "no-against": event(
        "mayor-hesitates", '["farriner"]', '["fariner"]', "against", "no actor 'fariner'; did you mean"
    ),
    "no-concerned": event(
        "hubert-hanged", '["hubert"]', '["huber"]', "concerns", "no actor 'huber'; did you mean"
    ),
    "no-theme": event(
        "dry-summer", '["fire"]', '["fires"]', "themes", "no theme 'fires'; did you mean 'fire'?"
    ),
    "no-earlier": event(
        "mayor-hesitates", '["bakery-burns"]', '["bakery"]', "after", "no event 'bakery'; did you mean"
    ),
    "no-sentence": event("plague", '"n1.1"', '"n1.2"', "cites", "no sentence 'n1.2'; did you mean 'n1.1'"),
    "no-after-sentence": event(
        "mayor-hesitates",
        'after_cites = ["b1.3"]',
        'after_cites = ["x9.9"]',
        "after_cites",
        "there is no sentence 'x9.9'",
    ),
    "no-source": event(
        "monument", '"guide"', '"guides"', "source", "no source 'guides'; did you mean 'guide'?"
    ),
    "no-side": actor(
        "londoners", 'side = "londoners"', 'side = "london"', "sides 1, side", "no side 'london'"
    ),
    "no-side-sentence": actor(
        "farriner", 'cites = ["b1.2"] }]', 'cites = ["b9.2"] }]', "sides 1, cites", "no sentence"
    ),
    "no-group": actor(
        "farriner", '["londoners"]', '["citizens"]', "member_of", "there is no actor 'citizens'"
    ),
    "no-office-source": actor(
        "bloodworth", 'source = "guide"', 'source = "book"', "offices 1, source", "no source 'book'"
    ),
    "no-outer-place": place(
        "london", '"england"', '"englund"', "within", "no place 'englund'; did you mean 'england'?"
    ),
    "no-place-sentence": place("london", '"s1.1"', '"s1.9"', "cites", "no sentence 's1.9'"),
    "no-cause": Mistake(
        "links.toml",
        'cause = "dry-summer"',
        'cause = "wet-summer"',
        "links.toml, link 1 ('wet-summer' to 'fire-spreads'), cause",
        "no event 'wet-summer'; did you mean 'dry-summer'?",
    ),
    "no-effect": Mistake(
        "links.toml",
        'effect = "fire-spreads"',
        'effect = "flood"',
        "links.toml, link 1 ('dry-summer' to 'flood'), effect",
        "there is no event 'flood'",
    ),
    "no-claimant": Mistake(
        "links.toml",
        'by = "pepys"',
        'by = "evelyn"',
        "links.toml, link 2 ('mayor-hesitates' to 'fire-spreads'), by",
        "no actor 'evelyn'",
    ),
    "no-link-sentence": Mistake("links.toml", '"b1.1"', '"b7.1"', f"{LINK}, cites", "no sentence 'b7.1'"),
    "no-difference-event": Mistake(
        "differences.toml",
        '["fire-spreads"]',
        '["fire-spread"]',
        "differences.toml, difference 'how-long', events",
        "no event 'fire-spread'; did you mean 'fire-spreads'?",
    ),
    "no-account-sentence": Mistake(
        "differences.toml",
        '["s1.1"]',
        '["s1.2"]',
        "differences.toml, difference 'how-long', account 1, cites",
        "no sentence 's1.2'",
    ),
    "no-term-sentence": Mistake(
        "glossary.toml", '"s1.1"', '"s1.2"', "glossary.toml, term 'city', cites", "no sentence"
    ),
    # words that are not known
    "scope": event(
        "plague",
        '"note"',
        '"notes"',
        "scope",
        "'notes' is unknown; did you mean 'note'?",
    ),
    "kind": actor("londoners", '"group"', '"grup"', "kind", "did you mean 'group'?"),
    "place-kind": place(
        "london", '"city"', '"village"', "kind", "'village' is unknown; choose from country, region"
    ),
    "source-kind": Mistake(
        "sources.toml",
        '"book"',
        '"novel"',
        "sources.toml, source 'guide', kind",
        "'novel' is unknown; did you mean 'note'?",
    ),
    "precision": event(
        "camp",
        '"part of a month"',
        '"half a month"',
        "precision",
        "'half a month' is unknown; did you mean 'part of a month'?",
    ),
    # dates
    "bad-date": event(
        "plague", '"1665/1666"', '"the plague year"', "edtf", "'the plague year' is not a date; write"
    ),
    "backwards": event(
        "plague", '"1665/1666"', '"1666/1665"', "edtf", "the end (1665) comes before the start (1666)"
    ),
    "no-such-day": event(
        "cathedral-burns", '"1666-09-04"', '"1666-09-31"', "edtf", "the month has only 30 days"
    ),
    "disagree": event(
        "camp", "1666-09-15]", "1666-10-15]", "start", "goes beyond edtf (1666-09-01 to 1666-09-30)"
    ),
    "bounds-backwards": event(
        "camp", "[1666-09-02, 1666-09-15]", "[1666-09-15, 1666-09-02]", "start", "write the earlier day first"
    ),
    "bounds-alone": event("camp", 'edtf = "1666-09/.."\n', "", "start", "add edtf"),
    "no-night": event("bakery-burns", "..1666-09-02]", "..1666-09-03]", "precision", "a night is two days"),
    "other-precision": event(
        "camp", '"part of a month"', '"year"', "precision", "but its date says 'part of a month'"
    ),
    "side-date": actor("farriner", 'edtf = "1666"', 'edtf = "66"', "sides 1, edtf", "'66' is not a date"),
    "office-date": actor(
        "bloodworth", 'edtf = "1665/1666"', 'edtf = "1665-66"', "offices 1, edtf", "no such month"
    ),
    "lens-backwards": Mistake(
        "case.toml",
        "[1666-08-30, 1666-09-08]",
        "[1666-09-08, 1666-08-30]",
        "case.toml, lens",
        "ends (1666-08-30) before it starts (1666-09-08)",
    ),
    "lens-empty": Mistake(
        "case.toml", "[1666-08-30, 1666-09-08]", "[]", "case.toml, lens", "must be two days"
    ),
    # what a record has to stand on
    "event-cites-nothing": event("plague", '["n1.1"]', "[]", "cites", "empty; name at least one"),
    "event-without-cites": event("plague", 'cites = ["n1.1"]\n', "", "cites", "missing"),
    "actor-cites-nothing": actor("hubert", '["b2.2"]', "[]", "cites", "empty; name at least one"),
    "link-cites-nothing": Mistake(
        "links.toml", '["b1.1", "b1.4"]', "[]", f"{LINK}, cites", "empty; name at least one"
    ),
    "account-cites-nothing": Mistake(
        "differences.toml",
        '["s1.1"]',
        "[]",
        "differences.toml, difference 'how-long', account 1, cites",
        "empty; name at least one",
    ),
    "after-without-cites": event(
        "mayor-hesitates", 'after_cites = ["b1.3"]\n', "", "after_cites", "missing; name the"
    ),
    "cites-without-after": event(
        "mayor-hesitates", 'after = ["bakery-burns"]\n', "", "after", "missing; name the events"
    ),
    "note-without-source": event(
        "plague", 'source = "note-plague"\n', "", "source", "missing, although the scope is 'note'"
    ),
    "context-without-source": event(
        "monument", 'source = "guide"\n', "", "source", "the scope is 'context'; name"
    ),
    "term-without-source": Mistake(
        "glossary.toml",
        'source = "guide"\n',
        "",
        "glossary.toml, term 'lord-mayor', source",
        "missing, although the scope",
    ),
    "hedge-text": event(
        "fire-spreads",
        '{ words = "some", covers = "how many houses were lost" }',
        '"some"',
        "hedge",
        'must be a table such as { words = "...", covers = "..." }, not text',
    ),
    "hedge-half": event(
        "fire-spreads", ', covers = "how many houses were lost"', "", "hedge, covers", "missing; add it: text"
    ),
    "latitude": place(
        "london", "latitude = 51.51", "latitude = 151.51", "latitude", "151.51 is not between -90 and 90"
    ),
    "longitude": place(
        "london", "longitude = -0.09", "longitude = 200", "longitude", "is not between -180 and 180"
    ),
    "latitude-alone": place(
        "london", "longitude = -0.09\n", "", "longitude", "missing; latitude alone is not a place"
    ),
    "longitude-alone": place(
        "london", "latitude = 51.51\n", "", "latitude", "missing; longitude alone is not a place"
    ),
    "one-stop": event(
        "camp", '["london", "moorfields"]', '["london"]', "moves", "one place is not a movement"
    ),
    "one-account": Mistake(
        "differences.toml",
        '  { where = "body", says = "It burned from 2 to 6 September.", cites = ["b1.4"] },\n',
        "",
        "differences.toml, difference 'how-long', account",
        "one account cannot differ from itself",
    ),
    "no-lanes": Mistake(
        "case.toml",
        'lane = [\n  { id = "city", title = "The City", description = "What happened within the walls." },\n'
        '  { id = "beyond", title = "Beyond the walls" },\n]',
        "lane = []",
        "case.toml, lane",
        "empty; write at least one",
        lines=2,
    ),
    # other people's words
    "quotation": event(
        "plague", '"The Great', f'"“{LONG}” The Great', "summary", "quotes 8 words, but 7 at most"
    ),
    "as-written": event(
        "plague", "edtf =", f'as_written = "{LONG}"\nedtf =', "as_written", "quotes 8 words, but 7 at most"
    ),
    "hedge-words": event(
        "fire-spreads", '"some"', f'"{LONG}"', "hedge, words", "quotes 8 words, but 7 at most"
    ),
    "quotation-read": reading(
        "had been dry", f"was “{LONG}”", "line 9, sentence b1.1", "quotes 8 words, but 7 at most"
    ),
    # the reading
    "term": reading(
        "(#city)", "(#citty)", "sentence s1.1, [the City]", "no term 'citty'; did you mean 'city'?"
    ),
    "other-link": reading(
        "(#city)", "(https://example.org)", "line 5, sentence s1.1", "is not a link to the glossary"
    ),
    "id": reading("[b1.4]", "[b14]", "line 13, sentence b14", "'b14' is not a sentence id"),
    "twice": reading("[b1.4]", "[b1.2]", "line 13, sentence b1.2", "appears twice"),
    "gap": reading("[b1.5]", "[b1.6]", "line 14, sentence b1.6", "is where b1.5 should be"),
    "other-paragraph": reading("\n\n[b2.1]", "\n[b2.1]", "line 15, sentence b2.1", "is where b1.6 should be"),
    "other-section": reading("[n1.1]", "[m1.1]", "line 23, sentence m1.1", "is in section 'n'"),
    "empty-sentence": reading(
        "On 4 September it reached St Paul's Cathedral.",
        "",
        "line 14, sentence b1.5",
        "a sentence without text",
    ),
    "no-id": reading("[b2.1] ", "", "line 16", "text without a sentence id; begin"),
    "heading": reading(" {b: Fire and aftermath}", "", "line 7", "write '## A title {b: Background}'"),
    "same-letter": reading("{b:", "{s:", "line 7", "a second section 's'"),
    "empty-section": reading(
        "## What a", "## Nothing {x: nothing}\n\n## What a", "line 21", "a section without sentences"
    ),
    "no-section": reading(
        "## In brief {s: opening summary}\n", "", "line 4", "this comes before any section"
    ),
    # circles
    "after-itself": event(
        "bakery-burns",
        "actors =",
        'after = ["bakery-burns"]\nafter_cites = ["b1.2"]\nactors =',
        "after",
        "goes round in a circle",
    ),
    "circular-after": Mistake(
        "events.toml",
        'actors = ["farriner"]',
        'after = ["mayor-hesitates"]\nafter_cites = ["b1.2"]\nactors = ["farriner"]',
        "events.toml, event 'mayor-hesitates', after",
        "'bakery-burns' before 'mayor-hesitates' (events.toml, event 'mayor-hesitates', after); "
        "'mayor-hesitates' before 'bakery-burns' (events.toml, event 'bakery-burns', after); remove",
    ),
    "circle-of-three": Mistake(
        "events.toml",
        'actors = ["farriner"]',
        'after = ["fire-spreads"]\nafter_cites = ["b1.2"]\nactors = ["farriner"]',
        "events.toml, event 'mayor-hesitates', after",
        "'mayor-hesitates' before 'fire-spreads' "
        "(links.toml, link 'mayor-hesitates' to 'fire-spreads', cause); "
        "'fire-spreads' before 'bakery-burns' (events.toml, event 'bakery-burns', after); remove",
    ),
    "after-against-dates": event(
        "plague",
        "place =",
        'after = ["building-rules"]\nafter_cites = ["b2.3"]\nplace =',
        "after",
        "'plague' before 'building-rules' (1665–1666 and February 1667)",
    ),
    "cause-against-dates": Mistake(
        "links.toml",
        'cause = "dry-summer"\neffect = "fire-spreads"',
        'cause = "monument"\neffect = "fire-spreads"',
        "links.toml, link 'monument' to 'fire-spreads', cause",
        "'fire-spreads' before 'monument' (2–6 September 1666 and 1670s)",
    ),
    "place-in-itself": place(
        "england", 'kind = "country"', 'kind = "country"\nwithin = "london"', "within", "in a circle"
    ),
    "actor-in-itself": actor(
        "londoners",
        'kind = "group"',
        'kind = "group"\nmember_of = ["farriner"]',
        "member_of",
        "'londoners' in 'farriner' in",
    ),
}


def problems(folder: Path) -> tuple[str, ...]:
    """What is wrong with a case."""
    with pytest.raises(CaseError) as error:
        load(folder)
    lines = tuple(map(str, error.value.problems))
    assert all(line in str(error.value) for line in lines)
    return lines


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_each_mistake_gives_a_line_that_names_file_record_and_field(
    mistake: Mistake, folder: Path, edit: Edit
) -> None:
    """The line names the place, says what is wrong and how to mend it; no other follows from it."""
    edit(mistake.file, mistake.old, mistake.new, mistake.mark)
    found = [line.partition(": ") for line in problems(folder)]
    assert len(found) == mistake.lines
    (what,) = [what for where, _, what in found if where == mistake.where]
    assert mistake.what in what
    assert "\n" not in what


def test_everything_wrong_is_said_at_once(folder: Path, edit: Edit) -> None:
    """Mistakes in every file, and several in one record, come together, each in a line of its own."""
    edit("case.toml", "[1666-08-30, 1666-09-08]", "[1666-09-08, 1666-08-30]")
    edit("events.toml", 'edtf = "1665/1666"', 'edtf = "1666/1665"')
    edit("events.toml", 'place = "london"', 'place = "londn"')
    edit("events.toml", 'matters = "The city', 'maters = "The city')
    edit("actors.toml", 'kind = "group"', 'kind = "crowd"')
    edit("places.toml", "latitude = 51.51", "latitude = 510.51")
    edit("links.toml", '["b1.1", "b1.4"]', "[]")
    edit("differences.toml", '["fire-spreads"]', '["fire"]')
    edit("sources.toml", "year = 1825", "year = 1825.5")
    edit("glossary.toml", 'source = "guide"\n', "")
    edit("reading.md", "(#city)", "(#town)")
    assert [line.partition(": ")[0] for line in problems(folder)] == [
        "reading.md, sentence s1.1, [the City]",
        "case.toml, lens",
        "events.toml, event 'plague', matters",
        "events.toml, event 'plague', edtf",
        "events.toml, event 'plague', place",
        "events.toml, event 'plague', maters",
        "actors.toml, actor 'londoners', kind",
        "places.toml, place 'london', latitude",
        "links.toml, link 1 ('dry-summer' to 'fire-spreads'), cites",
        "differences.toml, difference 'how-long', events",
        "sources.toml, source 'diary', year",
        "glossary.toml, term 'lord-mayor', source",
    ]


FILES = sorted(path.name for path in SMALL.iterdir())


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_one_line(file: str, folder: Path) -> None:
    """What other files say of its records is not held against them."""
    (folder / file).unlink()
    assert problems(folder) == (
        f"{file}: the file is missing; add it, and leave it empty if there is nothing to say",
    )


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_not_utf_8_is_one_line(file: str, folder: Path) -> None:
    """The line says before which letter all was well, and what to do."""
    content = (folder / file).read_bytes()
    (folder / file).write_bytes(b"\n" + "# caf\u00e9".encode("latin-1") + b"\n" + content)
    assert problems(folder) == (
        f"{file}, line 2: the letter after “# caf” is not UTF-8 but an older encoding (ANSI); "
        "save it again, choosing UTF-8 as the encoding",
    )


@pytest.mark.parametrize("file", [file for file in FILES if file.endswith(".toml")])
def test_a_file_that_is_not_toml_is_one_line(file: str, folder: Path) -> None:
    """The line says where it breaks off; nothing is said that only follows from it."""
    with (folder / file).open("a", encoding="utf-8") as opened:
        opened.write("id = \n")
    line = (folder / file).read_text(encoding="utf-8").count("\n")
    (problem,) = problems(folder)
    assert problem == f"{file}, line {line}: a value is missing here; write it: id ="


def test_a_quotation_mark_that_is_never_closed_is_found(folder: Path, edit: Edit) -> None:
    """A file that ends too early is said to."""
    edit("events.toml", '"Plague in London"', '"""Plague in London"')
    (problem,) = problems(folder)
    assert "this text does not end" in problem
    assert problem.endswith(': title = """Plague in London"')


def test_other_files_are_checked_beside_a_broken_one(folder: Path, edit: Edit) -> None:
    """A broken file hides nothing that can be seen without it."""
    edit("events.toml", "[[event]]", "[event]")
    edit("actors.toml", 'kind = "group"', 'kind = "crowd"')
    edit("places.toml", "cites =", "sites =")
    first, *others = problems(folder)
    assert first.startswith("events.toml, line ")
    assert [line.partition(": ")[0] for line in others] == [
        "actors.toml, actor 'londoners', kind",
        "places.toml, place 'london', sites",
    ]


def test_ids_that_nobody_can_know_are_told_once(folder: Path) -> None:
    """Where no event is written, not every link says so again."""
    (folder / "events.toml").write_text("", encoding="utf-8")
    (problem,) = problems(folder)
    assert problem.endswith("cause: there is no event 'dry-summer'; there are none")


def test_a_wrong_kind_of_list_hides_no_other_file(folder: Path) -> None:
    """Events that are no list are one line."""
    (folder / "events.toml").write_text("event = 5", encoding="utf-8")
    (problem,) = problems(folder)
    assert problem.startswith("events.toml, event: must be a list of tables")


def test_a_folder_that_is_not_there_is_one_line(folder: Path) -> None:
    """Not nine missing files."""
    assert problems(folder / "nowhere") == ("there is no such folder; name the one that holds case.toml",)


def test_the_error_counts_its_problems(folder: Path, edit: Edit) -> None:
    """The message begins with the number of problems and the folder, one line each after it."""
    edit("events.toml", 'title = "Plague in London"\n', "")
    with pytest.raises(CaseError) as error:
        load(folder)
    assert str(error.value).splitlines() == [
        f"1 problem in the case {folder}:",
        *map(str, error.value.problems),
    ]
    edit("actors.toml", 'kind = "group"\n', "")
    with pytest.raises(CaseError, match=r"^2 problems in the case "):
        load(str(folder))


def test_what_other_editors_leave_behind_is_read(folder: Path) -> None:
    """A byte order mark and Windows line ends change nothing."""
    sound = load(folder)
    for path in folder.iterdir():
        content = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + content.encode())
    assert load(folder) == sound


def test_other_files_in_the_folder_do_not_matter(folder: Path) -> None:
    """A teacher's notes may lie beside the case."""
    (folder / "notes.toml").write_text("not = toml = at all", encoding="utf-8")
    assert load(folder).id == "london-1666"
