"""A class of sixty who handed in as platforms, systems and people do, with what each should get."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from unicodedata import normalize

from coupquiz.answers.file_format import dump, parse
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

ID = KEY.id

LEVELS: list[tuple[dict[str, object], float]] = [
    (RIGHT, 20),
    ({"first-aim": RIGHT["first-aim"]}, 2),
    ({id: answer for id, answer in RIGHT.items() if id != "five-days-and-more"}, 15),
    ({id: answer for id, answer in RIGHT.items() if id != "first-aim"}, 18),
    ({"first-of-may": RIGHT["first-of-may"], "night": RIGHT["night"]}, 7),
]
"""What students answer, and what it is worth: 2, 3, 5, 2, 2, 4, 1 and 1 points make 20."""


@dataclass(frozen=True)
class Pupil:
    """A student who is made up."""

    name: str
    """As the marks should have it."""
    points: float
    files: Mapping[str, bytes]
    """What is found in the folder of the class, by path."""


def own(name: str) -> bytes:
    """A notebook of the student's own, as it was given out."""
    return notebook(f'quiz = Quiz("{ID}.questions.json", notebook="{ID}")', f"# {name}", "answers = {}")


def class_of_sixty() -> list[Pupil]:
    """Sixty students, twelve of each of five systems."""
    pupils = []
    for number in range(12):
        for system, files_of in SYSTEMS.items():
            answers, points = LEVELS[(number + len(system)) % len(LEVELS)]
            who = f"{system} {number}"
            name, files = files_of(number, answers, who)
            pupils.append(Pupil(name, points, files))
    return pupils


def lay_sixty(root: Path) -> None:
    """Write what they handed in, with the litter of systems."""
    for pupil in class_of_sixty():
        for name, content in pupil.files.items():
            hand_in((root / name).parent, {Path(name).name: content})
    for folder in ("__MACOSX", "@eaDir", "$RECYCLE.BIN", ".stfolder"):
        hand_in(root / folder, {f"._{ANSWERS}": b"x", ANSWERS: b"x"})
    hand_in(root, {f"x_{ANSWERS}.crdownload": b"x", f"~$y_{ANSWERS}": b"x", "Thumbs.db": b"x"})


def _work(answers: Mapping[str, object], who: str) -> dict[str, bytes]:
    return {ANSWERS: answers_file(answers, who), NOTEBOOK: own(who)}


def _moodle(number: int, answers: Mapping[str, object], who: str) -> tuple[str, dict[str, bytes]]:
    name = f"{'Anna Berg' if number < 4 else f'Moodle {number}'}_{100 + number}"  # four namesakes
    place = f"{name}_assignsubmission_file_"
    files = _work(answers, who)
    if number % 3 == 0:  # packed, with the whole lesson around it
        lesson = dump(replace(parse(files[ANSWERS]), notebook="01_reading"))
        inside = [(f"lesson/{n:02}.answers.json", lesson) for n in range(12)]
        inside += [(f"lesson/{file}", content) for file, content in files.items()]
        files = {"lesson.zip": packed(*inside), "photos.zip": packed(("1.jpg", b"x"))}
    laid = {f"{place}/{file}": content for file, content in files.items()}
    return name, {**laid, f"{name}_assignsubmission_onlinetext_/onlinetext.html": b"<p>Here.</p>"}


def _canvas(number: int, answers: Mapping[str, object], who: str) -> tuple[str, dict[str, bytes]]:
    name = f"doe{'abcdefghijkl'[number]}_{500 + number}"
    late = f"doe{'abcdefghijkl'[number]}_LATE_{500 + number}" if number % 4 == 1 else name
    files = {f"{late}_{900 + 3 * number}_{NOTEBOOK}": own(who)}
    again = "-2" if number % 3 == 2 else ""
    files[f"{late}_{901 + 3 * number}_{ID}.answers{again}.json"] = answers_file(answers, who)
    if again:  # and an empty one before
        files[f"{late}_{902 + 3 * number}_{ANSWERS}"] = answers_file({}, f"before {who}")
    return name, files


def _teams(number: int, answers: Mapping[str, object], who: str) -> tuple[str, dict[str, bytes]]:
    name = normalize("NFD" if number % 2 else "NFC", f"Zoé Müller {number}")
    place = f"{name}/Tiflis Test/Version {1 + number % 3}"
    files = _work(answers, who)
    if number % 4 == 2:  # a sync service has made two halves of it
        file = parse(files[ANSWERS])
        ids = sorted(file.records)
        halves = [dump(replace(file, records={id: file.records[id] for id in ids[n::2]})) for n in (0, 1)]
        files[ANSWERS] = halves[0]
        files[f"{ID}.answers-LAPTOP-{number}.json"] = halves[1]
    return name, {f"{place}/{file}": content for file, content in files.items()}


def _classroom(number: int, answers: Mapping[str, object], who: str) -> tuple[str, dict[str, bytes]]:
    name = f"Classroom Pupil {number}"
    if number % 4 == 3:  # no file could be saved
        return name, {f"{name} - {NOTEBOOK}": notebook(cell(answers))}
    return name, {f"{name} - {NOTEBOOK}": own(who), f"{name} - {ANSWERS}": answers_file(answers, who)}


def _by_hand(number: int, answers: Mapping[str, object], who: str) -> tuple[str, dict[str, bytes]]:
    name = f"{'' if number % 2 else '0'}{712 + number // 2}"  # a spreadsheet would take two for one
    content = answers_file(answers, who)
    match number % 6:
        case 0:
            files = {f"{name}/{ID}/{ID} (1).ipynb": own(who), f"{name}/{ID}/{ANSWERS}": content}
        case 1:
            files = {f"{name}/{ANSWERS}": content.decode().encode("utf-16"), f"{name}/{NOTEBOOK}": own(who)}
        case 2:
            files = {f"{name}/{ID} (2)/{ANSWERS}": content, f"{name}/{ANSWERS}:Zone.Identifier": b"x"}
        case 3:
            files = {f"{name}_{ANSWERS}": content, f"{name}/{ID}/{NOTEBOOK}": own(who)}
        case 4:
            values = json.loads(content)
            for record in values["banks"][KEY.bank.id].values():
                record["tries"] = -5
            files = {
                f"{name}/{ID}/{ANSWERS}": json.dumps(values).encode(),
                f"{name}/{ID}/{NOTEBOOK}": own(who),
            }
        case _:
            files = {f"{name}/{NOTEBOOK}": notebook("answers = {}", repr(dict(answers)))}
    return name, files


SYSTEMS = {
    "moodle": _moodle,
    "canvas": _canvas,
    "teams": _teams,
    "classroom": _classroom,
    "by hand": _by_hand,
}
