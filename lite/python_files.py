"""The files of Python and all packages: what the lesson imports is compiled, what no page runs left out."""

from __future__ import annotations

import fnmatch
import gzip
import shutil
import subprocess
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from lite.packages import Wheel

OWN = Path(__file__).parent / "python"
"""Packages of our own, in place of others."""

COMPILER = Path(__file__).parent / "compile.mjs"

LEFT_OUT = (
    "*.data/*",
    "*.dist-info/RECORD",
    "*.dist-info/licenses/*",
    "*.dist-info/sboms/*",
    "*.pyi",
    "*/py.typed",
    "*/tests/*",
    # The pages have their scripts already, and these are copies.
    "anywidget/labextension/*",
    "anywidget/nbextension/*",
    "plotly/labextension/*",
    "plotly/package_data/*.js",
    "plotly/package_data/datasets/*",
    # A room, a course and marks need a computer with a disk.
    "coupquiz/classroom/*",
    "coupquiz/cli/*",
    "coupquiz/course/*",
    "coupquiz/grading/*",
    "coupquiz/in_nbgrader/*",
    "coupquiz/lesson/*",
    "coupquiz/report/*",
    "coupquiz/static/desk.js",
    "coupquiz/static/room_in_notebook.js",
    "coupquiz/static/seat.js",
    "coupquiz/static/wall.js",
    # Pages without Python have these from elsewhere.
    "coupdata/static/views_on_page.js",
    "coupdata/views/on_page/*",
    # There are no terminals here, and none of the libraries that these translate for.
    "IPython/testing/plugin/*",
    "narwhals/_arrow/*",
    "narwhals/_dask/*",
    "narwhals/_duckdb/*",
    "narwhals/_ibis/*",
    "narwhals/_polars/*",
    "narwhals/_spark_like/*",
    "narwhals/_sql/*",
    "plotly/express/*",
    "plotly/figure_factory/*",
    "plotly/matplotlylib/*",
)
"""What of the packages is not brought, by names as in a shell."""

KEPT_OF = {
    "pygments/lexers": ("__init__.py", "_mapping.py", "python.py", "special.py"),
}
"""Folders of which only this is brought: the languages that tracebacks are in."""

LIBRARY = "python_stdlib.zip"
"""The standard library, as Pyodide calls it."""

PACKED = "lesson.packed"
"""The packages: a tar file, packed. It is not called .tar.gz, for some hosts make browsers unpack those."""

_DATE = (2020, 2, 2, 0, 0, 0)  # as in wheels that are built from the same files


def write_python(
    wheels: Iterable[Wheel], notebooks: Iterable[Path], work: Path, pyodide: Path, node: str
) -> None:
    """Write what Python needs in the browser beside it, with the bytes that it always has.

    Args:
        wheels: The packages.
        notebooks: What they are for: whatever these import is compiled.
        work: A folder to work in.
        pyodide: The folder of the Pyodide that compiles, which is the one that will run it.
        node: The program that runs Pyodide.
    """
    packages, library = work / "site-packages", work / "library"
    for wheel in wheels:
        extract(wheel.path, packages)
    leave_out(packages)
    shutil.copytree(OWN, packages, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
    extract(pyodide / LIBRARY, library)
    subprocess.run([node, COMPILER, pyodide, packages, library, *notebooks], check=True)
    pack(packages, pyodide / PACKED)
    with zipfile.ZipFile(pyodide / LIBRARY, "w") as archive:
        for name, file in files_in(library).items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, file.read_bytes(), compresslevel=9)


def pack(folder: Path, place: Path) -> None:
    """Write all files in a folder into one."""
    with (
        place.open("wb") as written,
        gzip.GzipFile(filename="", fileobj=written, mode="wb", compresslevel=9, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive,
    ):
        for name, file in files_in(folder).items():
            entry = tarfile.TarInfo(name)
            entry.size = file.stat().st_size
            with file.open("rb") as content:
                archive.addfile(entry, content)


def files_in(folder: Path) -> dict[str, Path]:
    """Return the files in a folder by their names within it."""
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def extract(archive: Path, folder: Path) -> None:
    """Extract a zip file into a folder."""
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)


def leave_out(place: Path) -> None:
    """Delete what a page never runs."""
    for folder, kept in KEPT_OF.items():
        for path in (place / folder).iterdir() if (place / folder).is_dir() else ():
            if not any(fnmatch.fnmatch(path.name, pattern) for pattern in kept):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name, file in files_in(place).items():
        if any(fnmatch.fnmatch(name, pattern) for pattern in LEFT_OUT):
            file.unlink()
