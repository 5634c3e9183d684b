"""What the site takes from elsewhere."""

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from lite import downloads

PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>\S+) --hash=sha256:[0-9a-f]{64}")
CONSTRAINTS = downloads.LITE.parent / "constraints.txt"


@pytest.mark.parametrize("name", ["requirements.txt", "wheels.txt", "bare_wheels.txt"])
def test_every_pin_is_exact_and_as_in_every_session(name: str) -> None:
    """A version and a hash for each; the version is that of constraints.txt, where it has one."""
    lines = [line for line in CONSTRAINTS.read_text(encoding="utf-8").splitlines() if line[:1].isalpha()]
    everywhere = {each.name: str(each.specifier) for each in map(Requirement, lines)}
    # The exception that wheels.txt explains.
    everywhere["jsonschema"] = "==4.17.3"
    for line in (downloads.LITE / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            pin = PIN.fullmatch(line)
            assert pin, line
            assert f"=={pin['version']}" == everywhere.get(pin["name"], f"=={pin['version']}"), line


def test_pyodide_of_other_content_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive that does not match its hash ends the build, and is not kept."""
    monkeypatch.setattr(downloads, "CACHE", tmp_path)
    archive = tmp_path / f"pyodide-{downloads.PYODIDE_VERSION}.tgz"
    archive.write_bytes(b"something else")
    with pytest.raises(SystemExit, match="is not the one pinned"):
        downloads.pyodide()
    assert not archive.exists()
