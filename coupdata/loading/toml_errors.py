"""Says which mistake makes a text no TOML, in the words of somebody who has never heard of TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from tomllib import TOMLDecodeError

from coupdata.i18n import _
from coupdata.problems.problem import Problem

_SHOWN = 60  # characters of a line that is quoted
_MOST = 30  # mistakes that are looked for

_TOKEN = re.compile(
    r'''"""(?:\\.|[^\\])*?"""|"""|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#[^\n]*|[\w.+-]+|\S''', re.DOTALL
)
_WHERE = re.compile(r"line (\d+), column (\d+)")
_HEAD = re.compile(r"(\[+)\s*([\w.-]+)\s*(\]+)")
_UNSURE_HEAD = re.compile(r"(\[+)\s*([\w.-]+)\s*(\]*)\s*(?:#|$)", re.MULTILINE)
_HEADING = re.compile(r"\[+\s*[A-Za-z_][\w.-]*\s*\]*\s*(?:#|$)")
_BEGINS = re.compile(rf"[A-Za-z_][\w.-]*\s*[=:]|{_HEADING.pattern}")  # a field, a heading
_PAIR = re.compile(r"[\w-]+\s*=")
_WORD = re.compile(r"[^\s,\"'\[\]{}#]+")
_CURLY = tuple("“”„‟‘’‚«»")
_UNSEEN = ("\u00a0", "\u200b", "\u2009", "\u202f", "\ufeff", "\u2028")
_TWICE = ("overwrite", "twice", "Duplicate", "mutate")
_TRUTHS = {"true": "true", "yes": "true", "false": "false", "no": "false"}


def toml_problems(file: str, text: str, error: TOMLDecodeError) -> list[Problem]:
    """Return what is wrong with the text of a file, of which Python's reader of TOML says this.

    That reader stops at the first mistake. What is wrong is then taken out, as far as it reaches, and the
    rest is read again: what is told after the first mistake stands in other fields or records.
    """
    text = text.replace("\r\n", "\n")
    problems: dict[int, Problem] = {}
    stopped: TOMLDecodeError | None = error
    for _try in range(_MOST):
        if stopped is None:
            break
        at, place, problem = _problem(file, text, stopped)
        problems.setdefault(text.count("\n", 0, place), problem)
        text = _without(text, place, at)
        stopped = _error(text)
    return [problems[line] for line in sorted(problems)]


def _error(text: str) -> TOMLDecodeError | None:
    try:
        tomllib.loads(text)
    except TOMLDecodeError as error:
        return error
    except (RecursionError, ValueError):
        return None
    return None


def _without(text: str, place: int, at: int) -> str:
    """Return a text of as many lines without the field or the heading in which something is wrong.

    Args:
        text: What could not be read.
        place: Where the mistake is.
        at: Where the reader stopped, there or in something that follows.
    """
    lines = text.split("\n")
    first, last = (text.count("\n", 0, index) for index in sorted((place, at)))
    last = min(last, len(lines) - 1)
    while first and not _BEGINS.match(lines[first]):
        first -= 1
    end = last + 1
    if last > first and _BEGINS.match(lines[last]):  # it is well, and only came too early
        end = last
    while end < len(lines) and not _BEGINS.match(lines[end]):
        end += 1
    for number in range(first, end):
        # A heading stays one, under a name of its own: what follows belongs to no other record.
        lines[number] = f"[mistake-{number}]" if _HEADING.match(lines[number]) else ""
    return "\n".join(lines)


def _problem(file: str, text: str, error: TOMLDecodeError) -> tuple[int, int, Problem]:
    """Return where a reader stopped, where the mistake is, and what is said of it."""
    lines = text.split("\n")
    what, _at, where = str(error).removesuffix(")").rpartition(" (at ")
    at = len(text)
    if stopped := _WHERE.fullmatch(where):
        line, column = map(int, stopped.groups())
        at = sum(len(row) + 1 for row in lines[: line - 1]) + column - 1
    read = _Read(text, at)
    place, said = _twice(read) if any(word in what for word in _TWICE) else next(_mistakes(read, what))
    number = text.count("\n", 0, place) + 1
    start = text.rfind("\n", 0, place) + 1
    shown = _shown(lines[number - 1], place - start)
    return at, place, Problem(f"{file}, line {number}", f"{said}: {shown}")


class _Read:
    """What stands before the place at which a reader stopped."""

    def __init__(self, text: str, at: int) -> None:
        self.text = text
        self.at = at
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


def _mistakes(read: _Read, what: str) -> Iterator[tuple[int, str]]:
    """Yield what may be wrong, the likeliest first: its place, and what is said."""
    text, at, rest, tokens = read.text, read.at, read.text[read.at :], read.tokens
    inside = text[read.open[-1]] if read.open else ""  # the bracket or brace within which the reader stopped
    last_at, last = tokens[-1] if tokens else (at, "")
    line_at = text.rfind("\n", 0, at) + 1
    row = text[line_at:].lstrip()

    if rest and not rest[0].isprintable() and rest[0] not in "\n\t" and rest[0] not in _UNSEEN:
        said = _("there is a sign here that cannot be seen; delete it")
        if rest[0] == "\v":
            said = _("there is a vertical tab here, as Word writes for a new line (Shift+Enter); delete it")
        yield at, said

    if read.text_at is not None:  # in a text
        said = text[read.text_at : at]
        if "\\" in said and not rest.startswith("\n"):
            yield read.text_at, _("a \\ in a text is written \\\\; write it like that, or leave it out")
        if curly := next((sign for sign in said if sign in "“”„"), ""):
            mark = _("this text begins with a straight quotation mark and contains a curly one, {curly}")
            mend = _('end it with a straight one, "')
            yield read.text_at, f"{mark.format(curly=curly)}; {mend}"
        yield (
            read.text_at,
            _('this text does not end on its line; put a " at its end, and keep it on one line'),
        )

    if rest.startswith(_CURLY):
        said = _('{sign} is a curly quotation mark; type straight ones, like ", around the text')
        yield at, said.format(sign=rest[0])
    if rest.startswith(_UNSEEN):
        yield at, _("this is not an ordinary space; delete it and type it again")

    above = [place for place in read.open if place < line_at or not rest.strip()]
    begins = not rest.strip() or _PAIR.match(row) or _HEAD.match(row)
    if above and begins and text[above[-1]] == "[":
        said = _("the list that begins here is not closed; put a ] at its end")
        if rest.strip():
            said = _("the list that begins here is not closed; put a ] before line {line}")
        yield above[-1], said.format(line=text.count("\n", 0, at) + 1)

    if inside == "{" and (rest.startswith("\n") or not rest):
        yield at, _("a { needs its } on the same line; join the lines, or add the }")
    if inside == "{" and last == "," and rest.startswith("}"):
        yield at, _("there is a comma before }; remove it")

    head = _UNSURE_HEAD.match(row)  # [[question]] or [question.feedback], with a bracket too few or too many
    if head and len(head[1]) != len(head[3]) and all(place >= line_at for place in read.open):
        said = _("write [[{name}]], with two brackets on each side")
        if "." in head[2]:  # of one record, not one of many
            said = _("write [{name}], with one bracket on each side")
        yield line_at, said.format(name=head[2])

    is_value = len(tokens) > 1 and tokens[-2][1] == "="
    if inside != "[" and not is_value and re.fullmatch(r"[\w.-]+", last):  # a name
        if rest.startswith(":"):
            yield at, _("write = instead of : after '{name}'").format(name=last)
        if rest[:1] in "\"'[{":
            yield at, _("= is missing after '{name}'").format(name=last)
        yield last_at, _("a line begins with a name and =, as in level = 1; a comment begins with #")

    if last == "=" or (inside == "[" and last in ("[", ",")) or (last[:1].isdigit() and rest[:1].isalnum()):
        word = _WORD.match(rest)
        if not word:
            yield last_at, _("a value is missing here; write it")
        elif truth := _TRUTHS.get(word[0].casefold()):
            said = _("write {truth}, in small letters and without quotation marks, instead of {word}")
            yield at, said.format(truth=truth, word=word[0])
        yield at, _('text goes between straight quotation marks; put " before it and after it')

    if (inside == "[" and rest[:1] in "\"'{[") or (inside == "{" and _PAIR.match(rest)):
        yield last_at + len(last) - 1, _("a comma is missing after {piece}").format(piece=_short(last))

    if last[:1] in ('"', "'") and rest[:1] not in ";.,":
        if not read.open and _PAIR.match(rest):
            yield at, _("there are two things on one line; begin a new line here")
        inner = _('for quotation marks inside a text, write “ and ”, or look for a missing " before')
        yield at, _("the text has already ended here; {mend}").format(mend=inner)

    if rest.startswith(",") and last[:1].isdigit() and rest[1:2].isdigit():
        yield at, _("write a number with a point, as in 1.5, and with nothing between the thousands")
    if rest.startswith(("]", "}", ";", ".", ",")):
        yield at, _("there is one {sign} too many here; remove it").format(sign=rest[0])
    said = _("not TOML: {what}; look for a missing quotation mark, bracket or comma here or above")
    yield at, said.format(what=what)


def _twice(read: _Read) -> tuple[int, str]:
    """Return the place of something that is there already, and what is said."""
    line_at = read.text.rfind("\n", 0, max(read.at - 1, 0)) + 1
    row = read.text[line_at:].lstrip()
    head = _HEAD.match(row) or _UNSURE_HEAD.match(row)
    if head and "." not in head[2]:
        name = head[2]
        single = re.search(rf"^[ \t]*\[\s*{re.escape(name)}\s*\]", read.text, re.MULTILINE)
        said = _("write [[{name}]], with two brackets on each side, here and before each {name}")
        return (single.start() if single else line_at), said.format(name=name)
    if head:
        return line_at, _("'{name}' appears twice; remove one").format(name=head[2])
    equals = [number for number, (_at, token) in enumerate(read.tokens) if token == "="]
    place, key = read.tokens[equals[-1] - 1] if equals and equals[-1] else (line_at, "this")
    said = _("'{name}' appears twice; remove one")
    if not read.open:
        said += _(", or, where another question begins, write [[question]] above it")
    return place, said.format(name=key)


def _short(token: str) -> str:
    return token if len(token) <= 20 else f"{token[:8]}…{token[-8:]}"


def _shown(line: str, column: int) -> str:
    """Return a line, or what stands around the column of a long one."""
    line = re.sub(r"[\x00-\x1f\x7f]", " ", line)
    if len(line.strip()) <= _SHOWN:
        return line.strip()
    start = max(0, min(column - _SHOWN // 2, len(line) - _SHOWN))
    shown = line[start : start + _SHOWN].strip()
    return f"{'…' if start else ''}{shown}{'…' if start + _SHOWN < len(line.rstrip()) else ''}"
