"""What should stand in a field, and what stands there, in the words of somebody who does not program."""

from __future__ import annotations

from datetime import date, datetime, time

from coupdata.i18n import _
from coupdata.model.described import FieldForm


def in_words(form: FieldForm, about: str) -> str:
    """Return what should stand in a field of a form; for some, what its records, choices or fields are."""
    one, several = _ids(about)
    words = {
        "text": _("text in quotation marks"),
        "texts": _('a list of {texts} such as ["...", "..."]').format(texts=several if about else _("texts")),
        "reference": _("{one} in quotation marks").format(one=one),
        "choice": _("one of {choices}, in quotation marks").format(choices=about),
        "number": _("a number without quotation marks"),
        "whole": _("a whole number without quotation marks"),
        "flag": _("true or false"),
        "days": _("two days such as [1920-05-02, 1920-05-03], without quotation marks"),
        "names": _('names by language such as { ka = "..." }'),
        "values": _('texts, true or false by column such as { place = "..." }'),
        "record": _("a table such as {form}").format(form=about),
        "records": _("a list of tables, each beginning with [[{field}]], or in braces").format(field=about),
    }
    return words[form]


def _ids(kind: str) -> tuple[str, str]:
    """Return what people call the id of a record of this kind, and several."""
    words = {
        "actor": (_("the id of an actor"), _("ids of actors")),
        "event": (_("the id of an event"), _("ids of events")),
        "lane": (_("the id of a lane"), _("ids of lanes")),
        "place": (_("the id of a place"), _("ids of places")),
        "question": (_("the id of a question"), _("ids of questions")),
        "sentence": (_("the id of a sentence"), _("ids of sentences")),
        "side": (_("the id of a side"), _("ids of sides")),
        "source": (_("the id of a source"), _("ids of sources")),
        "theme": (_("the id of a theme"), _("ids of themes")),
    }
    return words.get(kind, (_("an id"), _("ids")))


def called(value: object) -> str:
    """Return what people call a value of TOML."""
    words = {
        str: _("text"),
        int: _("a number"),
        float: _("a number"),
        bool: _("true or false"),
        list: _("a list"),
        dict: _("a table"),
        date: _("a day"),
        datetime: _("a day with a time"),
        time: _("a time"),
    }
    return words[type(value)]
