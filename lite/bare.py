"""A JupyterLite site with nothing of ours, to measure against: ipywidgets, and a FigureWidget of Plotly.

It is what JupyterLite makes of these packages and the same Pyodide, with a list by which a kernel fetches all
at once.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

from lite import build, downloads, packages

WHEELS = build.LITE / "bare_wheels.txt"

FRONT_ENDS = ("anywidget", "jupyterlab_widgets", "plotly")

AT_START = ("comm", "ipykernel", "ipython", "jedi", "micropip", "piplite", "pyodide-kernel")
"""What JupyterLite's kernel loads as it starts."""

WIDGETS = ("anywidget", "ipywidgets", "nbformat", "plotly")

NOTEBOOK = "bare.ipynb"

CELLS = (
    "import plotly.graph_objects as go\n\ngo.FigureWidget(go.Scatter(x=[1, 2, 3], y=[2, 1, 3]))",
    'import ipywidgets\n\nipywidgets.RadioButtons(options=["one", "two", "three"])',
)


def build_bare_site(place: Path) -> None:
    """Build that site into a folder that is not there yet."""
    pyodide = downloads.pyodide()
    wheels = [*downloads.wheels().glob("*.whl"), *downloads.wheels(WHEELS).glob("*.whl")]
    with tempfile.TemporaryDirectory(dir=downloads.CACHE) as folder:
        work = Path(folder)
        (work / build.SETTINGS).write_text(json.dumps(_settings()), encoding="utf-8")
        site = build.build_pages(work, [wheel for wheel in wheels if build.is_of(wheel, FRONT_ENDS)])
        kernel = (site / build.KERNEL_WHEELS).glob("*.whl")
        chosen = packages.needed((*AT_START, *WIDGETS), [*kernel, *wheels], never=packages.SCRIPTS_ALONE)
        home = build.add_pyodide(site, pyodide)
        listing = home / build.LISTING
        lock = json.loads(listing.read_text(encoding="utf-8"))
        lock["packages"] = {wheel.name: _listed(wheel) for wheel in chosen}
        listing.write_text(json.dumps(lock), encoding="utf-8")
        for wheel in chosen:
            shutil.copy(wheel.path, home)
        (work / NOTEBOOK).write_text(json.dumps(_notebook()), encoding="utf-8")
        build.add_notebooks(site, [work / NOTEBOOK])
        shutil.copytree(site, place)


def _settings() -> dict[str, object]:
    kernel = {
        "disablePyPIFallback": True,
        "pyodideUrl": "./static/pyodide/pyodide.mjs",
        "loadPyodideOptions": {"packages": [*AT_START, *WIDGETS]},
    }
    return {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "contentsAllJsonFile": "all.json",
            "litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": kernel},
        },
    }


def _listed(wheel: packages.Wheel) -> dict[str, object]:
    """Return what Pyodide's list of packages says of a wheel that lies beside it."""
    return {
        "name": wheel.name,
        "version": wheel.version,
        "file_name": wheel.path.name,
        "sha256": hashlib.sha256(wheel.path.read_bytes()).hexdigest(),
        "depends": sorted(wheel.requires),
        "imports": [],
        "install_dir": "site",
        "package_type": "package",
        "unvendored_tests": False,
    }


def _notebook() -> dict[str, object]:
    cells: list[dict[str, object]] = [
        {
            "cell_type": "code",
            "id": f"cell-{number}",
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": source,
        }
        for number, source in enumerate(CELLS)
    ]
    kernel = {"kernelspec": {"name": "python", "display_name": "Python (Pyodide)", "language": "python"}}
    return {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
