"""Build the site: the lesson's notebooks with a Python that runs in the browser, for any static host.

JupyterLite gives the pages, Pyodide the Python, the wheels of wheels.txt and our own the packages.
`nox -s site` runs this in an environment that holds requirements.txt alone; the result is in _site/.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path

from lite import downloads, packages, python_files

LITE = Path(__file__).parent
ROOT = LITE.parent
SITE = ROOT / "_site"
SETTINGS = "jupyter-lite.json"
STAMP = SITE / "inputs.sha256"

FRONT_ENDS = ("anywidget", "coup1920", "jupyterlab_widgets")
"""The packages whose wheels bring JavaScript for the pages.

Plotly's would be a second copy, for figures that are no widgets, and every page would fetch it.
"""

SELDOM = ("*.eot", "*.ttf", "*licenses.json", "build/fa-*.svg", "lab/*", "rspack*")
"""Files that a page hardly ever asks for, and that are not fetched before one does."""

PACKAGES = ("comm", "coup1920", "ipykernel", "ipython", "pyodide-kernel")
"""What a kernel loads as it starts."""

LISTING = "pyodide-lock.json"
"""What Pyodide lists packages in, with where they are."""

PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", LISTING)
"""The files of the npm package `pyodide` that a page loads."""


KERNEL_WHEELS = "extensions/@jupyterlite/pyodide-kernel-extension/static/pypi"
"""Where JupyterLite has the wheels of its kernel, in a site."""

SCRIPTS = (
    "scripts/database.js",
    "scripts/kept_answers.js",
    "scripts/lesson_python.js",
    "scripts/packed_files.js",
)
"""Our scripts that are loaded as they are; start_page.js is a bundle."""


def main() -> None:
    """Build _site/, unless nothing has changed since it was built, and serve it if that is asked for."""
    parser = argparse.ArgumentParser(prog="nox -s site --", description="Build the lesson as a static site.")
    parser.add_argument("--serve", action="store_true", help="open it to all devices in this network")
    parser.add_argument(
        "--bare", type=Path, metavar="FOLDER", help="build one to measure against, with nothing of ours"
    )
    parser.add_argument("--check", action="store_true", help="build it again, and say whether it is the same")
    pandas = "let the data lab fetch pandas, from Pyodide's server or from where its files are at ADDRESS"
    parser.add_argument(
        "--pandas", nargs="?", default="", const=downloads.PACKAGE_SERVER, metavar="ADDRESS", help=pandas
    )
    chosen = parser.parse_args()
    if chosen.bare:
        from lite.bare import build_bare_site

        build_bare_site(chosen.bare)
        return
    if is_fresh(chosen.pandas):
        print("_site/ is up to date.")
    else:
        build(SITE, chosen.pandas)
        print("_site/ is built. To see it: nox -s site -- --serve")
    if chosen.check:
        check(chosen.pandas)
    if chosen.serve:
        from lite.serve import serve

        serve(SITE)


def check(pandas: str) -> None:
    """Build the site once more, and end with what is other than in _site/, if anything is."""
    with tempfile.TemporaryDirectory(dir=downloads.CACHE) as folder:
        again = Path(folder, "again")
        build(again, pandas)
        one, other = digests(SITE), digests(again)
    if different := sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name)):
        raise SystemExit(f"Not the same in two builds: {', '.join(different)}")
    print("_site/ is the same, built again.")


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file in a folder, by its path there."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def build(place: Path, pandas: str = "") -> None:
    """Build the site into a folder, in place of what is there.

    Args:
        place: The folder.
        pandas: The address from which pages may fetch pandas; where it is empty, there is no pandas.
    """
    inputs = digest_of_inputs(pandas)
    pyodide, wheelhouse = downloads.pyodide(), downloads.wheels()
    with tempfile.TemporaryDirectory(dir=downloads.CACHE) as folder:
        work = Path(folder)
        run("hatchling", "build", "-t", "wheel", "-d", str(work), cwd=ROOT)
        (own,) = work.glob("*.whl")
        shutil.copy(LITE / "jupyter_lite_config.json", work)
        (work / SETTINGS).write_text(settings(bool(pandas)), encoding="utf-8")
        wheels = [*wheelhouse.glob("*.whl"), own]
        site = build_pages(work, [wheel for wheel in wheels if is_of(wheel, FRONT_ENDS)])
        add_python(work, site, pyodide, wheels, pandas)
        add_scripts(site)
        add_start_page(work, site, bool(pandas))
        add_notebooks(site, lessons())
        add_service_worker(site)
        (site / STAMP.name).write_text(inputs, encoding="utf-8")
        shutil.rmtree(place, ignore_errors=True)
        site.rename(place)


def is_fresh(pandas: str = "") -> bool:
    """Return whether _site/ is there and made of what the tree now holds, with pandas from this address."""
    return STAMP.is_file() and STAMP.read_text(encoding="utf-8") == digest_of_inputs(pandas)


def digest_of_inputs(pandas: str = "") -> str:
    """Return a digest of all files that the site is made of, and of that address."""
    folders = [LITE, *(ROOT / name for name in ("coupdata", "exercises/coupquiz", "notebooks"))]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    left_out = {".cache", ".ipynb_checkpoints", "__pycache__"}
    digest = hashlib.sha256(pandas.encode())
    for path in sorted([ROOT / "pyproject.toml", *files]):
        if not left_out.intersection(path.relative_to(ROOT).parts):
            digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def lessons() -> list[Path]:
    """Return the lesson's notebooks; those without a number are the teacher's."""
    return sorted((ROOT / "notebooks").glob("0*.ipynb"))


def settings(has_pandas: bool) -> str:
    """Return the pages' settings, which say whether pandas can be fetched."""
    read = json.loads((LITE / SETTINGS).read_text(encoding="utf-8"))
    if has_pandas:
        read["jupyter-config-data"]["coup1920Pandas"] = "fetch"
    return json.dumps(read)


def is_of(wheel: Path, names: Collection[str]) -> bool:
    """Return whether a wheel is of one of these packages."""
    return wheel.name.partition("-")[0] in names


def build_pages(work: Path, front_ends: Iterable[Path]) -> Path:
    """Build JupyterLite's pages with the settings in a folder and the front ends in wheels; return theirs."""
    site = work / "site"
    options = [f"--LiteBuildConfig.federated_extensions={wheel}" for wheel in front_ends]
    run("jupyterlite_core", "build", f"--lite-dir={work}", f"--output-dir={site}", *options, cwd=work)
    # The pages ask for these while a kernel works, but JupyterLite takes them from Jupyter Server.
    icons = site / "static" / "favicons"
    icons.mkdir(parents=True)
    for name in ("favicon-notebook.ico", "favicon-busy-1.ico"):
        shutil.copy(site / "notebooks" / "favicon.ico", icons / name)
    return site


def add_python(work: Path, site: Path, pyodide: Path, wheels: Iterable[Path], pandas: str) -> None:
    """Put Pyodide into the site, and beside it what a kernel needs of the wheels.

    All else that it lists are the packages that it may fetch from elsewhere: pandas, or none.
    """
    home = add_pyodide(site, pyodide)
    listing = home / LISTING
    lock = json.loads(listing.read_text(encoding="utf-8"))
    lock["packages"] = packages.fetched("pandas", lock["packages"], pandas) if pandas else {}
    listing.write_text(json.dumps(lock), encoding="utf-8")
    kernel = site / KERNEL_WHEELS
    chosen = packages.needed(PACKAGES, among=[*kernel.glob("*.whl"), *wheels])
    python_files.write_python(chosen, lessons(), work, home, downloads.node())
    shutil.rmtree(kernel)


def add_pyodide(site: Path, pyodide: Path) -> Path:
    """Put Pyodide into the site, and return its folder."""
    home = site / "static" / "pyodide"
    home.mkdir()
    with tarfile.open(pyodide) as archive:
        for name in PYODIDE:
            source = archive.extractfile(f"package/{name}")
            assert source, f"{name} is not a file"
            (home / name).write_bytes(source.read())
    return home


def add_scripts(site: Path) -> None:
    """Put our own scripts into the site."""
    home = site / "static" / "lesson"
    home.mkdir()
    for file in (*(LITE / name for name in SCRIPTS), *(LITE / "static").glob("*.js")):
        shutil.copy(file, home)


def add_start_page(work: Path, site: Path, has_pandas: bool) -> None:
    """Write the first page, with the lesson itself, which is not installed here."""
    places = os.pathsep.join(map(str, (ROOT, ROOT / "exercises")))
    command = [sys.executable, "-m", "lite.start_page", str(site), str(ROOT / "notebooks")]
    command += ["--pandas"] if has_pandas else []
    subprocess.run(command, cwd=work, check=True, env={**os.environ, "PYTHONPATH": places})


def add_notebooks(site: Path, notebooks: Iterable[Path]) -> None:
    """Put the notebooks into the site, and the listing that the pages find them by."""
    files, listing = site / "files", site / "api" / "contents" / "all.json"
    files.mkdir()
    listing.parent.mkdir(parents=True)
    then = datetime(
        2020, 2, 2, tzinfo=UTC
    ).isoformat()  # the day of all files in wheels that are built anywhere
    entries = []
    for notebook in notebooks:
        shutil.copy(notebook, files)
        entry = {"name": notebook.name, "path": notebook.name, "type": "notebook", "format": "json"}
        entries.append({**entry, "writable": True, "created": then, "last_modified": then})
    listing.write_text(json.dumps({"content": entries}), encoding="utf-8")


def add_service_worker(site: Path) -> None:
    """Put our service worker in the place of JupyterLite's, which it holds, with a list of all files."""
    place = site / "service-worker.js"
    theirs = place.read_text(encoding="utf-8")
    files = {name: digest[:16] for name, digest in digests(site).items() if name != place.name}
    later = [name for name in files if any(fnmatch(name, pattern) for pattern in SELDOM)]
    ours = (LITE / "scripts" / place.name.replace("-", "_")).read_text(encoding="utf-8")
    told = f"globalThis.FILES = {json.dumps(files)};\nglobalThis.SELDOM = {json.dumps(later)};\n"
    place.write_text(f"{told}(() => {{\n{ours}}})();\n{theirs}", encoding="utf-8")


def run(module: str, *arguments: str, cwd: Path) -> None:
    """Run a module of this environment; the build ends where it fails."""
    subprocess.run([sys.executable, "-m", module, *arguments], cwd=cwd, check=True)


if __name__ == "__main__":
    main()
