"""What students tried and could try, to get marks that their answers are not worth."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Mapping
from hashlib import md5
from pathlib import Path

from tests.unit.coupquiz.grading.school import (
    ANSWERS,
    KEY,
    NOTEBOOK,
    RIGHT,
    answers_file,
    cell,
    hand_in,
    notebook,
    packed,
)

CODE = {
    "print-hidden-tests": """
import pathlib
print("LEAKED", pathlib.Path("tiflis-test.ipynb").read_text())
""",
    "replace-the-checker": """
import sys, types
fake = types.ModuleType("coupquiz.kinds.check")
fake.check = lambda question, answer: "full marks"
sys.modules["coupquiz.kinds.check"] = fake
from coupquiz.kinds.check import check
print(check(None, None))
""",
    "always-equal": """
class Right(str):
    def __eq__(self, other): return True
    def __hash__(self): return 0
answers = {id: Right() for id in ("first-aim", "night")}
print(answers["night"] == "the key")
""",
    "rewrite-the-tests": """
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
shell.input_transformers_post.append(lambda lines: ["print('full marks')"])
shell.run_cell("assert False")
""",
    "change-the-gradebook": """
import sqlite3
with sqlite3.connect("../../gradebook.db") as book: book.execute("UPDATE grade SET score = 20")
""",
    "change-the-gradebook-later": """
import subprocess, sys
later = 'import sqlite3, time; time.sleep(0.3); b = sqlite3.connect("../../gradebook.db");'
later += ' b.execute("UPDATE grade SET score = 20"); b.commit()'
subprocess.Popen([sys.executable, "-c", later], start_new_session=True)
""",
    "take-a-neighbours-answers": """
import pathlib
pathlib.Path("tiflis-test.answers.json").write_bytes(pathlib.Path("../anna/tiflis-test.answers.json").read_bytes())
""",
    "write-elsewhere": """
import pathlib
pathlib.Path("../zoe/tiflis-test.answers.json").write_text("{}")
pathlib.Path("../../source/tiflis-test.ipynb").write_text("{}")
pathlib.Path("../../touched").touch()
""",
    "only-while-graded": """
import os, pathlib
if os.environ.get("NBGRADER_EXECUTION") == "autograde": pathlib.Path("../../touched").touch()
""",
    "never-end": """
while True: pass
""",
    "end-it-all": """
import os
os._exit(7)
""",
    "talk-without-end": """
print("x" * 50_000_000)
""",
}
"""Attacks that need code to run."""


def _with(banks: str) -> dict[str, bytes]:
    """An answers file with this in the place of its answers."""
    learner = md5(banks.encode(), usedforsecurity=False).hexdigest()
    head = f'{{"format": "coup1920 answers", "version": 1, "learner": "{learner}", "banks": '
    return {ANSWERS: f"{head}{banks}}}".encode()}


def _with_answer(answer: str) -> dict[str, bytes]:
    """An answers file with this as one of its answers."""
    return _with(f'{{"class-test": {{"night": {{"answer": {answer}, "at": "2026-03-02T10:00:00+00:00"}}}}}}')


def _with_many(count: int, record: str) -> dict[str, bytes]:
    """An answers file with this record under so many ids."""
    records = ",".join(f'"{n:x}":{record}' for n in range(count))
    return _with(f'{{"class-test": {{{records}}}}}')


def _changed(name: str, old: bytes, new: bytes) -> dict[str, bytes]:
    """An answers file, all right, with something in it replaced."""
    return {ANSWERS: answers_file(RIGHT, name).replace(old, new, 1)}


def _answered(name: str, **answers: object) -> dict[str, bytes]:
    """An answers file with these answers."""
    return {ANSWERS: answers_file({id.replace("_", "-"): answer for id, answer in answers.items()}, name)}


def _in_cell(source: str) -> dict[str, bytes]:
    """A notebook with this cell, and no answers file."""
    return {NOTEBOOK: notebook(source)}


_TESTED = {
    "cell_type": "code",
    "metadata": {"nbgrader": {"grade_id": "test", "grade": True}},
    "source": "2.0",
}
_TOUCH = b"import pathlib; pathlib.Path('../../touched').touch(); raise SystemExit"
_MODULES = ("json.py", "csv.py", "sqlite3.py", "coupquiz.py", "sitecustomize.py")

FILES: dict[str, tuple[str, dict[str, bytes]]] = {
    "nested": ("damaged", _with("[" * 100_000)),
    "nested-and-closed": ("damaged", _with_answer("[" * 100_000 + "]" * 100_000)),
    "nested-nine-deep": ("partly read", _with_answer("[" * 9 + "]" * 9)),
    "many-lists": ("damaged", _with(f"[{'[],' * 1_500_000}[]]")),
    "many-ids": ("unknown questions", _with_many(75_000, '{"answer":"x","at":"2026-03-02T10:00:00+00:00"}')),
    "many-broken-ids": ("partly read", _with_many(400_000, "1")),
    "a-million-ids": ("too large", _with('{"class-test": {' + '"x":{},' * 1_000_000 + '"y":{}}}')),
    "too-large": ("too large", _changed("too-large", b"{", b" " * 5_000_000 + b"{")),
    "not-a-number": ("damaged", _with_answer("NaN")),
    "infinity": ("damaged", _with_answer("-Infinity")),
    "infinity-in-digits": ("partly read", _with_answer("1e999")),
    "digits-without-end": ("damaged", _with_answer("9" * 100_000)),
    "a-great-number": ("partly read", _with_answer("9" * 50)),
    "one-id-twice": ("damaged", _changed("one-id-twice", b'"banks"', b'"banks": {}, "banks"')),
    "not-utf-8": ("damaged", _changed("not-utf-8", b"night", b"n\xffght")),
    "utf-16-cut": ("damaged", {ANSWERS: answers_file(RIGHT, "utf-16").decode().encode("utf-16")[:-99]}),
    "empty-file": ("damaged", {ANSWERS: b""}),
    "zeros": ("damaged", {ANSWERS: bytes(4096)}),
    "half-a-character": ("", _with_answer('"\\ud800"')),
    "no-dictionary": ("made by something else", {ANSWERS: b"[]"}),
    "of-another-program": ("made by something else", {ANSWERS: b'{"answers": {"how-many": "supported"}}'}),
    "of-the-future": ("made by something else", _changed("future", b'"version": 2', b'"version": 99')),
    "version-true": ("damaged", _changed("version", b'"version": 2', b'"version": true')),
    "to-another-bank": ("unknown questions", _changed("bank", b'"class-test"', b'"another"')),
    "out-of-its-folder": ("unknown questions", {ANSWERS: answers_file({"../../keys/x": "y"}, "out")}),
    "wrong-types": (
        "",
        _answered(
            "types",
            first_aim=["college"],
            first_of_may={"mobilised": True},
            night={"answer": RIGHT["night"]},
            how_many=[["supported"]],
            by_chance=True,
        ),
    ),
    "markup": ("", _answered("markup", night="<script>alert(1)</script>", first_aim="<script>")),
    "two-files": (
        "different name",
        {  # in the hope that the better one counts
            "one.answers.json": answers_file(RIGHT, "better"),
            "two.answers.json": answers_file({"first-aim": "palace"}, "later"),
        },
    ),
    "zip-bomb": (
        "not readable",
        {f"{KEY.id}.zip": packed((ANSWERS, answers_file(RIGHT, "zip") + b" " * 50_000_000))},
    ),
    "zip-out-of-its-folder": (
        "not readable",
        {f"{KEY.id}.zip": packed((f"../anna/{ANSWERS}", answers_file(RIGHT, "out-zip")))},
    ),
    "zip-with-another-inside": (
        "different place",
        {f"{KEY.id}.zip": packed((ANSWERS, answers_file({"first-aim": "palace"}, "in")), ("in.zip", b"PK"))},
    ),
    "call-in-a-cell": ("answers cell", _in_cell('answers = {"night": open("../anna/x").read()}')),
    "power-in-a-cell": ("answers cell", _in_cell('answers = {"night": 9**9**9**9}')),
    "loop-in-a-cell": ("answers cell", _in_cell("answers = {n: n for n in range(10**9)}")),
    "nested-cell": ("answers cell", _in_cell("answers = {" + "[" * 50_000)),
    "signs-in-a-cell": ("answers cell", _in_cell("answers = {1: " + "-" * 50_000 + "1}")),
    "sums-in-a-cell": ("answers cell", _in_cell("answers = {1: 1" + " -1" * 30_000 + "}")),
    "long-cell": ("answers cell", _in_cell('answers = {"night": "' + "x" * 200_000 + '"}')),
    "open-text-in-a-cell": ("answers cell", _in_cell('answers = {"night": "' + "\\'" * 40_000)),
    "one-id-twice-in-a-cell": (
        "answers cell",
        _in_cell("answers = {'how-many': 'not-said', 'how-many': 'supported'}"),
    ),
    "infinity-in-a-cell": ("answers cell", _in_cell('answers = {"night": 1e999}')),
    "many-cells": ("nothing handed in", _in_cell("answers = {}\n" * 200_000)),
    "odd-cells": (
        "nothing handed in",
        {NOTEBOOK: b'{"cells": [1, null, {"cell_type": "code", "source": 7}]}'},
    ),
    "cells-of-no-list": ("nothing handed in", {NOTEBOOK: b'{"cells": {"cell_type": "code"}}'}),
    "nested-notebook": ("damaged", {NOTEBOOK: b'{"cells": ' + b"[" * 100_000}),
    "a-large-notebook": ("too large", {NOTEBOOK: notebook(cell(RIGHT)) + b" " * 10_000_000}),
    "test-cell-twice": (
        "",
        _answered("test-cell", first_aim="palace")
        | {NOTEBOOK: json.dumps({"cells": [_TESTED] * 2}).encode()},
    ),
    "modules": ("", _answered("modules", first_aim="palace") | dict.fromkeys(_MODULES, _TOUCH)),
    "results-of-its-own": (
        "",
        _answered("results", first_aim="palace")
        | {".grading.sqlite": b"SQLite format 3\x00" + bytes(100), "marks.csv": b"mallory,20,20"},
    ),
}
"""Attacks by what is handed in: what they are flagged for, if reading tells, and the files."""

NAMES = {
    "formula": "=HYPERLINK(A1)",
    "markup": "<script>alert(1)<⁄script>",
    "lines": "a\nb",
    "quotes": "\"'`,;",
    "space": " ",
    "dots": "a..",
    "long": "n" * 255,
    "right-to-left": "\u202eanna",
}
"""Names of folders that no student has."""


def lay_course(course: Path) -> None:
    """Write a course with three honest students and every attack."""
    lay_submissions(course / "submitted")
    for name in NAMES.values():
        hand_in(course / "submitted" / name, {ANSWERS: answers_file(RIGHT, name)})
    lay_rest(course)


def lay_submissions(root: Path, within: str = "", beside: Mapping[str, bytes] | None = None) -> None:
    """Write three honest submissions and every attack.

    Args:
        root: Where each student has a folder.
        within: The folder in that, in which the files lie.
        beside: SubmittedFiles that lie beside those of an attack that has none of that name.
    """
    for name in ("anna", "carl", "zoe"):
        hand_in(root / name / within, {ANSWERS: answers_file(RIGHT, name), NOTEBOOK: notebook()})
    for name, code in CODE.items():
        files = {ANSWERS: answers_file({"first-aim": "palace"}, name), NOTEBOOK: notebook(code)}
        hand_in(root / f"code-{name}" / within, files)
    hand_in(root / "code-talk-without-end" / within, {NOTEBOOK: notebook("# " + "x" * 50_000_000)})
    for name, (_, files) in FILES.items():
        hand_in(root / f"file-{name}" / within, {**(beside or {}), **files})
    _links(root, within, beside or {})
    _copies(root, within, beside or {})


def lay_rest(course: Path) -> None:
    """Write what of a course an attack may be after: the gradebook and the source."""
    hand_in(course / "source", {NOTEBOOK: notebook()})
    book = sqlite3.connect(course / "gradebook.db")
    book.executescript("CREATE TABLE grade (student, score); INSERT INTO grade VALUES ('mallory', 0);")
    book.close()


def _links(root: Path, within: str, beside: Mapping[str, bytes]) -> None:
    """Submissions that lead elsewhere, or are no files at all."""
    up = "../" * len(Path(within).parts)
    for name in ("link", "link-to-nothing", "hard-link", "pipe", "folder-for-a-file"):
        hand_in(root / name / within, beside)
    (root / "way-out").mkdir()
    (root / "link" / within / ANSWERS).symlink_to(f"../{up}carl/{within}/{ANSWERS}")
    (root / "link-to-nothing" / within / ANSWERS).symlink_to("nowhere")
    (root / "linked-folder").symlink_to("carl", target_is_directory=True)
    (root / "way-out" / KEY.id).symlink_to(f"../carl/{within}", target_is_directory=True)
    os.link(root / "carl" / within / ANSWERS, root / "hard-link" / within / ANSWERS)
    (root / "folder-for-a-file" / within / ANSWERS).mkdir()
    if sys.platform != "win32":
        os.mkfifo(root / "pipe" / within / ANSWERS)


def _copies(root: Path, within: str, beside: Mapping[str, bytes]) -> None:
    """A neighbour's file as it is, and with another learner's id written into it."""
    content = (root / "carl" / within / ANSWERS).read_bytes()
    learner = json.loads(content)["learner"].encode()
    hand_in(root / "copy" / within, {**beside, ANSWERS: content})
    hand_in(root / "disguised-copy" / within, {**beside, ANSWERS: content.replace(learner, b"f" * 32)})
