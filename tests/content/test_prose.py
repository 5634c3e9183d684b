"""How all that people read is set: the data, the reading, the banks, and the notebooks' text."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STRAIGHT = re.compile(r"[^\W\d_]'[^\W\d_]|s' |\)'s\b")
CODE = re.compile(r"`[^`]*`")


def texts() -> Iterator[tuple[str, str]]:
    """Every text, with the name of the file that it stands in; what is code in it is left out."""
    for folder in ("coupdata/data", "exercises/coupquiz/banks"):
        for file in sorted((ROOT / folder).glob("*.toml")):
            yield file.name, file.read_text(encoding="utf-8")
    yield "reading.md", (ROOT / "coupdata/data/reading.md").read_text(encoding="utf-8")
    for file in sorted((ROOT / "notebooks").glob("*.ipynb")):
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
        said = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
        yield file.name, CODE.sub("", "\n".join(said))


@pytest.mark.parametrize(("name", "text"), [pytest.param(*text, id=text[0]) for text in texts()])
def test_apostrophes_are_curly(name: str, text: str) -> None:
    """As the quotation marks are: ’ and not ', but in code."""
    straight = [text[max(0, at.start() - 20) : at.end() + 20] for at in STRAIGHT.finditer(text)]
    assert not straight, f"{name}: write ’ for ' in {straight}"
