"""What can be done with this project: `nox -s lesson`, `tests`, `lint`, `site`."""

import hashlib
import sys
from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.sessions = ["lint", "tests"]
nox.options.reuse_venv = "yes"
nox.options.default_venv_backend = "virtualenv"

HERE = Path(__file__).parent
PROJECT = nox.project.load_toml("pyproject.toml")
PACKAGE = ("-c", "constraints.txt", "-e", ".")


@nox.session
def lesson(session: nox.Session) -> None:
    """Open the lesson in JupyterLab; `-- --no-browser --port N --dir DIR` pass through."""
    install_once(session, *PACKAGE)
    session.run("python", "-m", "coupquiz.command", "lesson", *session.posargs, interrupt_timeout=20)


@nox.session
def tests(session: nox.Session) -> None:
    """Pass every test, those in a real browser included; `-- ARGUMENTS` go to pytest."""
    install_once(session, *PACKAGE, *nox.project.dependency_groups(PROJECT, "tests"))
    session.run("python", "tests/browser/chromium.py")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, format, types, and that notebooks are stored without outputs."""
    install_once(session, *PACKAGE, *nox.project.dependency_groups(PROJECT, "lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    session.run("nbstripout", "--verify", "--keep-id", *map(str, sorted(HERE.glob("notebooks/*.ipynb"))))


def install_once(session: nox.Session, *arguments: str) -> None:
    """Let pip install `arguments`, unless this environment has had the same before.

    The same means: these arguments, the same pyproject.toml, the same content of every file among the
    arguments (constraints, requirements), and the project at the same place.
    """
    if sys.version_info < (3, 11):
        session.error(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    files = [Path(name) for name in ("pyproject.toml", *arguments) if Path(name).is_file()]
    wanted = hashlib.sha256(repr((HERE, arguments, [file.read_bytes() for file in files])).encode()).hexdigest()
    stamp = Path(session.virtualenv.location, "installed.sha256")
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    session.install(*arguments)
    stamp.write_text(wanted)
