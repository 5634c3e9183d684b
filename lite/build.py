"""Build the site: the lesson's notebooks with a Python that runs in the browser, for any static host.

JupyterLite gives the pages, Pyodide the Python, the wheels of wheels.txt and our own the packages.
`nox -s site` runs this in an environment that holds requirements.txt alone; the result is in _site/.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from lite import downloads, packages

LITE = Path(__file__).parent
ROOT = LITE.parent
SITE = ROOT / "_site"
STAMP = SITE / "inputs.sha256"

FRONT_ENDS = ("anywidget", "jupyterlab_widgets", "plotly")
"""The wheels that bring JavaScript for the pages."""

PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
"""The files of the npm package `pyodide` that a page loads."""


def main() -> None:
    """Build _site/, unless nothing has changed since it was built."""
    if is_fresh():
        print("_site/ is up to date.")
        return
    inputs = digest_of_inputs()
    pyodide, wheelhouse = downloads.pyodide(), downloads.wheels()
    with tempfile.TemporaryDirectory(dir=downloads.CACHE) as folder:
        work = Path(folder)
        site = build_pages(work, wheelhouse)
        run("hatchling", "build", "-t", "wheel", "-d", str(work), cwd=ROOT)
        add_python(site, pyodide, [*wheelhouse.glob("*.whl"), *work.glob("*.whl")])
        add_notebooks(site)
        (site / STAMP.name).write_text(inputs, encoding="utf-8")
        shutil.rmtree(SITE, ignore_errors=True)
        site.rename(SITE)
    print("_site/ is built. To see it: python -m http.server --directory _site")


def is_fresh() -> bool:
    """Return whether _site/ is there and made of what the tree now holds."""
    return STAMP.is_file() and STAMP.read_text(encoding="utf-8") == digest_of_inputs()


def digest_of_inputs() -> str:
    """Return a digest of all files that the site is made of."""
    folders = [LITE, *(ROOT / name for name in ("coupdata", "exercises/coupquiz", "notebooks"))]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    left_out = {".cache", ".ipynb_checkpoints", "__pycache__"}
    digest = hashlib.sha256()
    for path in sorted([ROOT / "pyproject.toml", *files]):
        if not left_out.intersection(path.relative_to(ROOT).parts):
            digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def build_pages(work: Path, wheelhouse: Path) -> Path:
    """Build JupyterLite's pages, with the widgets' front ends, and return their folder."""
    site = work / "site"
    for name in ("jupyter-lite.json", "jupyter_lite_config.json"):
        shutil.copy(LITE / name, work)
    wheels = [wheel for name in FRONT_ENDS for wheel in wheelhouse.glob(f"{name}-*.whl")]
    options = [f"--LiteBuildConfig.federated_extensions={wheel}" for wheel in wheels]
    run("jupyterlite_core", "build", f"--lite-dir={work}", f"--output-dir={site}", *options, cwd=work)
    # The pages ask for these while a kernel works, but JupyterLite takes them from Jupyter Server.
    icons = site / "static" / "favicons"
    icons.mkdir(parents=True)
    for name in ("favicon-notebook.ico", "favicon-busy-1.ico"):
        shutil.copy(site / "notebooks" / "favicon.ico", icons / name)
    return site


def add_python(site: Path, pyodide: Path, wheels: Iterable[Path]) -> None:
    """Put Pyodide into the site, and those of the wheels that a kernel needs."""
    home = site / "static" / "pyodide"
    home.mkdir()
    with tarfile.open(pyodide) as archive:
        for name in PYODIDE:
            source = archive.extractfile(f"package/{name}")
            assert source, f"{name} is not a file"
            (home / name).write_bytes(source.read())
    kernel = site / "extensions/@jupyterlite/pyodide-kernel-extension/static/pypi"
    chosen = packages.needed(names_at_start(), among=[*kernel.glob("*.whl"), *wheels])
    for wheel in chosen:
        shutil.copy(wheel.path, home)
    # Pyodide's list names packages on its project's server: ours replace them all.
    listing = home / "pyodide-lock.json"
    lock = json.loads(listing.read_text(encoding="utf-8"))
    lock["packages"] = {wheel.name: wheel.entry() for wheel in chosen}
    listing.write_text(json.dumps(lock), encoding="utf-8")


def names_at_start() -> list[str]:
    """Return the packages that a kernel loads as it starts, as the pages are told."""
    config = json.loads((LITE / "jupyter-lite.json").read_text(encoding="utf-8"))
    plugins = config["jupyter-config-data"]["litePluginSettings"]
    names = plugins["@jupyterlite/pyodide-kernel-extension:kernel"]["loadPyodideOptions"]["packages"]
    return [str(name) for name in names]


def add_notebooks(site: Path) -> None:
    """Put the notebooks into the site, and the listing that the pages find them by."""
    files, listing = site / "files", site / "api" / "contents" / "all.json"
    files.mkdir()
    listing.parent.mkdir(parents=True)
    now = datetime.now(UTC).isoformat()
    entries = []
    for notebook in sorted((ROOT / "notebooks").glob("0*.ipynb")):  # those without a number are the teacher's
        shutil.copy(notebook, files)
        entry = {"name": notebook.name, "path": notebook.name, "type": "notebook", "format": "json"}
        entries.append({**entry, "writable": True, "created": now, "last_modified": now})
    listing.write_text(json.dumps({"content": entries}), encoding="utf-8")


def run(module: str, *arguments: str, cwd: Path) -> None:
    """Run a module of this environment; the build ends where it fails."""
    subprocess.run([sys.executable, "-m", module, *arguments], cwd=cwd, check=True)


if __name__ == "__main__":
    main()
