"""What is typed wrongly in a TOML file is said in one line: where, what, the mend, and the line itself."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coupdata.loading import Problems, read_toml
from coupdata.loading.toml_errors import toml_problems

BANK = Path(__file__).parents[2] / "fixtures" / "banks" / "london.toml"

CURLY = 'is a curly quotation mark; type straight ones, like ", around the text'
UNENDED = 'this text does not end on its line; put a " at its end, and keep it on one line'
UNQUOTED = 'text goes between straight quotation marks; put " before it and after it'
INNER = "the text has already ended here; for quotation marks inside a text, write “ and ”"
ONE = "write [question.feedback], with one bracket on each side"
TWO = "write [[question]], with two brackets on each side"
BRACES = "a { needs its } on the same line; join the lines, or add the }"

MISTAKES = {
    "curly": ("id = “my”", 1, f"“ {CURLY}"),
    "curly-single": ("id = ‘my’", 1, f"‘ {CURLY}"),
    "curly-low": ("id = „my“", 1, f"„ {CURLY}"),
    "curly-in-list": ("cites = [“c1.4”]", 1, f"“ {CURLY}"),
    "curly-in-option": ('a = { actor = “z”, text = "b" }', 1, f"“ {CURLY}"),
    "curly-end": ('id = "my”\ntitle = "x"', 1, 'contains a curly one, ”; end it with a straight one, "'),
    "true": ('o = [\n  { a = "x", right = True },\n]', 2, "write true, in small letters"),
    "false": ("right = FALSE", 1, "write false, in small letters and without quotation marks"),
    "yes": ("right = yes", 1, "write true, in small letters"),
    "unquoted": ("kind = single", 1, UNQUOTED),
    "unquoted-number": ("d = 2 May 1920", 1, UNQUOTED),
    "unquoted-in-list": ("cites = [c1.4]", 1, UNQUOTED),
    "no-first-mark": ('prompt = Who directed?"', 1, UNQUOTED),
    "one-bracket": ('[question]\nid = "x"\n[question]\nid = "y"', 1, TWO),
    "one-bracket-first": ('[question]\nid = "x"\n[[question]]\nid = "y"', 1, TWO),
    "one-bracket-later": ('[[question]]\nid = "x"\n[question]\nid = "y"', 3, TWO),
    "bracket-too-few": ('id = "b"\n[[question]\nid = "x"', 2, TWO),
    "bracket-too-few-left": ('id = "b"\n[question]]\nid = "x"', 2, TWO),
    "bracket-too-few-no-end": ('[question\nid = "x"', 1, TWO),
    "bracket-too-few-of-one": ('[[question]]\n[question.feedback\na = "b"', 2, ONE),
    "bracket-too-many-of-one": ('[[question]]\n[question.feedback]]\na = "b"', 2, ONE),
    "two-lines": ('prompt = "Who was\nthere?"', 1, UNENDED),
    "two-lines-in-option": ('o = [\n  { feedback = "Who was\nthere?" },\n]', 2, UNENDED),
    "no-last-mark": ('prompt = "Who was\nkind = "x"', 1, UNENDED),
    "no-last-mark-within": ('o = [\n  { actor = "zh, feedback = "Was premier" },\n]', 2, INNER),
    "mark-within": ('prompt = "He said "yes" to it"', 1, INNER),
    "mark-within-option": ('o = [\n  { feedback = "He said "yes" to it", id = "a" },\n]', 2, INNER),
    "mark-at-end": ('prompt = "He said "yes""', 1, INNER),
    "backslash": ('text = "C:\\Users"', 1, "a \\ in a text is written \\\\"),
    "twice": ('[[question]]\nid = "a"\nprompt = "p"\nid = "b"', 4, "'id' appears twice; remove one, or, "),
    "twice-in-option": ('o = { id = "a", id = "b" }', 1, "'id' appears twice; remove one: "),
    "twice-a-table": (
        '[[question]]\nid = "a"\n[question.feedback]\na = "b"\n[question.feedback]\na = "c"',
        5,
        "'question.feedback' appears twice; remove one",
    ),
    "no-comma": ('cites = ["c1" "c2"]', 1, 'a comma is missing after "c1"'),
    "no-comma-after-line": ('o = [\n  { a = "x" }\n  { a = "y" },\n]', 2, "a comma is missing after }"),
    "no-comma-in-option": ('o = [\n  { a = "x" b = "y" },\n]', 2, 'a comma is missing after "x"'),
    "no-bracket": ('o = [\n  { a = "x" },\n\n[[question]]', 1, "is not closed; put a ] before line 4"),
    "no-bracket-no-comma": ('o = [\n  { a = "x" }\n\n[[question]]', 1, "not closed; put a ] before line 4"),
    "no-bracket-field": ('o = [\n  { a = "x" },\nkind = "x"', 1, "is not closed; put a ] before line 3"),
    "no-bracket-end": ('o = [\n  { a = "x" },\n', 1, "is not closed; put a ] at its end"),
    "no-brace": ('o = [\n  { a = "x",\n  { a = "y" },\n]', 2, BRACES),
    "braces-on-two-lines": ('o = [\n  { a = "x",\n    b = "y" },\n]', 2, BRACES),
    "comma-before-brace": ('o = { a = "x", }', 1, "there is a comma before }; remove it"),
    "bracket-too-many": ("o = [\n  { a = 1 },\n]]", 3, "there is one ] too many here"),
    "brace-too-many": ("o = [\n  { a = 1 }},\n]", 2, "there is one } too many here"),
    "no-equals": ('prompt "Who?"', 1, "= is missing after 'prompt'"),
    "colon": ('prompt: "Who?"', 1, "write = instead of : after 'prompt'"),
    "words": ("My questions on May 1920", 1, "a comment begins with #"),
    "no-value": ("id =\nlevel = 1", 1, "a value is missing here"),
    "two-on-a-line": ('id = "x" title = "y"', 1, "there are two things on one line; begin a new line here"),
    "semicolon": ('id = "x";', 1, "there is one ; too many here; remove it"),
    "comma-in-number": ("points = 1,5", 1, "write a number with a point, as in 1.5"),
    "odd-space": ("id =\u00a0'x'", 1, "this is not an ordinary space; delete it and type it again"),
}  # fmt: skip


def problems(file: Path) -> list[str]:
    """What is said of a file."""
    problems = Problems()
    read_toml(file, problems)
    return list(map(str, problems))


@pytest.mark.parametrize("name", MISTAKES)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_each_mistake_is_named_with_its_line_and_its_mend(name: str, end: str, tmp_path: Path) -> None:
    """Whatever comes before and after it."""
    text, number, said = MISTAKES[name]
    file = tmp_path / "p.toml"
    file.write_bytes(f'first = "a bank"\n{text}\n'.replace("\n", end).encode())
    (problem,) = problems(file)
    assert problem.startswith(f"p.toml, line {number + 1}: ")
    assert said.replace("line 4", "line 5").replace("line 3", "line 4") in problem
    assert problem.endswith(f": {text.splitlines()[number - 1].strip()}")
    assert "\n" not in problem


@pytest.mark.parametrize("first", MISTAKES)
def test_a_second_mistake_is_told_in_the_same_run(first: str, tmp_path: Path) -> None:
    """Whatever the first is: one in the next field, or in another record, and nothing that is well."""
    file = tmp_path / "p.toml"
    for second in ("curly", "two-lines", "no-comma", "bracket-too-few-of-one", "colon", "no-value"):
        (text, line, _), (other, other_line, said) = MISTAKES[first], MISTAKES[second]
        before = f"{text}\n\n[[other]]\nid = 'x'\n\n[[another]]\n"
        file.write_text(f"{before}{other}\n\n[[last]]\nid = 'y'\nlevel = 2\n", encoding="utf-8")
        *found, last = problems(file)
        assert last.startswith(f"p.toml, line {before.count(chr(10)) + other_line}: ")
        assert said in last
        assert found[0].startswith(f"p.toml, line {line}: ")
        assert len(found) == 1 or first == "one-bracket"


def test_all_mistakes_of_a_record_are_told_in_one_run(tmp_path: Path) -> None:
    """One in each field, in the order of the lines, and each once."""
    file = tmp_path / "p.toml"
    lines = [
        *(
            "id = “a”",
            'title: "A"',
            "",
            "[[question]]",
            "kind = single",
            'prompt = "Who',
            'cites = ["c1" "c2"]',
        ),
        *("option = [", '  { text = "x", right = True },', "]", 'trains = "actors";', "level = 1", ""),
        *("[[question]]", 'id = "b"', "right = yes"),
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    numbers = [int(said.partition("line ")[2].partition(":")[0]) for said in problems(file)]
    assert numbers == [1, 2, 5, 6, 7, 9, 11, 16]


@pytest.mark.parametrize(
    "text", ["id = {}", "{} id = 'x'", "id = 'a{}b'", 'id = "a{}b"', "id = 'x' {}", "# a{}b", "c = [{}]"]
)
@pytest.mark.parametrize(
    ("sign", "said"),
    [
        ("\v", "a vertical tab"),
        ("\f", "a sign here that cannot be seen"),
        ("\x07", "cannot be seen"),
        ("\0", "no text"),
    ],
)
def test_a_sign_that_cannot_be_seen_is_told(text: str, sign: str, said: str, tmp_path: Path) -> None:
    """Wherever it stands; Word leaves a vertical tab where a line was broken with Shift and Enter."""
    file = tmp_path / "p.toml"
    file.write_text(f"first = 1\n{text.format(sign)}\n", encoding="utf-8")
    (problem,) = problems(file)
    assert said in problem
    assert sign not in problem
    assert problem.startswith("p.toml, line 2: there is" if sign != "\0" else "p.toml: ")


def test_of_a_long_line_the_place_is_shown() -> None:
    """Not its beginning, if the mistake is far from there."""
    text = f'option = {{ feedback = "{"word " * 40}", right = True, id = "{"w" * 90}" }}'
    with pytest.raises(tomllib.TOMLDecodeError) as error:
        tomllib.loads(text)
    said = str(toml_problems("p.toml", text, error.value)[0]).rpartition(": ")[2]
    assert "right = True" in said
    assert said.startswith("…")
    assert said.endswith("…")
    assert len(said) < 65


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_is_typed_into_a_bank_is_one_line(data: st.DataObject) -> None:
    """A few letters taken out or put in: it can be read, or there is a line that says what is wrong."""
    text = BANK.read_text(encoding="utf-8")
    at = data.draw(st.integers(0, len(text)))
    put = data.draw(st.text('“”"[]{}=,\\\n \u00a0#aT1.', max_size=3))
    text = text[:at] + put + text[at + data.draw(st.integers(0, 3)) :]
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problem = toml_problems("p.toml", text, error)[0]
        assert 1 <= int(problem.where.removeprefix("p.toml, line ")) <= text.count("\n") + 1
        assert problem.what
        assert "\n" not in str(problem)
