"""Filling in: every name of an actor or a place, in any script; misspellings forgiven, other names never."""

import re
from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coupdata
from coupdata.model import Actor, Place
from coupquiz import BankError, Outcome, check, load_bank
from coupquiz.core.form import pieces
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import form, solution
from coupquiz.kinds.fill.question import Fill
from coupquiz.parsing.names import short_forms
from coupquiz.parsing.spelling import is_misspelling, plain, typing_errors
from tests.cases import SMALL
from tests.unit.coupquiz.asked import LONDON, QUESTIONS, read

CASE = coupdata.load()
RECORDS: list[Actor | Place] = [*CASE.actors, *CASE.places]
FILLS = [question for question in QUESTIONS if isinstance(question, Fill)]
MAYOR = LONDON.question("the-mayor")


def blank(record: Actor | Place) -> Fill:
    """The question for the name of an actor or a place."""
    kind = "actor" if isinstance(record, Actor) else "place"
    question = read(CASE, kind="fill", prompt="It was {name}.", blank=[{"id": "name", kind: record.id}])
    assert isinstance(question, Fill)
    return question


BLANKS = {record.id + type(record).__name__: blank(record) for record in RECORDS}


def names(record: Actor | Place) -> list[str]:
    """Every name of a record, in every script."""
    return [record.name, *record.aliases, *record.native.values()]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_the_solution_inside_a_sentence_is_in_its_script(record: Actor | Place) -> None:
    """A script without capitals is not taken for a name in small letters."""
    assert solution(blank(record)) not in [{"name": name} for name in record.native.values()]


def test_no_solution_of_the_lesson_is_in_another_script() -> None:
    """Not where a bank accepts a name in it, either."""
    assert [answer for fill in FILLS for answer in solution(fill).values() if not answer.isascii()] == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_every_name_of_a_record_is_right(record: Actor | Place) -> None:
    """Its name, aliases, other transliterations and other scripts, however they are written."""
    question = BLANKS[record.id + type(record).__name__]
    for name in names(record):
        for typed in (
            name,
            name.upper(),
            f"  {name.lower()}. ",
            name.replace("-", " "),
            name.replace(" ", "  "),
        ):
            verdict = check(question, {"name": typed})
            assert verdict.outcome is Outcome.CORRECT, typed
            assert "spelt" not in verdict.feedback


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_no_other_name_is_ever_right(record: Actor | Place) -> None:
    """However near two names are, each stands for its own; the feedback says whom or what it names."""
    question = BLANKS[record.id + type(record).__name__]
    own = {plain(name) for name in names(record)}
    for other in RECORDS:
        for name in names(other):
            if plain(name) not in own:
                verdict = check(question, {"name": name})
                assert verdict.score == 0, name
                assert "not what the reading says here" not in verdict.feedback, name


def test_a_name_from_elsewhere_is_told_so() -> None:
    """First that it does not belong here, then who that is."""
    said = check(MAYOR, {"who": "Thomas Farriner"}).parts[0].feedback
    assert said.startswith("“Thomas Farriner” does not belong here. ")
    assert said.endswith(SMALL.actor("farriner").summary)


def test_what_nobody_knows_is_sent_back_to_the_sentence() -> None:
    """To that of the blank, or to those of the question where it has none of its own."""
    assert isinstance(MAYOR, Fill)
    who, stuff = check(MAYOR, {"stuff": "gold", "who": "gold"}).parts
    assert "not what the reading says here" in stuff.feedback
    assert who.feedback == stuff.feedback
    assert who.cites == SMALL.actor("bloodworth").cites
    assert stuff.cites == MAYOR.cites


@pytest.mark.parametrize("mark", list("'’‘ʼ`´"))
def test_any_apostrophe_is_right(mark: str) -> None:
    """Keyboards have a straight one, books a curly one; a name is found with either, or with none."""
    with_one = [(record, name) for record in RECORDS for name in names(record) if "’" in name or "'" in name]
    assert with_one
    for record, name in with_one:
        question = BLANKS[record.id + type(record).__name__]
        for typed in (name.replace("'", mark).replace("’", mark), name.replace("'", "").replace("’", "")):
            assert check(question, {"name": typed}).score == 1, typed


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Zhordannia", "Zhordania"),
        ("Zhodrania", "Zhordania"),
        ("Noe Zhordaniya", "Noe Zhordania"),
        ("Jordanai", "Jordania"),
        ("ნოე ჟორდანი", "ნოე ჟორდანია"),
    ],
)
def test_a_misspelling_is_forgiven_and_the_spelling_shown(typed: str, shown: str) -> None:
    """A letter too many, too few, another one, two in each other's place; in any script."""
    verdict = check(BLANKS["zhordaniaActor"], {"name": typed})
    assert verdict.score == 1
    assert f"“{shown}”" in verdict.feedback


@pytest.mark.parametrize(
    "typed",
    [
        *("Sordanja", "Hzrodanai", "Z", "Noe", "ნოე", "Ной", "???", "N. Z.", "General", "Premier", "Mr"),
        *("Zhordania or Lenin", "Zhordania (Lenin)", "Zhordania/Lenin", "Lenin (Zhordania)", "Lenin, Noe"),
        *("M. Zhordania", "R. N. Zhordania", "General Lenin", "Noe or Lenin", "Жор", "Ордани"),
    ],
)
def test_what_is_no_misspelling_is_not_forgiven(typed: str) -> None:
    """A first name or a title alone, too many errors, two answers at once, somebody else's initial."""
    verdict = check(BLANKS["zhordaniaActor"], {"name": typed})
    assert verdict.score == 0
    assert verdict.outcome is Outcome.INCORRECT


@pytest.mark.timed
@pytest.mark.parametrize(
    "sign",
    [" ", "(", ")", "/", "= ", ", ", "or ", "a ", ". ", "я", "[ ", "- ", "a/", "(a)", "Lenin/", "(Lenin) "],
)
def test_nothing_that_is_typed_takes_long(sign: str) -> None:
    """However long it is; it names nothing."""
    start = process_time()
    assert check(BLANKS["leninActor"], {"name": f"a{sign * 9990}b"[:9999]}).score == 0
    assert process_time() - start < 0.5


PERSONS = [actor for actor in CASE.actors if actor.kind == "person"]


@pytest.mark.parametrize("person", PERSONS, ids=lambda person: person.id)
def test_a_surname_alone_counts_in_every_script(person: Actor) -> None:
    """That of each of its names, and with initials, a title or the last name first."""
    question = BLANKS[person.id + "Actor"]
    for name in names(person):
        *first, last = name.split()
        typed = [last, last.upper(), f"General {last}", f"Gen. {name}", f"{last} (general)", f"the {last}"]
        if first and first != ["General"]:
            given = " ".join(first)
            typed += [
                f"{last}, {given}",
                f"{last},{given}",
                f"{last} {given}",
                f"Gen.{last}",
                f"{first[0][0]}. {last}",
                f"Comrade {given} {last}",
            ]
        for text in typed:
            verdict = check(question, {"name": text})
            assert verdict.score == 1, text
            assert "spelt" not in verdict.feedback


@pytest.mark.parametrize(
    ("id", "typed"),
    [
        ("zhordaniaActor", "Жордания"),
        ("zhordaniaActor", "ЖОРДАНИЯ"),
        ("zhordaniaActor", "генерал Жордания"),
        ("kvinitadzeActor", "Квинитадзе"),
        ("ordzhonikidzeActor", "Орджоникидзе"),
        ("ordzhonikidzeActor", "Серго Орджоникидзе"),
        ("leninActor", "Ленин"),
        ("leninActor", "Владимир Ленин"),
        ("leninActor", "Vladimir Ilyich Lenin"),
        ("leninActor", "Lenin, V. I."),
        ("stalinActor", "Сталин"),
        ("karakhanActor", "Карахан"),
        ("gegechkoriActor", "გეგეჭკორი"),
        ("tiflisPlace", "Тифлис"),
        ("tiflisPlace", "Тбилиси"),
        ("bakuPlace", "Баку"),
        ("moscowPlace", "Moskva"),
        ("moscowPlace", "МОСКВА"),
    ],
)
def test_another_script_is_read_letter_by_letter(id: str, typed: str) -> None:
    """Cyrillic and Georgian, where the data do not have the name in it."""
    assert check(BLANKS[id], {"name": typed}).score == 1


@pytest.mark.parametrize(
    ("typed", "score"),
    [
        *((text, 1) for text in ("Tiflis (Tbilisi)", "Tbilisi (Tiflis)", "Tiflis [Tbilisi]", "(Tiflis)")),
        *(
            (text, 1)
            for text in (
                "Tiflis/Tbilisi",
                "Tiflis / Tbilisi",
                "Tiflis = Tbilisi",
                "Tiflis or Tbilisi",
                "Tiflis – Tbilisi",
                "Tiflis, now Tbilisi",
                "Tbilisi, formerly Tiflis",
                "Tiflis aka Tbilisi",
            )
        ),
        *(
            (text, 1)
            for text in ("Tiflis (now Tbilisi)", "Tiflis (the capital)", "Tiflis (თბილისი)", "Tiflis (")
        ),
        *((text, 1) for text in ("Tifliss (Tbilisi)", "Tiflis (Tbilissi)")),
        *(
            (text, 0)
            for text in ("Tiflis (Baku)", "Baku (Tiflis)", "Tiflis/Baku", "Baku/Tiflis", "Tiflis = Baku")
        ),
        *(
            (text, 0)
            for text in (
                "the capital (Tiflis)",
                "Tiflis/somewhere",
                "Tiflis or Baku",
                "Tiflis, now Baku",
                "Tiflis – Baku",
                "Baku, formerly Tiflis",
                "()",
                "/",
                "=",
            )
        ),
    ],
)
def test_another_name_in_brackets_is_the_same_or_another_answer(typed: str, score: float) -> None:
    """What brackets add may explain; a name of something else makes it two answers, of which none counts."""
    assert check(BLANKS["tiflisPlace"], {"name": typed}).score == score


def test_a_surname_that_two_have_is_not_enough() -> None:
    """Neither two persons, nor a person and a place; what the data list as a name counts all the same."""
    lenin, stalin = CASE.actor("lenin"), CASE.actor("stalin")
    named = {
        "lenin": "Maria Baku",
        "stalin": "Joseph Baku",
        "zhordania": "Noe Ramishvili",
        "kvinitadze": "Isidore Ramishvili",
    }
    actors = tuple(
        replace(actor, name=named[actor.id], aliases=(), native={}) if actor.id in named else actor
        for actor in CASE.actors
    )
    case = replace(CASE, actors=actors)
    assert (lenin.kind, stalin.kind) == ("person", "person")

    def score(id: str, typed: str) -> float:
        asked = read(case, kind="fill", prompt="{name}", blank=[{"id": "name", "actor": id}])
        return check(asked, {"name": typed}).score

    assert score("lenin", "Maria Baku") == score("zhordania", "N. Ramishvili") == 1
    assert (
        score("lenin", "Baku") == score("zhordania", "Ramishvili") == score("zhordania", "I. Ramishvili") == 0
    )


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Noe Zhordania", {"Zhordania", "N Zhordania"}),
        ("Vladimir Ilyich Lenin", {"Lenin", "V Lenin", "V I Lenin"}),
        ("Otto von Bismarck", {"Bismarck", "O Bismarck", "O v Bismarck"}),
        ("ნოე ჟორდანია", {"ჟორდანია", "ნ ჟორდანია"}),
        *(
            (name, set())
            for name in ("Lenin", "Louis XIV", "Catherine of Aragon", "Ivan the Terrible", "Kim Il")
        ),
    ],
)
def test_the_surname_is_the_last_word(name: str, short: set[str]) -> None:
    """As far as there is one."""
    assert set(short_forms(name)) == short


@pytest.mark.parametrize(
    ("id", "typed", "nearest"),
    [
        ("mensheviks", "Belsheviks", "Bolsheviks in Georgia"),
        ("mensheviks", "Bolshevicks", "Bolsheviks in Georgia"),
        ("mensheviks", "Molsheviks", "Bolsheviks in Georgia"),
        ("mensheviks", "Melsheviks", ""),
        ("mensheviks", "Mensheviki", ""),
        ("georgian-bolsheviks", "Belsheviks", ""),
        ("georgian-bolsheviks", "Melsheviks", "Mensheviks"),
        ("georgian-bolsheviks", "Menshevics", "Mensheviks"),
        ("stalin", "Lennin", "Lenin"),
        ("soviet-russia", "Prussia", ""),
    ],
)
def test_a_slip_is_forgiven_towards_the_nearest_name(id: str, typed: str, nearest: str) -> None:
    """Of the whole case, and not towards the right one."""
    (said,) = [check(BLANKS[f"{id}Actor"], {"name": typed})]
    assert said.score == (not nearest)
    assert not nearest or said.feedback.startswith(f"“{nearest}” does not belong here.")


def test_a_slip_may_be_towards_what_another_question_of_the_bank_asks_for(tmp_path: Path) -> None:
    """Then it is wrong here, as that word itself is."""
    blanks = {"line": "front", "cold": "frost"}
    tables = "".join(
        f'[[question]]\nid = "{id}"\nkind = "fill"\nprompt = "It was the {id}: {{word}}."\ncites = ["s1.1"]\n'
        f'trains = "vocabulary"\nblank = [{{ id = "word", text = "{text}" }}]\n'
        for id, text in blanks.items()
    )
    file = tmp_path / "b.toml"
    file.write_text(f'id = "b"\ntitle = "B"\n{tables}', encoding="utf-8")
    bank = load_bank(file, CASE)
    for typed, right in {"front": 1, "fronnt": 1, "frost": 0, "frosst": 0, "frosn": 0}.items():
        assert check(bank.question("line"), {"word": typed}).score == right, typed


def test_a_mistake_that_the_bank_knows_comes_before_a_misspelling() -> None:
    """Even where it is a letter away from what is right; misspelt itself it is known as well."""
    question = read(
        CASE,
        kind="fill",
        prompt="{party}",
        blank=[
            {
                "id": "party",
                "text": "bolshevik",
                "wrong": [{"text": "bolsheviki", "feedback": "More than one.", "cites": ["s1.1"]}],
            }
        ],
    )
    assert check(question, {"party": "Bolsheviki"}).feedback == "More than one."
    assert check(question, {"party": "Bolshevki"}).score == 1
    assert check(MAYOR, {"stuff": "stones"}).parts[0].feedback == "Stone came after the fire."


def test_accents_signs_and_articles_do_not_count() -> None:
    """What is left are letters and digits."""
    assert plain("  The Café-Bar ") == plain("cafe bar") == "cafebar"
    assert plain("workers’") == plain("worker's") == "workers"
    assert plain("ＮＯＥ") == "noe"
    assert plain("the") == "the"
    assert plain("?!") == ""


@pytest.mark.parametrize(
    ("typed", "meant", "forgiven"),
    [
        ("baku", "baku", True),
        ("bakuu", "baku", False),
        ("tifls", "tiflis", True),
        ("tfilis", "tiflis", True),
        ("tifl", "tiflis", False),
        ("bolsehviks", "bolsheviks", True),
        ("bolsehvics", "bolsheviks", True),
        ("bolsehvicz", "bolsheviks", False),
        ("1921", "1920", False),
        ("may1921", "may1920", False),
        ("12tharmy", "11tharmy", False),
        ("11tharmi", "11tharmy", True),
    ],
)
def test_how_much_is_forgiven(typed: str, meant: str, forgiven: bool) -> None:
    """One error from five letters on, two from nine on; never in a number."""
    assert is_misspelling(typed, meant) is forgiven


def edits(word: str) -> set[str]:
    """Every text that is one typing error from a word."""
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    return {
        *(a + b[1:] for a, b in cuts if b),
        *(a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1),
        *(a + c + b for a, b in cuts for c in "ab"),
        *(a + c + b[1:] for a, b in cuts if b for c in "ab"),
    }


@pytest.mark.parametrize("word", ["", "a", "ab", "abab", "aabb"])
def test_typing_errors_are_counted(word: str) -> None:
    """Against every word that one error makes; the same word has none, and none is counted one way only."""
    assert typing_errors(word, word) == 0
    for other in edits(word):
        assert typing_errors(word, other) == typing_errors(other, word) == (other != word)


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_typing_errors_are_a_distance(a: str, b: str) -> None:
    """At most all letters of the longer word, at least the difference in length; the same both ways."""
    assert abs(len(a) - len(b)) <= typing_errors(a, b) <= max(len(a), len(b))
    assert typing_errors(a, b) == typing_errors(b, a)
    assert (typing_errors(a, b) == 0) == (a == b)


@given(st.sampled_from(FILLS), st.data())
def test_one_more_blank_that_is_right_never_scores_less(question: Fill, data: st.DataObject) -> None:
    """The score is the share of blanks that are right, whatever the others hold."""
    texts = st.sampled_from(["", "nonsense", *(blank.right.usual for blank in question.blanks)])
    answer = {blank.id: data.draw(texts) for blank in question.blanks}
    for filled in question.blanks:
        better = answer | {filled.id: filled.right.usual}
        assert check(question, better).score >= check(question, answer).score


def test_blanks_stand_in_the_order_of_the_prompt() -> None:
    """Whatever their order in the bank."""
    assert isinstance(MAYOR, Fill)
    assert [filled.id for filled in MAYOR.blanks] == ["who", "stuff"]
    verdict = check(MAYOR, {"stuff": "timber", "who": "Thomas Bludworth"})
    assert verdict.score == 1
    assert verdict.feedback == "Both blanks are right."
    half = check(MAYOR, {"stuff": "gold"})
    assert half.feedback == "0 of 2 blanks are right. 1 has no answer yet."


@pytest.mark.parametrize("prompt", ["{a} {b}", "{a}", "{a} {a}", "none"])
@pytest.mark.parametrize("blanks", [["a"], ["a", "b"]])
def test_prompt_and_blanks_fit_together(prompt: str, blanks: list[str]) -> None:
    """Each blank stands once in the prompt; else the bank says which does not."""
    tables = [{"id": id, "text": f"word {id}"} for id in blanks]
    if pieces(prompt)[1::2] == blanks:
        assert read(CASE, kind="fill", prompt=prompt, blank=tables)
    else:
        with pytest.raises(BankError, match=r"is not in it|there is no blank|appears twice"):
            read(CASE, kind="fill", prompt=prompt, blank=tables)


@pytest.mark.parametrize(
    ("prompt", "shown"),
    [
        ("The general and his {who} fought back.", "The general and his cadets fought back."),
        ("The general “and his {who}” fought back.", "The general “and his cadets” fought back."),
        ("{who} fought back.", "Cadets of the college fought back."),
        ("Who? {who} did.", "Who? Cadets of the college did."),
    ],
)
def test_a_key_reads_as_a_sentence(prompt: str, shown: str) -> None:
    """Inside one a name is in small letters where the data has it so."""
    question = read(CASE, kind="fill", prompt=prompt, blank=[{"id": "who", "actor": "cadets"}])
    filled = KINDS["fill"].in_words(form(question), solution(question))
    assert re.sub(r"<[^>]+>", "", filled.html()) == shown
    assert check(question, {"who": "Cadets of the college"}).outcome is Outcome.CORRECT
