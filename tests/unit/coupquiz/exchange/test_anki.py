"""A deck of Anki: a card for each form, which a second import updates."""

import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

import coupdata
from coupquiz.cli.main import main
from coupquiz.exchange.anki import back, front, save_deck
from coupquiz.review.review_forms import ReviewForms
from tests.cases import SMALL

CASE = coupdata.load()


def notes(path: Path) -> dict[str, str]:
    """The fields of every note of a deck, by its id, as Anki reads them."""
    with zipfile.ZipFile(path) as archive:
        archive.extract("collection.anki2", path.parent)
    collection = sqlite3.connect(path.parent / "collection.anki2")
    found = dict(collection.execute("select guid, flds from notes"))
    collection.close()
    return found


def test_a_deck_has_a_card_for_each_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And the command says how many, and where they are."""
    out = tmp_path / "deck.apkg"
    assert main(["export", "anki", "--out", str(out)]) == 0
    questions = ReviewForms(CASE).whole_bank().questions
    assert len(notes(out)) == len(questions)
    assert f"{len(questions)} cards written:" in capsys.readouterr().out


def test_a_second_deck_has_the_same_ids(tmp_path: Path) -> None:
    """So Anki updates its cards, and makes no new ones."""
    decks = [tmp_path / name / "deck.apkg" for name in ("one", "other")]
    for deck in decks:
        deck.parent.mkdir()
        save_deck(SMALL, deck)
    one, other = map(notes, decks)
    assert one == other
    ids = []
    for deck in decks:
        collection = sqlite3.connect(deck.parent / "collection.anki2")
        models, found = collection.execute("select models, decks from col").fetchone()
        ids.append((sorted(json.loads(models)), sorted(json.loads(found))))
        collection.close()
    assert ids[0] == ids[1]


def test_a_card_cites_its_sentences() -> None:
    """The front does not tell the answer of a date; the back does, and says where it stands."""
    question = ReviewForms(CASE).whole_bank().question("premier-speech-when")
    assert "30 April" not in front(question).html()
    told = back(question, CASE).html()
    assert "30 April 1920" in told
    assert CASE.sentence("b2.3").text in told


def test_without_genanki_it_is_said_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a sentence, and nothing is written."""
    monkeypatch.setitem(__import__("sys").modules, "genanki", None)
    assert main(["export", "anki", "--out", str(tmp_path / "deck.apkg")]) == 1
    assert "pip install genanki" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
