"""Answers written into a cell of the notebook, `answers = {...}`: read, never run."""

from __future__ import annotations

import ast
import json
import re
from collections import deque
from collections.abc import Container, Iterator
from contextlib import suppress
from typing import Any

from coupdata.i18n import _
from coupquiz.answers.file_format import can_be_kept
from coupquiz.core.behaviour import Attempt

LONGEST = 100_000
"""The most characters that the literal may have."""

_DEEPEST = 8  # brackets, one in another
_MOST = 100  # assignments that are looked at, the last ones

_LITERAL = re.compile(
    r"^[ \t]*(?:(?P<name>\w+)[ \t]*(?::[^=\n]+)?=[ \t]*)?\(?(?=\{)(?!\{\s*\})", re.MULTILINE
)  # not of nothing
_NAMED = "answers"
_ABOUT = re.compile(r"^[ \t]*((?:answers\b|quiz[ \t]*\.[ \t]*answers)[^\n]*)", re.MULTILINE | re.IGNORECASE)
_EMPTY = re.compile(r"answers\s*=\s*(\{\s*\}|None|\[\s*\])?\s*(#.*)?|answers\s*==.*", re.IGNORECASE)

_TOKEN = re.compile(
    r"""
    (?P<open>[{\[(]) | (?P<close>[}\])]) | [\s,:]+ | \#[^\n]*
    | [rRuU]?(?:'''(?:[^'\\]|\\.|'(?!''))*''' | \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\")
    | [rRuU]?(?:'(?!'')(?:[^'\\\n]|\\.)*' | "(?!"")(?:[^"\\\n]|\\.)*")
    | -?[0-9.][0-9._]*(?:[eE][+-]?[0-9_]+)?
    | (?:None|True|False)\b
    """,
    re.VERBOSE | re.DOTALL,
)
"""What a literal is made of: no name, no operator, nothing that could be called."""


class CellError(ValueError):
    """A cell whose answers cannot be read; its text says why."""


def answers_in_cells(notebook: Any, known: Container[str] = ()) -> dict[str, Any]:
    """Return the answers that a notebook's cells hold, by question; empty where there are none.

    They are a dictionary called ``answers``, wherever it stands; or one of another name or of none, if all
    that it names are questions. Where several cells hold answers, the last that is not empty counts.

    Args:
        notebook: The values in an ``.ipynb`` file.
        known: The ids of the questions.

    Raises:
        CellError: There are answers, and they cannot be read.
    """
    literals = ((source, found) for source in _code(notebook) for found in _LITERAL.finditer(source))
    for source, found in reversed(deque(literals, _MOST)):
        if found["name"] == _NAMED:
            if answers := _value(_literal(source, found.end())):
                return answers
            continue
        with suppress(CellError):
            answers = _value(_literal(source, found.end()))
            if answers and all(id in known for id in answers):
                return answers
    return {}


def not_recognised(notebook: Any) -> str:
    """Return the last line that may be meant as answers, and is no literal; empty where there is none."""
    lines = (line.strip() for source in _code(notebook) for line in _ABOUT.findall(source))
    return next((line for line in reversed(deque(lines, _MOST)) if not _EMPTY.fullmatch(line)), "")


def was_run(notebook: Any) -> bool:
    """Whether the cells of a notebook have been run, as far as it says."""
    return any(cell.get("execution_count") or cell.get("outputs") for cell in _code_cells(notebook))


def _code(notebook: Any) -> Iterator[str]:
    """Yield the source of every code cell."""
    for cell in _code_cells(notebook):
        source = cell.get("source")
        if isinstance(source, list):
            source = "".join(line for line in source if isinstance(line, str))
        if isinstance(source, str):
            yield source


def _code_cells(notebook: Any) -> Iterator[dict[str, Any]]:
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    for cell in cells if isinstance(cells, list) else ():
        if isinstance(cell, dict) and cell.get("cell_type") == "code":
            yield cell


def _literal(source: str, start: int) -> str:
    """Return the literal that begins there, up to where its brackets close."""
    depth, place = 0, start
    while token := _TOKEN.match(source, place, start + LONGEST):
        place = token.end()
        depth += bool(token["open"]) - bool(token["close"])
        if depth > _DEEPEST:
            raise CellError(_("it is nested too deeply"))
        if depth == 0:
            return source[start:place]
    if place >= start + LONGEST:
        raise CellError(_("it is longer than {n:,} characters").format(n=LONGEST))
    line = source.count("\n", 0, place) + 1
    said = _("it may contain only texts, numbers, lists and braces, and line {line} has something else")
    raise CellError(said.format(line=line))


def _value(literal: str) -> dict[str, Any]:
    try:
        tree = ast.parse(literal, mode="eval").body
        value = ast.literal_eval(tree)
    except (SyntaxError, ValueError, TypeError, MemoryError, RecursionError) as error:
        raise CellError(_("it is not Python ({error})").format(error=error)) from None
    if not isinstance(tree, ast.Dict):
        raise CellError(_("it names no questions; write {'question': 'answer'}"))
    if len(value) < len(tree.keys):
        raise CellError(_("a question appears in it twice"))
    if not all(isinstance(id, str) and can_be_kept(Attempt(answer)) for id, answer in value.items()):
        raise CellError(_("something in it cannot be an answer"))
    plain: dict[str, Any] = json.loads(json.dumps(value))  # lists in place of tuples
    return plain
