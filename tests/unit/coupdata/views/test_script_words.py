"""Words for people in scripts: how they reach a script in the language that its reader has chosen."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import coupdata
from coupdata import i18n
from coupdata.i18n.scripts import for_script
from coupdata.views import explorer, tour
from coupdata.views.html.document import document
from coupdata.views.reading_text.reading_page import reading_page

ROOT = Path(__file__).parents[4]
DATA = Path(coupdata.__file__).with_name("data")
KEYWORDS = {"_": None, "ngettext": (1, 2)}


def messages(folder: Path) -> set[object]:
    """What Babel, the usual tool, finds to be translated in the scripts of a folder."""
    found = extract_from_dir(folder, [("**.js", "javascript")], keywords=KEYWORDS)
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


@pytest.fixture
def russian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A catalogue of two messages, and a case in its language."""
    catalogue = Catalog(locale="ru")
    catalogue.add("Begin the tour", "Начать")
    catalogue.add(("{n} stop", "{n} stops"), ("{n} остановка", "{n} остановки", "{n} остановок"))
    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / f"{i18n.DOMAIN}.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(i18n, "LOCALE", tmp_path)
    case = shutil.copytree(DATA, tmp_path / "case")
    about = case / "case.toml"
    about.write_text(f'language = "ru-RU"\n{about.read_text(encoding="utf-8")}', encoding="utf-8")
    yield case
    coupdata.load()


def test_in_english_a_script_is_sent_no_words() -> None:
    """Its own are English."""
    assert tour(explorer(coupdata.load())).catalogue == {}


def test_a_script_is_sent_its_own_messages_in_the_language_of_the_case(russian: Path) -> None:
    """A message with a number has each form once, and says which of them each number takes."""
    words = tour(explorer(coupdata.load(russian))).get_state("catalogue")["catalogue"]
    assert words[""] == "ru-RU"
    assert words["Begin the tour"] == "Начать"
    assert words["◀ Back"] == "◀ Back"
    assert "Delete all" not in words
    stops = words["{n} stop"]
    said = [stops["forms"][stops["index"][n]].split()[1] for n in (1, 2, 5, 11, 21, 111, 122)]
    assert said == ["остановка", "остановки", "остановок", "остановок", "остановка", "остановок", "остановки"]


def test_the_next_case_is_shown_in_its_own_language(russian: Path) -> None:
    """English is that of a case that names none."""
    coupdata.load(russian)
    assert i18n._("Begin the tour") == "Начать"
    coupdata.load()
    assert i18n._("Begin the tour") == "Begin the tour"


def test_a_page_says_in_which_language_it_is(russian: Path) -> None:
    """A screen reader speaks it so."""
    case = coupdata.load(russian)
    assert reading_page(case, case.reading.sections).attributes["lang"] == "ru-RU"
    assert '<html lang="ru-RU">' in document("", "", "")
    case = coupdata.load()
    assert reading_page(case, case.reading.sections).attributes["lang"] == "en"
    assert '<html lang="en">' in document("", "", "")


@pytest.mark.parametrize("package", ["coupdata", "exercises/coupquiz"])
def test_every_message_of_the_scripts_is_found_in_a_bundle(package: str, russian: Path) -> None:
    """What translators are given is what pages can say."""
    coupdata.load(russian)
    folder = ROOT / package
    files = [*folder.glob("static/*.js"), *folder.glob("lesson/jupyter/**/static/*.js")]
    bundles = [bundle.read_text(encoding="utf-8") for bundle in files]
    sent = {message for bundle in bundles for message in for_script(bundle)} - {""}
    written = {
        message for script in folder.iterdir() if script.name != "static" for message in messages(script)
    }
    assert written
    assert written <= sent


def test_no_message_is_a_piece_that_is_put_together_with_others() -> None:
    """A space at an end would say so: other languages put the pieces in another order."""
    with (ROOT / "coupdata/i18n/locale/coup1920.pot").open("rb") as file:
        found = read_po(file)
    said = [text for one in found for text in ([one.id] if isinstance(one.id, str) else one.id)]
    assert len(said) > 1000
    assert [text for text in said if text != text.strip()] == []


@pytest.mark.parametrize(
    ("names", "all_of_them", "one_of_them"),
    [
        (["2.1"], "2.1", "2.1"),
        (["2.1", "2.2"], "2.1 and 2.2", "2.1 or 2.2"),
        (["2.1", "2.2", "2.3"], "2.1, 2.2 and 2.3", "2.1, 2.2 or 2.3"),
    ],
)
def test_names_are_put_into_a_sentence(names: list[str], all_of_them: str, one_of_them: str) -> None:
    """However many there are."""
    assert i18n.listed(names) == all_of_them
    assert i18n.either(names) == one_of_them
