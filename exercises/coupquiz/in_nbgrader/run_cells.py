"""Runs cells in a process of its own and writes, as a line of JSON for each, what came of it.

It is a program, not a module: it reads the cells from its input. It holds no key, and whatever code in it
does, it can only say what comes of this one submission.
"""

from __future__ import annotations

import ast
import json
import os
import sys
from numbers import Real
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

LONGEST = 10_000
"""The most characters of what a cell says."""

NOBODY = 65534
"""The user that root becomes in the sandbox."""

_LIMITS = {"RLIMIT_AS": 4_000_000_000, "RLIMIT_FSIZE": 50_000_000, "RLIMIT_NPROC": 64}


class _KeptResult(DisplayHook):
    """Keeps the value that a cell ends with, and shows it nowhere."""

    def __call__(self, result: object = None) -> None:
        if result is not None and self.exec_result is not None:
            self.exec_result.result = result


def main() -> None:
    """Run every cell, also after one that failed."""
    cells = json.load(sys.stdin)
    results = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    _limit()
    sys.path.insert(0, "")  # modules beside the notebook, as in Jupyter
    no_history = Config(HistoryManager={"enabled": False})  # which takes a thread
    shell = InteractiveShell.instance(config=no_history, colors="NoColor", displayhook_class=_KeptResult)
    for name in ("showtraceback", "showsyntaxerror"):
        setattr(shell, name, lambda *_, **__: None)
    for source, is_test in cells:
        with capture_output(display=False) as said:
            run = _run_test if is_test and _is_python(source) else _run_cell
            error, value = run(source, shell)
        result = {
            "failed": "" if error is None else type(error).__name__,
            "why": "" if error is None else str(error)[:LONGEST],
            "said": said.stdout[:LONGEST],
            "number": _number(value),
        }
        print(json.dumps(result), file=results, flush=True)


def _limit() -> None:
    """Limit memory, files and processes; root is held by no limit of processes, so it becomes nobody."""
    import resource  # which Windows does not have

    for name, most in _LIMITS.items():
        resource.setrlimit(getattr(resource, name), (most, most))
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def _run_cell(source: str, shell: InteractiveShell) -> tuple[BaseException | None, Any]:
    """Run a cell as Jupyter does, with magics and all that code before it has changed in the shell."""
    ended = shell.run_cell(source)
    return ended.error_before_exec or ended.error_in_exec, ended.result


def _run_test(
    source: str, shell: InteractiveShell, run: Any = exec, value_of: Any = eval, read: Any = compile
) -> tuple[BaseException | None, Any]:
    """Run a test as it stands, by what was there before any code of a student's."""
    tree = ast.parse(source)
    last = ast.Expression(tree.body.pop().value) if isinstance(tree.body[-1], ast.Expr) else None  # type: ignore[attr-defined]
    try:
        run(read(tree, "<test>", "exec"), shell.user_ns)
        return None, value_of(read(last, "<test>", "eval"), shell.user_ns) if last else None
    except BaseException as error:  # a test that ends the program has failed, too
        return error, None


def _is_python(source: str) -> bool:
    """Return whether a cell is not empty and has no magic."""
    try:
        return bool(ast.parse(source).body)
    except SyntaxError:
        return False


def _number(value: object) -> float | None:
    """Return what a test says its cell is worth; None for nothing and for True, which say that all is well.

    nbgrader takes numbers of numpy, False and texts for full marks; here a number is one, and False is 0.
    """
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, bool):
        return None if value else 0.0
    return float(value) if isinstance(value, Real) else None


if __name__ == "__main__":
    main()
