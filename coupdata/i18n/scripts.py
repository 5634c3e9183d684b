"""Words for people in scripts: i18n.js is to them what `coupdata.i18n` is to Python."""

from __future__ import annotations

import json
import re
from typing import Any

from coupdata.i18n import _, language, ngettext

_TEXT = r'"(?:[^"\\]|\\.)*"'
_CALL = re.compile(rf"\b(?:_\(\s*({_TEXT})|ngettext\(\s*({_TEXT}),\s*({_TEXT}))")

_NUMBERS = range(200)  # no language has a rule that looks further than the last two digits


def for_script(script: str) -> dict[str, Any]:
    """Return the messages of a script in the chosen language, as i18n.js wants them; none for English.

    Each stands under its English. One with a number has all its forms, and which of them each number takes.
    """
    if not language():
        return {}
    catalogue: dict[str, Any] = {"": language()}
    for message, singular, plural in _CALL.findall(script):
        if message:
            text = json.loads(message)
            catalogue[text] = _(text)
        else:
            one, many = json.loads(singular), json.loads(plural)
            said = [ngettext(one, many, n) for n in _NUMBERS]
            forms = list(dict.fromkeys(said))
            catalogue[one] = {"forms": forms, "index": [forms.index(form) for form in said]}
    return catalogue
