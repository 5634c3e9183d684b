"""The house in order: what stands in several files says the same in each."""

import json
import re
import tomllib
from email.parser import BytesParser
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
DECLARED = [
    Requirement(text)
    for texts in (
        PROJECT["dependencies"],
        *PROJECT["optional-dependencies"].values(),
        *PYPROJECT["dependency-groups"].values(),
    )
    for text in texts
]
PINS = [Requirement(line) for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()]
PINNED = {canonicalize_name(pin.name): pin for pin in PINS}
LESSON = "python3 -m pip install nox && python3 -m nox -s lesson"
TESTS = "python3 -m pip install nox && python3 -m nox -s tests"


def text(path: str) -> str:
    """A file of the project."""
    return (ROOT / path).read_text(encoding="utf-8")


def pinned(name: str) -> str:
    """The version of a distribution in the constraints."""
    (specifier,) = PINNED[canonicalize_name(name)].specifier
    return specifier.version


@pytest.mark.parametrize("requirement", DECLARED, ids=lambda requirement: requirement.name)
def test_every_dependency_is_pinned_within_its_range(requirement: Requirement) -> None:
    """The constraints hold a version of it that pyproject.toml allows."""
    assert requirement.specifier.contains(pinned(requirement.name))


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: pin.name)
def test_a_constraint_is_a_name_and_one_exact_version(pin: Requirement) -> None:
    """No range, no address, no extra; a marker may follow."""
    (specifier,) = pin.specifier
    assert specifier.operator == "=="
    assert not specifier.version.endswith("*")
    assert not pin.url
    assert not pin.extras


def test_constraints_name_each_distribution_once() -> None:
    """One version for every Python and system, in the order of the alphabet."""
    names = [canonicalize_name(pin.name) for pin in PINS]
    assert names == sorted(set(names))


def test_conda_and_binder_get_the_same_versions() -> None:
    """environment.yml takes the same Pythons and installs the package by the constraints."""
    environment = yaml.safe_load(text("environment.yml"))
    *conda, pip = environment["dependencies"]
    assert environment["channels"][0] == "conda-forge"
    assert conda == [f"python{PROJECT['requires-python']}", "pip"]
    assert pip == {"pip": ["--constraint constraints.txt", "--editable ."]}


@pytest.mark.parametrize(("repository", "prefix"), [("ruff-pre-commit", "v"), ("nbstripout", "")])
def test_pre_commit_uses_the_pinned_versions(repository: str, prefix: str) -> None:
    """A commit is checked by the versions that the lint session uses."""
    hooks = {
        Path(repo["repo"]).name: repo for repo in yaml.safe_load(text(".pre-commit-config.yaml"))["repos"]
    }
    assert hooks[repository]["rev"] == prefix + pinned(repository.removesuffix("-pre-commit"))


def test_the_readme_begins_with_the_two_commands() -> None:
    """Both stand above everything else, each in a block to copy."""
    blocks = re.findall(r"```sh\n(.*?)\n```", text("README.md"), re.DOTALL)
    assert blocks[:2] == [LESSON, TESTS]


def test_ci_runs_the_readmes_test_command() -> None:
    """What CI runs last is what the README tells people to run."""
    assert text(".ci/run").splitlines()[-1] == TESTS


def test_every_workflow_runs_the_same_sessions() -> None:
    """On Linux, macOS and Windows: lint and tests, on the oldest and the newest Python."""
    job = yaml.safe_load(text(".github/workflows/sessions.yml"))["jobs"]["sessions"]
    commands = [step["run"] for step in job["steps"] if "run" in step]
    assert commands[-3:] == ["python -m pip install nox", "python -m nox -s lint", "python -m nox -s tests"]
    systems = {system.split("-")[0] for system in job["strategy"]["matrix"]["os"]}
    assert systems == {"ubuntu", "macos", "windows"}


def test_the_readmes_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """The Python in the README can be copied and does something."""
    (example,) = re.findall(r"```python\n(.*?)\n```", text("README.md"), re.DOTALL)
    exec(example, {})
    assert "2–3 May 1920" in capsys.readouterr().out


DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in ("*.md", "docs/*.md", "coupdata/**/*.md", "exercises/**/*.md", "lite/*.md")
    for path in ROOT.glob(pattern)
)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_links_to_is_there(document: str) -> None:
    """Links and pictures lead to files of the project."""
    for target in re.findall(r"\]\(([^)#:\s]+)\)", text(document)):
        assert ((ROOT / document).parent / target).exists(), f"{document} links to {target}"


def test_the_map_of_the_house_is_right() -> None:
    """What the README's map names is there, and no folder of the project is missing from it."""
    named = re.findall(r"^\| `([^`]+)` \|", text("README.md"), re.MULTILINE)
    assert all((ROOT / path).exists() for path in named)
    assert {path.split("/")[0] for path in named} >= {"coupdata", "exercises", "notebooks", "lite", "tests"}


def test_one_version_everywhere() -> None:
    """CITATION.cff, the extension and the newest, dated section of the changelog have pyproject.toml's."""
    extension = "exercises/coupquiz/lesson/jupyter/labextensions/coup1920/package.json"
    assert json.loads(text(extension))["version"] == PROJECT["version"]
    assert yaml.safe_load(text("CITATION.cff"))["version"] == PROJECT["version"]
    newest = re.search(r"^## \[(.+)\] – \d{4}-\d\d-\d\d$", text("CHANGELOG.md"), re.MULTILINE)
    assert newest
    assert newest[1] == PROJECT["version"]


def test_the_wheel_carries_the_lesson_and_its_licences(wheel: Path) -> None:
    """The two packages, without what scripts and words are made of; the notebooks; both licences."""
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (metadata,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        licence = BytesParser().parsebytes(archive.read(metadata))
    for package, folder in (("coupdata", ROOT / "coupdata"), ("coupquiz", ROOT / "exercises" / "coupquiz")):
        files = {path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
        sources = {path for path in files if path.suffix in (".js", ".ts", ".pot")}
        sources = {path for path in sources if path.parent.name != "static"}
        carried = {path.relative_to(folder.parent).as_posix() for path in files - sources}
        inside = {name for name in names if name.startswith(f"{package}/")}
        assert carried == {name for name in inside if not name.startswith("coupquiz/notebooks/")}
    notebooks = {f"coupquiz/notebooks/{path.name}" for path in ROOT.glob("notebooks/*.ipynb")}
    assert notebooks == {name for name in names if "/notebooks/" in name}
    assert {name.split("/")[0].split("-")[0] for name in names} == {"coupdata", "coupquiz", "coup1920"}
    assert licence["License-Expression"] == PROJECT["license"]
    assert licence.get_all("License-File") == PROJECT["license-files"]
    assert all(any(name.endswith(f"licenses/{file}") for name in names) for file in PROJECT["license-files"])


def test_the_content_licence_names_licence_authors_and_source() -> None:
    """Attribution and share-alike ask for no less."""
    notice = text("LICENSE-CONTENT")
    for needed in ("CC-BY-SA-4.0", "The coup1920 contributors", "1920 Georgian coup", "creativecommons.org"):
        assert needed in notice


def test_style_sheets_use_what_some_of_them_defines() -> None:
    """A variable that is nowhere would take a whole declaration with it, and nothing would say so."""
    folders = (ROOT / "coupdata", ROOT / "exercises" / "coupquiz", ROOT / "lite")
    sheets = [file for folder in folders for file in folder.rglob("*.css") if "_site" not in file.parts]
    text = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    used = set(re.findall(r"var\((--coup-[\w-]+)\)", text))
    set_by_scripts = {
        name
        for folder in folders
        for file in folder.rglob("*.js")
        for name in re.findall(r"--coup-[\w-]+", file.read_text(encoding="utf-8"))
    }
    assert used - set(re.findall(r"(--coup-[\w-]+)\s*:", text)) - set_by_scripts == set()
