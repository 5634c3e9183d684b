"""Which student on a roster work belongs to, whichever way a school writes its rosters."""

from __future__ import annotations

from pathlib import Path

import pytest

from coupquiz.grading.students.class_list import ClassList, class_list
from tests.unit.coupquiz.grading.school import ANSWERS, KEY, RIGHT, answers_file, hand_in

IN_MOODLE = "{}_assignsubmission_file_"
JANE, ANNA = IN_MOODLE.format("Jane OBrien_7"), IN_MOODLE.format("Anna Berg_101")
OTHER_ANNA = IN_MOODLE.format("Anna Berg_102")
LONG = f"{'Anna ' * 24}Berg"
NAMES = "Student,ID,SIS User ID,SIS Login ID,Section\n"


def listed(tmp_path: Path, roster: str, *names: str, encoding: str = "utf-8") -> ClassList:
    """A class with this roster, whose work has these names."""
    for name in names:
        folder = tmp_path / "sub" if name.endswith(".json") else tmp_path / "sub" / name
        hand_in(folder, {name if name.endswith(".json") else ANSWERS: answers_file(RIGHT, name)})
    (tmp_path / "students.csv").write_text(roster, encoding=encoding)
    return class_list(tmp_path / "sub", KEY)


def whose(found: ClassList) -> dict[str, str]:
    """Who has handed in what: the names of work, each with its student."""
    works = found.students.values()
    return {
        path.name: work.student for work in works for path in (work.folder, *work.beside) if path.exists()
    }


@pytest.mark.parametrize(
    "roster",
    [
        "id,name\n7,Anna Berg\n9,Jane O'Brien\n",
        "id,name,student number\n1,Anna Berg,7\n9,Jane O'Brien,8\n",
        "id,name,SIS ID\n1,Anna Berg,7\n9,Jane O'Brien,8\n",
    ],
)
def test_a_platforms_number_is_not_the_schools(tmp_path: Path, roster: str) -> None:
    """Whose number it is at school has not handed this in."""
    found = listed(tmp_path, roster, JANE)
    assert whose(found) == {JANE: "Jane OBrien_7"}
    assert [problem.where for problem in found.problems] == [JANE]


@pytest.mark.parametrize(
    ("roster", "expected"),
    [
        ("id,name\n101,Anna Berg\n102,Anna Berg\n", ("101", "102")),
        ("id,name,moodle\n101,Anna Berg,102\n102,Anna Berg,101\n", ("102", "101")),
        ("id,name,moodle\n1,Anna Berg,101; 7\n2,Anna Berg,9|102\n", ("1", "2")),
        ("Vorname,Nachname,ID-Nummer\nAnna,Berg,101\nAnna,Berg,102\n", ("101", "102")),
        ("Nombre,Apellido(s),Número de ID\nAnna,Berg,101\nAnna,Berg,102\n", ("101", "102")),
        ("Prénom,Nom de famille,Numéro d’identification\nAnna,Berg,101\nAnna,Berg,102\n", ("101", "102")),
    ],
)
def test_a_number_tells_namesakes_apart(tmp_path: Path, roster: str, expected: tuple[str, str]) -> None:
    """The platform's, where there is a column for it; else the id, which may be the platform's."""
    found = listed(tmp_path, roster, ANNA, OTHER_ANNA)
    assert whose(found) == dict(zip((ANNA, OTHER_ANNA), expected, strict=True))
    assert found.problems == ()


@pytest.mark.parametrize(
    "name",
    [
        "Zoé Ott_101_assignsubmission_file_",
        f"zoe_{ANSWERS}",
        f"doejane_55_901_{ANSWERS}",
        "12345-67890 - Eva Lim - May 3, 2026 1015 AM",
        "Lena; Lim",
        "712",
        LONG,
    ],
)
def test_the_name_that_is_listed_settles_it(tmp_path: Path, name: str) -> None:
    """Written into the roster as the message says."""
    (problem,) = listed(tmp_path, "id,name\n1,A\n2,B\n", name).problems
    found = listed(tmp_path, f'id,name,platform\n1,A,\n2,B,"{problem.where.upper()}"\n')
    assert whose(found) == {name: "2"}
    assert found.problems == ()


@pytest.mark.parametrize("names", [("Ali Hassan", "Hassan Ali"), ("Anna Berg", "Anna Berg (2)")])
@pytest.mark.parametrize("crossed", [False, True])
def test_what_a_platform_says_comes_before_any_likeness(
    tmp_path: Path, names: tuple[str, str], *, crossed: bool
) -> None:
    """Also where the name is another student's."""
    one, two = reversed(names) if crossed else names
    found = listed(tmp_path, f"id,name,platform\n1,{names[0]},{one}\n2,{names[1]},{two}\n", *names)
    assert whose(found) == {one: "1", two: "2"}
    assert found.problems == ()


def test_a_name_as_it_stands_comes_before_its_reverse(tmp_path: Path) -> None:
    """Where the roster has both."""
    names = ("Ali Hassan", "Hassan Ali")
    found = listed(tmp_path, "id,name\n1,Ali Hassan\n2,Hassan Ali\n", *names)
    assert whose(found) == dict(zip(names, "12", strict=True))


@pytest.mark.parametrize(
    ("roster", "students"),
    [
        ("ID;Name;Vorname\n0701;Berg;Anna\n0702;Berg;Carl\n", ["0701", "0702"]),
        ("Nr;Name;Vorname\n1;Berg;Anna\n2;Berg;Carl\n", ["Anna Berg", "Carl Berg"]),
        ("Name;Vorname\nBerg;Anna\nBerg;Carl\n", ["Anna Berg", "Carl Berg"]),
        ('id,name\n="0701",Anna Berg\n="0702",Carl Berg\n', ["0701", "0702"]),
        ("student,name\na1,Anna Berg\nc1,Carl Berg\n", ["a1", "c1"]),
    ],
)
def test_everyday_rosters_are_read(tmp_path: Path, roster: str, students: list[str]) -> None:
    """As schools and spreadsheets write them."""
    found = listed(tmp_path, roster, "Anna Berg", "Carl Berg")
    assert whose(found) == dict(zip(("Anna Berg", "Carl Berg"), students, strict=True))
    assert [*found.students] == students


def test_canvass_gradebook_is_a_roster(tmp_path: Path) -> None:
    """Its numbers are those in the names of files; two of its lines are no student's."""
    lines = (
        "    Points Possible,,,,",
        '"Berg, Anna",12345,s1,aberg,9b',
        '"Berg, Anna",12346,s2,aberg2,9b',
        '"Lim, Eva",12347,s3,elim,9b',
        '"Student, Test",999,,abc,9b',
    )
    files = {f"berganna_12345_901_{ANSWERS}": "12345", f"berganna_12346_902_{ANSWERS}": "12346"}
    found = listed(tmp_path, NAMES + "\n".join(lines), *files)
    assert whose(found) == files
    assert [*found.students] == ["12345", "12346", "12347"]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("encoding", "name"), [("cp1250", "Łukasz Żak"), ("cp1251", "Иван Петров"), ("cp1254", "İpek Şahin")]
)
def test_what_was_handed_in_tells_the_encoding_of_a_roster(tmp_path: Path, encoding: str, name: str) -> None:
    """Excel's is the country's."""
    folder = IN_MOODLE.format(f"{name}_101")
    assert whose(listed(tmp_path, f"id;name\n0701;{name}\n", folder, encoding=encoding)) == {folder: "0701"}
