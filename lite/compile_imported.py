"""Compile what the lesson imports, with the Pyodide that will run it, so that no page has to at every start.

What is compiled takes the place of its source. The rest stays source, which is half as long to fetch.
Expects the folders /packages and /library, and the lesson in /notebooks; see compile.mjs.
"""

import contextlib
import importlib
import json
import py_compile
import sys
from pathlib import Path

PLACES = {"/packages/": "/lib/python3.14/site-packages/", "/lib/python314.zip/": "/lib/python314.zip/"}
"""Where modules are found here, and where they are in a page."""

FOLDERS = {"/packages/": Path("/packages"), "/lib/python314.zip/": Path("/library")}

AT_START = ("piplite.piplite", "pyodide_kernel")
"""What JupyterLite's kernel imports before the first cell runs."""


def import_all() -> None:
    """Import what a kernel and the notebooks do, by running them; what they show is seen by nobody."""
    sys.dont_write_bytecode = True
    sys.path.insert(0, "/packages")
    for name in AT_START:
        importlib.import_module(name)
    kernel = sys.modules["pyodide_kernel"].kernel_instance
    kernel.interpreter.send_comm = lambda *_: None
    for notebook in sorted(Path("/notebooks").glob("0*.ipynb")):
        names: dict[str, object] = {}
        for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                with contextlib.suppress(Exception):  # some wait for a learner, or for pandas
                    exec("".join(cell["source"]), names)
    sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__


def compile_imported() -> None:
    """Compile the modules that are imported now."""
    files = sorted({str(getattr(module, "__file__", "")) for module in sys.modules.values()})
    for file in files:
        for found, place in PLACES.items():
            source = FOLDERS[found] / file.removeprefix(found)
            if file.startswith(found) and source.suffix == ".py" and source.is_file():
                py_compile.compile(
                    str(source),
                    cfile=str(source.with_suffix(".pyc")),
                    dfile=place + file.removeprefix(found),
                    doraise=True,
                    invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
                )
                source.unlink()


import_all()
compile_imported()
