"""Files that are not there, and files that are no text: what is said, and which mend."""

import zipfile
from pathlib import Path

import pytest

from coupdata.loading import Problems, read_text

TEXT = 'title = "Süd"'


def problem(file: Path) -> str:
    """What is said of a file that cannot be read."""
    problems = Problems()
    assert read_text(file, problems) is None
    (said,) = problems
    return str(said)


@pytest.mark.parametrize("there", ["p.toml.txt", "p.toml.txt.toml", "P.toml.TXT", "p.txt"])
def test_a_file_with_another_ending_is_named(there: str, tmp_path: Path) -> None:
    """Windows hides endings, and so its editors double them."""
    (tmp_path / there).write_text(TEXT, encoding="utf-8")
    said = problem(tmp_path / "p.toml")
    assert said.startswith(f"p.toml: there is no such file in {tmp_path}, but {there}; rename it to p.toml")


@pytest.mark.parametrize("there", ["p.docx", "p.odt", "p.toml.docx", "p.rtf"])
def test_of_a_word_document_another_name_makes_no_text(there: str, tmp_path: Path) -> None:
    """It has to be saved as text."""
    (tmp_path / there).touch()
    said = problem(tmp_path / "p.toml")
    assert f"but {there}; save that as plain text, in UTF-8, under the name p.toml" in said


def test_a_near_name_is_proposed(tmp_path: Path) -> None:
    """And nothing that is far, or of another kind."""
    for name in ("my_questions.toml", "other.toml", "my_question.csv"):
        (tmp_path / name).touch()
    assert problem(tmp_path / "my_qestions.toml").endswith("; did you mean 'my_questions.toml'?")
    assert problem(tmp_path / "zzz.toml").endswith(f"in {tmp_path}; save it there, or give the full path")


def test_the_folder_is_named_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the file was named without one; a folder that is not there is said to be none."""
    monkeypatch.chdir(tmp_path)
    assert f"no such file in {tmp_path};" in problem(Path("p.toml"))
    assert f"there is no folder {tmp_path / 'nowhere'}" in problem(Path("nowhere/p.toml"))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding: str, tmp_path: Path) -> None:
    """As Notepad saves what it calls Unicode, with a mark at the start or without."""
    (tmp_path / "p.toml").write_bytes(TEXT.encode(encoding))
    assert problem(tmp_path / "p.toml").startswith(
        "p.toml: saved as UTF-16, which Notepad also calls Unicode;"
    )


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
def test_an_older_encoding_is_named_with_the_letters_before(mark: bytes, tmp_path: Path) -> None:
    """Nobody counts bytes."""
    (tmp_path / "p.toml").write_bytes(mark + b"id = 1\r\n" + TEXT.encode("cp1252"))
    said = problem(tmp_path / "p.toml")
    assert said.startswith('p.toml, line 2: the letter after “title = "S” is not UTF-8')
    assert said.endswith("save it again, choosing UTF-8 as the encoding")


def test_a_mark_at_the_start_is_no_fault(tmp_path: Path) -> None:
    """As Notepad writes UTF-8."""
    (tmp_path / "p.toml").write_text(TEXT, encoding="utf-8-sig")
    assert read_text(tmp_path / "p.toml", Problems()) == TEXT


def test_a_document_is_no_text_whatever_its_name(tmp_path: Path) -> None:
    """A real archive, as Word's documents are, and what other programs write."""
    with zipfile.ZipFile(tmp_path / "word.toml", "w") as archive:
        archive.writestr("word/document.xml", TEXT)
    (tmp_path / "rtf.toml").write_bytes(rb"{\rtf1\ansi title}")
    (tmp_path / "pdf.toml").write_bytes(b"%PDF-1.7")
    for name, what in {"word": "a Word document", "rtf": "formatted text", "pdf": "a PDF"}.items():
        said = problem(tmp_path / f"{name}.toml")
        assert said.startswith(f"{name}.toml: this is {what}")
        assert "plain text" in said
