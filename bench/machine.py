"""Where the times were taken, in a sentence."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import version

from tests.browser import chromium

_PROGRAMS = {
    "jupyterlab": "JupyterLab",
    "ipywidgets": "ipywidgets",
    "plotly": "Plotly",
    "nbgrader": "nbgrader",
    "voila": "Voila",
}


def machine() -> str:
    """Return the machine and the versions of what was measured."""
    programs = [f"{name} {version(package)}" for package, name in _PROGRAMS.items()]
    python = f"Python {platform.python_version()}"
    system = f"{platform.system()} on {platform.machine()} with {os.cpu_count()} cores"
    return f"Taken in one run: {system}; {', '.join([python, *programs])}, {_chromium()}."


def _chromium() -> str:
    """Return the browser's name and version; it puts more words after the number."""
    said = subprocess.run(
        [str(chromium.find()), "--version"], check=True, capture_output=True, text=True
    ).stdout
    return " ".join(said.split()[:2])
