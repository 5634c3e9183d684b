"""Says which mistake makes a text no TOML, in the words of somebody who has never heard of TOML."""

from __future__ import annotations

import re
from tomllib import TOMLDecodeError

from coupdata.problems.problem import Problem

_SHOWN = 60  # characters of a line that is quoted

_TOKEN = re.compile(
    r'''"""(?:\\.|[^\\])*?"""|"""|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#[^\n]*|[\w.+-]+|\S''', re.DOTALL
)
_WHERE = re.compile(r"line (\d+), column (\d+)")
_HEAD = re.compile(r"(\[+)\s*([\w.-]+)\s*(\]+)")
_UNSURE_HEAD = re.compile(r"(\[+)\s*([\w.-]+)\s*(\]*)\s*(?:#|$)", re.MULTILINE)
_PAIR = re.compile(r"[\w-]+\s*=")
_WORD = re.compile(r"[^\s,\"'\[\]{}#]+")
_CURLY = "“”„‟‘’‚«»"
_UNSEEN = "\u00a0\u200b\u2009\u202f\ufeff\u2028"
_TWICE = ("overwrite", "twice", "Duplicate", "mutate")
_TRUTHS = {"true": "true", "yes": "true", "false": "false", "no": "false"}


def toml_problem(file: str, text: str, error: TOMLDecodeError) -> Problem:
    """Return what is wrong with the text of a file, of which Python's reader of TOML says this."""
    text = text.replace("\r\n", "\n")
    lines = text.split("\n")
    what, _, where = str(error).removesuffix(")").rpartition(" (at ")
    at = len(text)
    if stopped := _WHERE.fullmatch(where):
        line, column = map(int, stopped.groups())
        at = sum(len(row) + 1 for row in lines[: line - 1]) + column - 1
    found = _Found(text, at)
    if any(word in what for word in _TWICE):
        place, said = found.twice()
    else:
        place, said = (
            found.open_text()
            or found.odd_sign()
            or found.open_list()
            or found.open_braces()
            or found.head()
            or found.missing_equals()
            or found.value()
            or found.missing_comma()
            or found.quotation()
            or found.too_much()
            or (at, f"not TOML: {what}; look for a missing quotation mark, bracket or comma here or above")
        )
    number = text.count("\n", 0, place) + 1
    start = text.rfind("\n", 0, place) + 1
    return Problem(f"{file}, line {number}", f"{said}: {_shown(lines[number - 1], place - start)}")


_Place = tuple[int, str] | None


class _Found:
    """What stands before the place at which a reader stopped, and what stands there.

    Each method looks for one mistake, and returns its place and what is said; None where it is another.
    """

    def __init__(self, text: str, at: int) -> None:
        self.text = text
        self.at = at
        self.rest = text[at:]
        self.tokens: list[tuple[int, str]] = []
        """What was read, piece by piece, with its place; remarks are left out."""
        self.open: list[int] = []
        """Places of brackets and braces that are not closed yet, the outermost first."""
        self.text_at: int | None = None
        """Where the text begins in which the reader stopped."""
        for found in _TOKEN.finditer(text):
            token, place = found[0], found.start()
            if place >= at:
                break
            if token in ('"', "'", '"""') or (token[0] in "\"'" and found.end() > at):
                self.text_at = place
                break
            if token[0] == "#":
                continue
            if token in ("[", "{"):
                self.open.append(place)
            elif token in ("]", "}") and self.open:
                self.open.pop()
            self.tokens.append((place, token))

    @property
    def inside(self) -> str:
        """The bracket or brace within which the reader stopped; empty outside of all."""
        return self.text[self.open[-1]] if self.open else ""

    @property
    def last(self) -> str:
        """The last piece that was read; empty where none was."""
        return self.tokens[-1][1] if self.tokens else ""

    def twice(self) -> tuple[int, str]:
        """What is there already."""
        line_at = self.text.rfind("\n", 0, max(self.at - 1, 0)) + 1
        head = _HEAD.match(self.text[line_at:].lstrip())
        if head and "." not in head[2]:
            name = head[2]
            single = re.search(rf"^[ \t]*\[\s*{re.escape(name)}\s*\]", self.text, re.MULTILINE)
            place = single.start() if single else line_at
            return place, f"write [[{name}]], with two brackets on each side, here and before each {name}"
        if head:
            return line_at, f"'{head[2]}' stands twice; take one out"
        equals = [number for number, (_, token) in enumerate(self.tokens) if token == "="]
        place, key = self.tokens[equals[-1] - 1] if equals and equals[-1] else (line_at, "this")
        new = "" if self.open else ", or, where another question begins, write [[question]] above it"
        return place, f"'{key}' stands twice; take one out{new}"

    def open_text(self) -> _Place:
        """A text that does not end where it should, or that has a backslash in it."""
        if self.text_at is None:
            return None
        said = self.text[self.text_at : self.at]
        if "\\" in said and not self.rest.startswith("\n"):
            return self.text_at, "a \\ in a text is written \\\\; write it so, or leave it out"
        if curly := next((sign for sign in said if sign in "“”„"), ""):
            mark = f"begins with a straight quotation mark and has a curly one, {curly}; "
            return self.text_at, f'this text {mark}end it with a straight one, "'
        return self.text_at, 'this text does not end on its line; put a " at its end, and keep it on one line'

    def odd_sign(self) -> _Place:
        """A sign that only looks like the right one."""
        sign = self.rest[:1]
        if sign and sign in _CURLY:
            return self.at, f'{sign} is a curly quotation mark; type straight ones, like ", around the text'
        if sign and sign in _UNSEEN:
            return self.at, "a space here is no common one; delete it and type it anew"
        return None

    def open_list(self) -> _Place:
        """A list that is not ended before something else begins."""
        line_at = self.text.rfind("\n", 0, self.at) + 1
        above = [place for place in self.open if place < line_at or not self.rest.strip()]
        row = self.text[line_at:].lstrip()
        begins = not self.rest.strip() or _PAIR.match(row) or _HEAD.match(row)
        if not above or not begins or self.text[above[-1]] != "[":
            return None
        line = self.text.count("\n", 0, self.at) + 1
        where = f"before line {line}" if self.rest.strip() else "at its end"
        return above[-1], f"the list that begins here is not ended; put a ] {where}"

    def open_braces(self) -> _Place:
        """What stands in braces, and goes on over the end of the line or ends in a comma."""
        if self.inside != "{":
            return None
        if self.rest.startswith("\n") or not self.rest:
            return self.at, "a { has to be followed by its } on the same line; join the lines, or add the }"
        if self.last == "," and self.rest.startswith("}"):
            return self.at, "a comma stands before }; take it out"
        return None

    def head(self) -> _Place:
        """A head such as [[question]] or [question.feedback] with a bracket too few or too many."""
        line_at = self.text.rfind("\n", 0, self.at) + 1
        head = _UNSURE_HEAD.match(self.text[line_at:].lstrip())
        if not head or len(head[1]) == len(head[3]) or any(place < line_at for place in self.open):
            return None
        if "." in head[2]:  # of one record, not one of many
            return line_at, f"write [{head[2]}], with one bracket on each side"
        return line_at, f"write [[{head[2]}]], with two brackets on each side"

    def missing_equals(self) -> _Place:
        """A name without = after it."""
        before = self.tokens[-2][1] if len(self.tokens) > 1 else ""
        if self.inside == "[" or before == "=" or not re.fullmatch(r"[\w.-]+", self.last):
            return None
        if self.rest.startswith(":"):
            return self.at, f"write = in place of : after '{self.last}'"
        if self.rest[:1] in "\"'[{":
            return self.at, f"= is missing after '{self.last}'"
        return self.tokens[-1][0], "a line begins with a name and =, as in level = 1; a remark begins with #"

    def value(self) -> _Place:
        """A value that is none."""
        listed = self.inside == "[" and self.last in ("[", ",")
        followed = self.last[:1].isdigit() and self.rest[:1].isalnum()
        if self.last != "=" and not listed and not followed:
            return None
        word = _WORD.match(self.rest)
        if not word:
            said = "a value is missing here; write it"
        elif truth := _TRUTHS.get(word[0].casefold()):
            said = f"write {truth}, in small letters and without quotation marks, in place of {word[0]}"
        else:
            said = 'a text has to stand between straight quotation marks; put " before it and after it'
        return (self.at if word else self.tokens[-1][0]), said

    def missing_comma(self) -> _Place:
        """Two things in a list or in braces with no comma between them."""
        listed = self.inside == "[" and self.rest[:1] in "\"'{["
        if listed or (self.inside == "{" and _PAIR.match(self.rest)):
            place, token = self.tokens[-1]
            end = place + len(token) - 1
            return end, f"a comma is missing after {_short(token)}"
        return None

    def quotation(self) -> _Place:
        """A quotation mark within a text, which ends it, or a missing one further ahead."""
        if self.last[:1] not in ('"', "'") or self.rest[:1] in ";.,":
            return None
        if not self.open and _PAIR.match(self.rest):
            return self.at, "two things stand on one line; begin a new line here"
        inner = "for a quotation mark within a text write “ and ”"
        return self.at, f'here the text has ended already; {inner}, or look for a missing " before'

    def too_much(self) -> _Place:
        """A sign after a value is whole."""
        sign = self.rest[:1]
        if sign == "," and self.last[:1].isdigit() and self.rest[1:2].isdigit():
            return self.at, "write a number with a point, as in 1.5, and with nothing between thousands"
        if sign and sign in "]};.,":
            return self.at, f"{sign} is too much here; take it out"
        return None


def _short(token: str) -> str:
    return token if len(token) <= 20 else f"{token[:8]}…{token[-8:]}"


def _shown(line: str, column: int) -> str:
    """Return a line, or what stands around the column of a long one."""
    if len(line.strip()) <= _SHOWN:
        return line.strip()
    start = max(0, min(column - _SHOWN // 2, len(line) - _SHOWN))
    shown = line[start : start + _SHOWN].strip()
    return f"{'…' if start else ''}{shown}{'…' if start + _SHOWN < len(line.rstrip()) else ''}"
