"""The forms of a case's facts as a deck of Anki: a card for each, with the sentences that settle it.

Deck, note type and notes have ids that stay, so that a deck that is imported again updates its cards, and
Anki keeps what it knows of them.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from coupdata.i18n import _
from coupdata.model import Case
from coupdata.problems.errors import PlainError
from coupdata.views.html.element import Element, element
from coupquiz.core.form import Choice, Form
from coupquiz.core.question import Question
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import check, form, prompt_text, solution
from coupquiz.pages import feedback
from coupquiz.review.review_forms import ReviewForms

_FRONT = '{{Front}}<p class="from">{{Deck}}</p>'
_BACK = '{{Front}}<hr id="answer">{{Back}}'
_CSS = """.card { max-width: 40rem; margin: auto; font: 18px/1.5 system-ui, sans-serif; text-align: start; }
.prompt { font-weight: 600; }
.sentences b { font-size: 0.75em; }
.from, .quiet { font-size: 0.8em; opacity: 0.7; }
"""


class NoAnkiError(PlainError):
    """The package that writes decks is not installed; the text says how to get it."""


def save_deck(case: Case, path: Path) -> int:
    """Write the deck of a case and return how many cards it has.

    Raises:
        NoAnkiError: genanki is not installed.
        OSError: The file cannot be written.
    """
    try:
        import genanki  # only here: nothing else needs it
    except ImportError as error:
        said = _("Decks need genanki, which is not installed here: python -m pip install genanki")
        raise NoAnkiError(said) from error
    name = _("{title}: review").format(title=case.title)
    model = genanki.Model(
        _number("note type"),
        "coup1920",
        fields=[{"name": "Front"}, {"name": "Back"}],
        templates=[{"name": "Card", "qfmt": _FRONT, "afmt": _BACK}],
        css=_CSS,
    )
    deck = genanki.Deck(_number(f"deck {case.id}"), name)
    questions = ReviewForms(case).whole_bank().questions
    for question in questions:
        fields = [front(question).html(), back(question, case).html()]
        guid = genanki.guid_for("coup1920", case.id, question.id)
        deck.add_note(genanki.Note(model=model, fields=fields, guid=guid, tags=[question.trains]))
    genanki.Package(deck).write_to_file(str(path))
    return len(questions)


def front(question: Question) -> Element:
    """Return what is asked, and what there is to choose from."""
    asked = form(question, "anki")
    lists = [_listed(choices) for choices in _choices(asked)]
    return element("div", element("p", prompt_text(asked), class_="prompt"), *lists)


def back(question: Question, case: Case) -> Element:
    """Return the answer that is right, why, and the sentences that settle it."""
    right = solution(question)
    words = KINDS[question.kind].in_words(form(question, "anki"), right)
    verdict = check(question, right)
    why = [element("p", verdict.feedback)] if not verdict.parts else []
    return element("div", words, *why, *feedback.cited(verdict.cites, case))


def _choices(asked: Form) -> list[tuple[Choice, ...]]:
    """Return what can be chosen, matched or put in order; blanks say nothing."""
    return [choices for choices in (asked.choices, asked.targets) if any(choice.text for choice in choices)]


def _listed(choices: tuple[Choice, ...]) -> Element:
    return element("ul", *(element("li", choice.text) for choice in choices))


def _number(name: str) -> int:
    """Return an id as Anki has them, the same for a name for ever."""
    return int.from_bytes(sha256(f"coup1920 {name}".encode()).digest()[:4]) >> 1
