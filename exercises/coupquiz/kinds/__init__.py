"""The kinds of questions, one folder each; nobody outside of this package asks which kind a question is.

To add a kind, say ``sort``:

1. ``sort/kind.py``: a record that extends `core.question.Question` with what a bank has of it, each field
   `described`: so it is read, and completed by editors. If the question is more, a second record; what is
   long goes into ``sort/question.py``.
2. Below it a class that extends `Kind`. Python names the methods that are still missing, and
   `kind.py` says of each what it is for. What takes a form works without the key, as in an exam.
3. Enter it in `KINDS`, below. An answer is plain JSON, a text, a list of texts, or texts by id: it is kept in
   the answers file as it is, so a person should be able to read it.
4. ``sort/control.js``: what brings its page to life; enter it in ``scripts/controls.js``, and bundle the
   scripts (docs/javascript.md). If it looks like no other kind, ``sort/style.css``, for what only its
   script brings to life ``sort/live.css``, and for paper ``sort/print.css``; their rules begin with
   ``.coup-questions .sort``. A notebook saves the first and the last.
5. Ask a question of the new kind in ``tests/fixtures/banks/london.toml``, and type
   ``nox -s generate``. The tests run over every kind and
   question: each solution scores 1, each mistake less and with feedback of its own, nonsense never raises.

`claim` is a short one to imitate. docs/add_a_kind.md has the same with an example.
"""

from __future__ import annotations

from typing import Any

from coupquiz.kinds.claim.kind import ClaimKind
from coupquiz.kinds.date.kind import DateKind
from coupquiz.kinds.evidence.kind import EvidenceKind
from coupquiz.kinds.fill.kind import FillKind
from coupquiz.kinds.kind import Kind
from coupquiz.kinds.link.kind import LinkKind
from coupquiz.kinds.match.kind import MatchKind
from coupquiz.kinds.multiple.kind import MultipleKind
from coupquiz.kinds.order.kind import OrderKind
from coupquiz.kinds.place.kind import PlaceKind
from coupquiz.kinds.single.kind import SingleKind
from coupquiz.kinds.span.kind import SpanKind
from coupquiz.kinds.value.kind import ValueKind
from coupquiz.kinds.why.kind import WhyKind

KINDS: dict[str, Kind[Any, Any]] = {
    "single": SingleKind(),
    "multiple": MultipleKind(),
    "order": OrderKind(),
    "match": MatchKind(),
    "fill": FillKind(),
    "date": DateKind(),
    "place": PlaceKind(),
    "span": SpanKind(),
    "link": LinkKind(),
    "claim": ClaimKind(),
    "evidence": EvidenceKind(),
    "value": ValueKind(),
    "why": WhyKind(),
}
"""Every kind, by the name that banks give it."""
