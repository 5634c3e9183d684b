"""Every command of the guide and the documents: it is understood as it stands, and those of a course run."""

from __future__ import annotations

import argparse
import ast
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest

from coupquiz.cli.main import parser
from coupquiz.lesson.copies import notebook_folder
from tests.server import run_here

ROOT = Path(__file__).parents[2]
DOCUMENTS = (
    *("README.md", "CONTRIBUTING.md", "exercises/README.md", "exercises/assignments/README.md"),
    *("coupdata/data/README.md", "lite/README.md", "docs/javascript.md", "docs/add_a_field.md"),
    *("docs/add_a_kind.md", "docs/add_a_view.md", "docs/classroom.md", "docs/room_data.md"),
)
COMMANDS: dict[str, argparse.ArgumentParser] = next(
    dict(action.choices) for action in parser()._actions if isinstance(action, argparse._SubParsersAction)
)
STEPS = re.compile(r"^(?:(?:python3?|py) -m |pipx run )")
"""What comes before a program that a user has not on the path."""


def sessions() -> Iterator[str]:
    """Every session of nox, by the name that it is called by."""
    for node in ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8")).body:
        decorators = "".join(map(ast.unparse, getattr(node, "decorator_list", ())))
        if isinstance(node, ast.FunctionDef) and "nox.session" in decorators:
            other = re.search(r"name='(\w+)'", decorators)
            yield other[1] if other else node.name


def texts() -> Iterator[tuple[str, str]]:
    """Every document and notebook, with its name."""
    for name in DOCUMENTS:
        yield name, (ROOT / name).read_text(encoding="utf-8")
    for file in sorted(notebook_folder().glob("*.ipynb")):
        cells = nbformat.read(file, as_version=4).cells
        yield file.name, "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")


def typed() -> Iterator[tuple[str, str]]:
    """Every line to type, and the document that says so."""
    for name, text in texts():
        for block in re.findall(r"```sh\n(.*?)\n```", text, re.DOTALL):
            for line in block.replace("\\\n", " ").splitlines():
                for step in line.partition("#")[0].split("&&"):
                    yield name, STEPS.sub("", step.strip())


def named() -> Iterator[tuple[str, str]]:
    """Every command that is named in a sentence."""
    for name, text in texts():
        sentences = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
        for span in re.findall(r"`([^`]+)`", sentences):
            line = STEPS.sub("", " ".join(span.split()))
            if re.match(r"(?:coup1920|nox -s|nbgrader) \w", line):
                yield name, line


def is_understood(line: str, *, whole: bool) -> bool:
    """Whether a program of ours, nox or nbgrader knows this; of a whole line, with just these arguments."""
    program, *rest = shlex.split(line)
    if program == "nox":
        session, rest = rest[1], rest[3:]
        if session not in ("coup1920", "lesson", "class") or not rest:
            return session in sessions()
        program, rest = "coup1920", rest if session == "coup1920" else [session, *rest]
    if program == "nbgrader":
        from nbgrader.apps.nbgraderapp import NbGraderApp  # slow, and each process that collects would wait

        return rest[0] in NbGraderApp().subcommands
    if program != "coup1920":
        return program in ("pip", "uv", "coupdata.schema", "cd", "cp", "chmod")
    if whole:
        return callable(parser().parse_args(rest).run)
    known = COMMANDS[rest[0]]._option_string_actions
    return all(option in known for option in rest if option.startswith("--"))


@pytest.mark.parametrize(("document", "line"), sorted(set(typed())))
def test_every_line_to_type_is_understood(document: str, line: str) -> None:
    """As it stands."""
    assert is_understood(line, whole=True), document


@pytest.mark.parametrize(("document", "line"), sorted(set(named())))
def test_every_command_that_is_named_exists(document: str, line: str) -> None:
    """With the options that are named."""
    assert is_understood(line, whole=False), document


def test_every_option_that_is_named_exists() -> None:
    """In the guide and in what teachers read, where the text does not repeat the command."""
    known = {option for command in COMMANDS.values() for option in command._option_string_actions}
    for name, text in texts():
        if name.startswith(("README", "exercises", "teacher", "class", "docs/classroom")):
            for option in re.findall(r"`(--\w[\w-]*)[ `]", re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
                assert option in known, name


@pytest.mark.slow
def test_the_commands_of_a_course_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line by line as the page for those who run it has them, and each says that all is well."""
    shutil.copytree(ROOT / "exercises", tmp_path / "exercises", ignore=shutil.ignore_patterns("coupquiz"))
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "exercises" / "README.md").read_text(encoding="utf-8")
    example = re.search(r"```toml\n(.*?)\n```", text, re.DOTALL)
    assert example
    Path("my_questions.toml").write_text(example[1], encoding="utf-8")
    lines = [line for name, line in typed() if name in ("exercises/README.md", DOCUMENTS[3])]
    for line in lines:
        program, *rest = shlex.split(line.removeprefix("nox -s coup1920 -- "))
        if program == "cp":
            shutil.copytree(*rest[1:])
        if program in ("chmod", "nbgrader", "cd", "cp"):
            continue
        arguments = rest if program == "coup1920" else [program, *rest]
        if arguments[0] == "assign":  # it is another course than the example that was copied
            shutil.rmtree("my_course")
        if arguments[0] == "grade":
            shutil.copytree("my_course/source/may-test", "my_course/submitted/anna/may-test")
        if arguments[0] == "doctor" and not Path("my_course").exists():
            continue  # named above, as an example of how to type
        if arguments[0] == "doctor":
            Path("my_course/keys").chmod(0o700)
        ended = run_here(*arguments)
        assert ended.returncode == 0, (line, ended.stdout, ended.stderr)


def test_a_test_that_is_made_again_keeps_what_was_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The guide says so: `--questions` and `--draw` need not be given again with `--replace`."""
    said = dict(texts())["teacher_guide.ipynb"]
    assert said.count("keeps its `--questions` and `--draw`") == 2
    monkeypatch.chdir(tmp_path)
    make = ("assign", "week", "--course", "my_course", "--name", "may-test")
    chosen = ("--questions", "fought-back,first-step,into-georgia", "--draw", "2")
    assert run_here(*make, *chosen).returncode == 0
    key = Path("my_course/keys/may-test.toml")
    before = key.read_text(encoding="utf-8")
    assert run_here(*make, "--replace").returncode == 0
    assert key.read_text(encoding="utf-8") == before
