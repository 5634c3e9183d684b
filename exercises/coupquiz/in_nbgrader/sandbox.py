"""A sandbox for students' code, by bubblewrap: no network, no file of the teacher's, a folder of its own.

Whoever marks need not be root. The code sees the system and Python, both read-only, and its own folder; no
gradebook, key or other submission. When the run ends, all its processes end.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import coupdata
import coupquiz
from coupdata.i18n import _
from coupdata.problems.problem import Problem

HOME = "/submission"
"""Where the code finds its folder."""

_SYSTEM = (
    *("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/nix/store"),
    *("/etc/alternatives", "/etc/fonts", "/etc/ld.so.cache", "/etc/localtime"),
)
_EXCHANGE = Path("/usr/local/share/nbgrader")
"""Where nbgrader keeps what was handed in, unless it was told otherwise."""

_UNSHARED = ("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try")
_TO_BECOME_NOBODY = (
    *("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"),
    *("--cap-add", "CAP_DAC_OVERRIDE"),  # for nobody's folder
)


def sandboxed(place: Path, hidden: Iterable[Path] = ()) -> list[str]:
    """Return what makes a command run in the sandbox.

    Args:
        place: The folder that the code may change.
        hidden: Folders that it sees nothing of, not even where they lie within Python's.
    """
    empty = [str(path.resolve()) for path in (_EXCHANGE, *hidden) if path.is_dir()]
    mounts: dict[str, tuple[str, ...]] = {
        path: ("--ro-bind-try", path, path) for path in (*_SYSTEM, *_pythons())
    }
    mounts |= {path: ("--tmpfs", path) for path in empty}
    parents = {str(parent): ("--dir", str(parent)) for path in mounts for parent in Path(path).parents}
    mounts = parents | mounts
    # Each folder comes before those within it, so that these are as they should be.
    in_order = (mounts[path] for path in sorted(mounts, key=lambda path: len(Path(path).parts)))
    # Root makes no user namespace, and becomes nobody when it is inside: no limit of processes holds root.
    root = os.geteuid() == 0
    return [
        *("bwrap", "--die-with-parent", "--new-session"),
        *(_UNSHARED if root else ("--unshare-all",)),
        *("--cap-drop", "ALL", *(_TO_BECOME_NOBODY if root else ())),
        *chain(*in_order),
        *("--dev", "/dev", "--bind", str(place), HOME),
        *chain(*(("--remount-ro", path) for path in (*empty, "/dev", "/"))),
        *("--chdir", HOME, "--"),
    ]


@cache
def sandbox_problem() -> Problem | None:
    """Return why there is no sandbox, with what to do; None where there is one."""
    where = _("Students' code")
    if sys.platform != "linux":
        return Problem(
            where, _("the sandbox that it needs exists only on Linux"), _("mark on a computer with Linux")
        )
    if not shutil.which("bwrap"):
        what = _("it needs the program bubblewrap, which is not installed")
        return Problem(where, what, _("install it, on Debian and Ubuntu with: apt install bubblewrap"))
    with TemporaryDirectory(prefix="coup1920-") as place:
        command = [*sandboxed(Path(place)), sys.executable, "-P", "-c", "import IPython, coupquiz"]
        tried = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if tried.returncode == 0:
        return None
    said = tried.stderr.strip().splitlines() or [f"exit status {tried.returncode}"]
    what = _("bubblewrap is installed, but does not work here ({reason})").format(reason=said[-1][:200])
    return Problem(
        where, what, _("ask the administrator of this computer to let bwrap create user namespaces")
    )


def _pythons() -> Iterator[str]:
    """Yield the folders of this Python and of its packages, with those that they are links to."""
    installed = (path for path in sys.path if {"site-packages", "dist-packages"} & {*Path(path).parts})
    own = (path for package in (coupdata, coupquiz) for path in package.__path__)
    for path in (sys.prefix, sys.base_prefix, *installed, *own):
        yield from {path, str(Path(path).resolve())}
