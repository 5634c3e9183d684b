"""How the tests come by their browsers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMED = {"chromium": "COUP1920_CHROMIUM", "firefox": "COUP1920_FIREFOX"}
"""The variables that may name a program."""

linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a browser is found without PATH")


def provide(engine: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Let the tests' own program find or fetch a browser."""
    return subprocess.run(
        [sys.executable, "-m", f"tests.browser.{engine}"],
        cwd=ROOT,
        env={**os.environ, **dict.fromkeys(NAMED.values(), ""), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def put(folder: Path, name: str, script: str = "") -> Path:
    """Put a shell script into a folder as a program."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
    program.chmod(0o755)
    return program


@pytest.mark.parametrize("engine", NAMED)
def test_the_named_program_is_taken(tmp_path: Path, engine: str) -> None:
    """The variable goes before everything else."""
    named = put(tmp_path, "my-browser")
    ended = provide(engine, **{NAMED[engine]: str(named)})
    assert ended.returncode == 0
    assert str(named) in ended.stdout


@pytest.mark.parametrize("engine", NAMED)
def test_a_named_program_that_is_not_there_is_an_error(tmp_path: Path, engine: str) -> None:
    """A slip in the name is said; no other browser is taken in silence."""
    ended = provide(engine, **{NAMED[engine]: str(tmp_path / "missing")})
    assert ended.returncode != 0
    assert "missing, which is not there" in ended.stdout


@linux
@pytest.mark.parametrize(
    ("engine", "name"),
    [
        ("chromium", "chromium"),
        ("chromium", "google-chrome"),
        ("chromium", "microsoft-edge"),
        ("firefox", "firefox-esr"),
        ("firefox", "firefox"),
    ],
)
def test_a_browser_on_the_path_is_taken(tmp_path: Path, engine: str, name: str) -> None:
    """Chromium, Chrome and Edge all serve, and Firefox in either of its editions."""
    program = put(tmp_path, name)
    ended = provide(engine, PATH=str(tmp_path))
    assert ended.returncode == 0
    assert str(program) in ended.stdout


@linux
@pytest.mark.parametrize(("engine", "name"), [("chromium", "chromium"), ("firefox", "firefox-esr")])
def test_debians_package_is_installed_only_as_root(tmp_path: Path, engine: str, name: str) -> None:
    """With apt-get and as root: update, then install, and it says so. Else apt-get is left alone."""
    log = tmp_path / "log"
    browser = tmp_path / name
    install = f'echo "$1" >> {log}; [ "$1" = update ] || {{ echo > {browser}; /bin/chmod +x {browser}; }}'
    put(tmp_path, "apt-get", install)
    ended = provide(engine, PATH=str(tmp_path), **without_playwrights(tmp_path))
    if os.geteuid() == 0:
        assert ended.returncode == 0
        assert "apt-get" in ended.stdout
        assert log.read_text(encoding="utf-8").split() == ["update", "install"]
    else:
        assert ended.returncode != 0
        assert not log.exists()


@linux
@pytest.mark.parametrize(
    ("engine", "package"),
    [("chromium", "chromium"), ("firefox", "firefox-esr"), ("webkit", "webkit2gtk-driver xvfb")],
)
def test_without_any_browser_the_run_fails_and_says_what_to_install(
    tmp_path: Path, engine: str, package: str
) -> None:
    """No silent skip: an exit status and a sentence with names of packages."""
    ended = provide(engine, PATH=str(tmp_path), **without_playwrights(tmp_path))
    assert ended.returncode != 0
    assert f"apt install {package}" in ended.stdout.splitlines()[-1]
    assert engine != "chromium" or "fetching Playwright's own" in ended.stdout


def without_playwrights(tmp_path: Path) -> dict[str, str]:
    """An environment in which Playwright has no browser and can fetch none."""
    return {
        "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path / "own"),
        "PLAYWRIGHT_DOWNLOAD_HOST": "http://127.0.0.1:9",
    }
