"""The numbers by which a class speaks of questions: 1.1, 1.2, ...; they follow from the order on the page."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

from coupquiz.files import disk

_LIMIT = 20_000_000  # bytes of a notebook
_ASK = ("ask", "check_value")
_OF_NOTEBOOK = re.compile(r"0*(\d{1,2})(?!\d)")


def numbers_in(notebook: Path) -> dict[str, str]:
    """Return the numbers of the questions that a notebook asks, by their ids.

    The second part counts the questions in the order of the cells. The first is the notebook's own number, of
    which `01_reading.ipynb` has one; where there is none, it is left out.

    Args:
        notebook: The file as it was last saved; where it cannot be read, no question has a number.
    """
    own = _OF_NOTEBOOK.match(notebook.name)
    before = f"{own[1]}." if own else ""
    asked = dict.fromkeys(id for code in _code(notebook) for id in _asked(code))
    return {id: f"{before}{number}" for number, id in enumerate(asked, 1)}


def _code(notebook: Path) -> Iterator[str]:
    """Yield the source of every code cell."""
    try:
        cells = json.loads(disk.read(notebook, _LIMIT) or b"{}").get("cells", ())
        yield from ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return


def _asked(code: str) -> Iterator[str]:
    """Yield the ids in calls like `quiz.ask("one", "another")`, in their order; nothing is run."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # a line for the shell, or half a line
        return
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    asking = [node for node in calls if isinstance(node.func, ast.Attribute) and node.func.attr in _ASK]
    for call in sorted(asking, key=lambda call: (call.lineno, call.col_offset)):
        for given in call.args:
            if isinstance(given, ast.Constant) and isinstance(given.value, str):
                yield given.value
