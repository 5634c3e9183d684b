"""The packages that a kernel in the browser needs, found by what their wheels say of themselves."""

import hashlib
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path

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

NEVER_IMPORTED = {"jupyterlab-widgets", "widgetsnbextension"}
"""Packages that others require only for their JavaScript, which the pages have."""


@dataclass(frozen=True)
class Wheel:
    """A wheel, and the names of the packages that it requires in the browser."""

    path: Path
    name: str
    version: str
    requires: frozenset[str]

    def entry(self) -> dict[str, object]:
        """Return what Pyodide's list of packages says of this wheel, which lies beside the list."""
        return {
            "name": self.name,
            "version": self.version,
            "file_name": self.path.name,
            "sha256": hashlib.sha256(self.path.read_bytes()).hexdigest(),
            "depends": sorted(self.requires),
            "imports": [],  # what an import in a cell would load: nothing, all is loaded at the start
            "install_dir": "site",
            "package_type": "package",
            "unvendored_tests": False,
        }


def needed(names: Iterable[str], among: Iterable[Path]) -> list[Wheel]:
    """Return the named wheels and all that they require, sorted by name.

    Raises:
        SystemExit: If one is missing; it says which.
    """
    present = {wheel.name: wheel for wheel in map(read, among)}
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


def read(path: Path) -> Wheel:
    """Return what the metadata of a wheel say."""
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
    return Wheel(path, name, metadata["Version"], frozenset(requires - NEVER_IMPORTED))
