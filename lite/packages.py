"""The packages that a kernel in the browser needs, found by what their wheels say of themselves."""

import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

BROWSER = {
    "extra": "",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_system": "Emscripten",
    "python_full_version": "3.14.2",
    "python_version": "3.14",
    "sys_platform": "emscripten",
}
"""Where the packages run, in the words of requirements such as `pandas; sys_platform != "emscripten"`."""

SCRIPTS_ALONE = frozenset({"jupyterlab-widgets", "widgetsnbextension"})
"""Packages that others require, and that are JavaScript, which the pages have."""

NEVER_IMPORTED = SCRIPTS_ALONE | {"jedi", "prompt-toolkit"}
"""Packages that others require, and that no page imports: these two complete code and serve terminals."""


Listed = dict[str, Any]
"""What Pyodide lists of a package."""


@dataclass(frozen=True)
class Wheel:
    """A wheel, and the names of the packages that it requires in the browser."""

    path: Path
    name: str
    version: str
    requires: frozenset[str]


def needed(
    names: Iterable[str], among: Iterable[Path], never: frozenset[str] = NEVER_IMPORTED
) -> list[Wheel]:
    """Return the named wheels and all that they require, sorted by name, except what is never imported.

    Raises:
        SystemExit: If one is missing; it says which.
    """
    present = {wheel.name: wheel for wheel in (read(path, never) for path in among)}
    found: dict[str, Wheel] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in present:
            raise SystemExit(f"The browser needs {name}: pin it in lite/wheels.txt.")
        if name not in found:
            found[name] = present[name]
            waiting += present[name].requires
    return [found[name] for name in sorted(found)]


def fetched(name: str, listed: Mapping[str, Listed], address: str) -> dict[str, Listed]:
    """Return what Pyodide lists of a package and all that it depends on, with where to fetch them.

    Args:
        name: The package.
        listed: All that Pyodide lists, in which files have names.
        address: Where these files are.
    """
    found: dict[str, Listed] = {}
    waiting = [name]
    while waiting:
        entry = listed[waiting.pop()]
        found[entry["name"]] = {**entry, "file_name": f"{address.rstrip('/')}/{entry['file_name']}"}
        waiting += [needed for needed in entry["depends"] if needed not in found]
    return found


def read(path: Path, never: frozenset[str]) -> Wheel:
    """Return what the metadata of a wheel say, without what is never imported."""
    with zipfile.ZipFile(path) as archive:
        member = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = HeaderParser().parsestr(archive.read(member).decode())
    requirements = map(Requirement, metadata.get_all("Requires-Dist", ()))
    requires = {
        canonicalize_name(requirement.name)
        for requirement in requirements
        if requirement.marker is None or requirement.marker.evaluate(BROWSER)
    }
    name = canonicalize_name(metadata["Name"])
    return Wheel(path, name, metadata["Version"], frozenset(requires - never))
