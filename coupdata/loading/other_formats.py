"""Tells files of other formats from text and from TOML, and says what to do with each."""

from __future__ import annotations

import re

from coupdata.i18n import _

_ZIP = b"PK\x03\x04"
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_HEAD = 4096  # characters or bytes that are looked at
_GIFT = re.compile(r"^\s*(?:::.+?::|\$CATEGORY:)|\{\s*(?:[=~]|(?:T|F|TRUE|FALSE)\s*\}|#)", re.MULTILINE)
_AIKEN = re.compile(r"^ANSWER:\s*[A-Z]\s*$", re.MULTILINE)


def not_text(content: bytes) -> tuple[str, str] | None:
    """Return what a file is that is no text in UTF-8, and what to do; None where it may be one."""
    zeros = [not byte for byte in content[:4]]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or zeros in ([True, False] * 2, [False, True] * 2):
        return _("saved as UTF-16, which Notepad also calls Unicode"), save_again()
    if content.startswith(_ZIP):
        return _packed(content)
    if content.startswith(_PICTURES) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP"):
        return _("this is a picture, whatever it is called"), _("name the file that you wrote")
    if content[4:8] == b"ftyp":  # of a telephone
        return _("this is a picture or a video, whatever it is called"), _("name the file that you wrote")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return _("this is a Word document, not plain text"), _as_text()
    if content.startswith(b"{\\rtf"):
        return _("this is formatted text (RTF), not plain text"), _as_text()
    if content.startswith(b"%PDF"):
        return _("this is a PDF, not plain text"), _as_text()
    if b"\0" in content[:_HEAD]:
        return _("this is no text, whatever it is called"), _("name the file that you wrote")
    return None


def not_toml(text: str) -> tuple[str, str] | None:
    """Return which format a text has that is not TOML, and what to do; None where it is meant as TOML."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if head.startswith("<"):
        if re.search(r"<quiz\b", head):
            return _("this is Moodle XML, not TOML"), _as_bank()
        if re.match(r"<!doctype html|<html", head, re.IGNORECASE):
            return _("this is a web page, not TOML"), _as_toml()
        return _("this is XML, not TOML"), _as_toml()
    if head.startswith("{") and re.match(r'\{\s*(?:"|\})', head):
        if '"nbformat"' in text:
            return _("this is a notebook, not TOML"), _as_toml()
        return _("this is JSON, not TOML"), _as_toml()
    if re.match(r'\[\s*(?:\{\s*"|\])', head):
        return _("this is JSON, not TOML"), _as_toml()
    if re.search(r"^\s*[\w-]+\s*=|^\s*\[", text, re.MULTILINE):  # a field or a heading
        return None
    if _AIKEN.search(text):
        return _("this is Aiken, a format for quizzes, not TOML"), _as_bank()
    if _GIFT.search(text):
        return _("this is GIFT, a format for quizzes, not TOML"), _as_bank()
    return None


def save_again() -> str:
    """Return what to do with a text in another encoding."""
    return _("save it again, choosing UTF-8 as the encoding")


def _packed(content: bytes) -> tuple[str, str]:
    """Return the same for a file that is packed as a ZIP archive; names of what is in it are not packed."""
    if b"h5p.json" in content:
        return _("this is H5P, not TOML"), _as_bank()
    if b"word/" in content:
        return _("this is a Word document, not plain text"), _as_text()
    if b"xl/" in content:
        return _("this is a spreadsheet, not plain text"), _as_text()
    if b"vnd.oasis.opendocument" in content[:200]:
        return _("this is a document (OpenDocument), not plain text"), _as_text()
    return _("this is an archive, not plain text"), _("unpack it, and name the file in it")


def _as_text() -> str:
    editor = _(
        "copy the text into a plain-text editor (Notepad; on a Mac TextEdit, Format → Make Plain Text)"
    )
    return _("{editor} and save that as UTF-8").format(editor=editor)


def _as_bank() -> str:
    return _(
        "no such file is read here; write its questions as the guide for teachers shows (exercises/README.md)"
    )


def _as_toml() -> str:
    return _("write it in TOML, as the lesson's own files are written")
