"""Files that are not there, and files that are no text: what is said, and which mend."""

import zipfile
from pathlib import Path

import pytest

from coupdata.loading import Problems, read_text, read_toml

TEXT = 'title = "Süd"'


def problem(file: Path) -> str:
    """What is said of a file that cannot be read."""
    problems = Problems()
    assert read_toml(file, problems) is None
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


PICTURES = {
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "jpeg": b"\xff\xd8\xff\xe0\0\x10JFIF\0",
    "gif": b"GIF89a\x01\0\x01\0",
    "webp": b"RIFF\x24\0\0\0WEBPVP8 ",
    "tiff": b"II*\0\x08\0\0\0",
    "heic": b"\0\0\0\x18ftypheic\0\0\0\0",
}


@pytest.mark.parametrize("name", ["p.toml", "p.docx", "p"])
@pytest.mark.parametrize("sort", PICTURES)
def test_a_picture_is_called_a_picture(sort: str, name: str, tmp_path: Path) -> None:
    """Whatever its name says, and not a text in an older encoding."""
    (tmp_path / name).write_bytes(PICTURES[sort])
    said = problem(tmp_path / name)
    assert said.startswith(f"{name}: this is a picture")
    assert "UTF" not in said


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("word/document.xml", "a Word document"),
        ("xl/workbook.xml", "a spreadsheet"),
        ("h5p.json", "H5P, not TOML"),
        ("questions.toml", "an archive, not plain text; unpack it"),
    ],
)
def test_what_is_packed_is_told_by_what_is_in_it(inside: str, what: str, tmp_path: Path) -> None:
    """All four are ZIP archives."""
    with zipfile.ZipFile(tmp_path / "p.toml", "w") as archive:
        archive.writestr(inside, TEXT)
    assert problem(tmp_path / "p.toml").startswith(f"p.toml: this is {what}")


def test_other_bytes_are_no_text(tmp_path: Path) -> None:
    """Nor UTF-16."""
    (tmp_path / "p.toml").write_bytes(b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff")
    assert problem(tmp_path / "p.toml").startswith("p.toml: this is no text, whatever it is called")


FORMATS = {
    "moodle": ('<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n<question type="multichoice">', "Moodle XML"),
    "moodle-bare": ("<quiz><question/></quiz>", "Moodle XML"),
    "qti": ('<?xml version="1.0"?>\n<questestinterop/>', "XML, not TOML"),
    "html": ("<!DOCTYPE html><html>", "a web page"),
    "json": ('{"questions": [{"id": "a"}]}', "JSON"),
    "json-lines": ('{\n  "id": "a"\n}', "JSON"),
    "json-list": ('[\n  {"id": "a"}\n]', "JSON"),
    "notebook": ('{"cells": [], "nbformat": 4}', "a notebook"),
    "gift": ("// a comment\n::Q1:: Who? {=Zhordania ~Lenin}", "GIFT"),
    "gift-bare": ("Who was premier?{\n=Zhordania\n~Lenin\n}", "GIFT"),
    "gift-truth": ("The attack failed.{TRUE}", "GIFT"),
    "gift-category": ("$CATEGORY: tests\n\nWho?{~a =b}", "GIFT"),
    "aiken": ("Who was premier?\nA. Zhordania\nB. Lenin\nANSWER: A\n", "Aiken"),
}


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "marked"])
@pytest.mark.parametrize("sort", FORMATS)
def test_other_formats_are_named(sort: str, mark: str, tmp_path: Path) -> None:
    """In place of advice about quotation marks, which fits none of them."""
    text, what = FORMATS[sort]
    (tmp_path / "p.toml").write_text(mark + text, encoding="utf-8")
    said = problem(tmp_path / "p.toml")
    assert said.startswith(f"p.toml: this is {what}")
    assert "TOML" in said


@pytest.mark.parametrize(
    "text",
    [
        "id = “x”",
        'option = [{ a = "x" ]',
        "[question\nid = 1",
        '[[question]]\nid = "x',
        "{ a = 1 }",
        "Who?",
        "a {b} c",
    ],
)
def test_toml_with_a_mistake_is_called_no_other_format(text: str, tmp_path: Path) -> None:
    """Nor what is no format at all."""
    (tmp_path / "p.toml").write_text(text, encoding="utf-8")
    assert problem(tmp_path / "p.toml").startswith("p.toml, line ")
