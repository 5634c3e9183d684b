"""Filling in: every name of an actor or a place, in any script; misspellings forgiven, other names never."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coupdata
from coupdata.model import Actor, Place
from coupquiz import BankError, Outcome, check
from coupquiz.core.form import pieces
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import form, solution
from coupquiz.kinds.fill.question import Fill
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
    "typed", ["Sordanja", "Hzrodanai", "Z", "Noe", "Жордания", "???", "Zhordania or Lenin"]
)
def test_what_is_no_misspelling_is_not_forgiven(typed: str) -> None:
    """Half a name, too many errors, two answers at once."""
    verdict = check(BLANKS["zhordaniaActor"], {"name": typed})
    assert verdict.score == 0
    assert verdict.outcome is Outcome.INCORRECT


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
