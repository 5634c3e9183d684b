"""What comes back on a day: which facts, in which form, in which order.

It is decided by what was known when the day began, so that it stays the same all day, on every device. A try
of today only says that something is done. What a clock dates later than now does not count before its time:
so nothing is lost where one was set back. An answer to a question that came today is of today, even so: so
nothing comes twice a day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from coupquiz.core.tries import Try
from coupquiz.review.facts import Fact
from coupquiz.review.history import FactTry, History
from coupquiz.review.review_forms import ReviewForms
from coupquiz.review.schedule import Memory

MOST = 10
"""How many questions come on a day."""

NEW = 4
"""How many of these may ask for what no question has asked for alone."""

_TO_SPARE = 3  # days before a test
_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class Due:
    """A fact that comes on a day, and the form in which it does."""

    fact: str
    form: str


@dataclass(frozen=True, slots=True)
class ReviewDay:
    """A day of review as it stands."""

    day: date
    due: tuple[Due, ...]
    """What comes on that day, in order, done or not."""
    done: frozenset[str]
    """The facts among these that were tried on it."""
    memories: dict[str, Memory]
    """How well each fact that was ever tried is remembered, by id."""
    holds: tuple[str, ...]
    """The facts that need nothing today."""
    fades: tuple[str, ...]
    """Those that should come back, today or, where that is too much, on the next days."""
    new: tuple[str, ...]
    """Those that the lesson has told, and no question has asked for yet."""
    next: date | None
    """When something comes next, after that day; None where nothing ever was tried."""

    @property
    def left(self) -> tuple[Due, ...]:
        """What is still to do on that day."""
        return tuple(one for one in self.due if one.fact not in self.done)


def review_day(
    forms: ReviewForms, history: History, now: datetime, learner: str = "", test: date | None = None
) -> ReviewDay:
    """Return a day of review.

    Args:
        forms: The facts, and their forms.
        history: What the learner has done.
        now: With the offset that the learner's clock has.
        learner: Whoever it is; two learners are not asked in the same forms.
        test: The day of a test, on which all that was asked for should still be known.
    """
    day = now.date()
    today = [
        one for one in history.tries if one.day == day or (one.tried.at <= now and one.tried.at.date() >= day)
    ]
    before = [one for one in history.tries if one.tried.at <= now and one.tried.at.date() < day]
    known = _known(history, lambda tried: tried.at <= now)
    told = [id for id, since in history.told_since(forms.facts.values()).items() if since <= day]
    chosen = chosen_facts(forms, history, now, learner, test)
    done = frozenset(one.fact for one in today) & set(chosen)
    spared = _spared(chosen, done, today)
    asked = [Due(id, form) for id, form in _in_forms(forms, chosen, before, day, learner) if id not in spared]
    later = [memory.due for memory in known.values()]
    unknown = tuple(fact for fact in told if fact not in known)
    left_over = set(unknown) - (set(chosen) - done - spared)
    if left_over or (known and min(later) <= day):
        following: date | None = day + _DAY
    else:
        following = min(later, default=None)
    return ReviewDay(
        day,
        tuple(_mixed(forms, asked)),
        done,
        known,
        holds=tuple(id for id, memory in known.items() if memory.due > day),
        fades=tuple(id for id, memory in known.items() if memory.due <= day),
        new=unknown,
        next=following,
    )


def chosen_facts(
    forms: ReviewForms, history: History, now: datetime, learner: str = "", test: date | None = None
) -> list[str]:
    """Return which facts come on a day, done or not, in no order; the arguments are those of `review_day`."""
    day = now.date()
    known = _known(history, lambda tried: tried.at <= now and tried.at.date() < day)
    fading = sorted(
        (id for id, memory in known.items() if memory.due <= _horizon(day, test)),
        key=lambda id: (known[id].chance(day), _draw(day, learner, id)),
    )
    told = history.told_since(forms.facts.values())
    new = [id for id, since in told.items() if since < day and id not in known]
    new.sort(key=lambda id: _draw(day, learner, id))
    pace = _pace(len(new), len(fading), day, test)
    # one new fact goes first: else it might wait for ever for its neighbours to have nothing due
    chosen = _apart(forms, new, min(1, pace))
    chosen = _apart(forms, fading, MOST - pace, chosen)
    chosen = _apart(forms, new, pace - 1, chosen)
    return _apart(forms, fading, MOST - len(chosen), chosen)


def _known(history: History, counts: Callable[[Try], bool]) -> dict[str, Memory]:
    """Return how well each fact is known by the last of the tries that count."""
    last = {
        fact: next((memory for tried, memory in reversed(memories) if counts(tried)), None)
        for fact, memories in history.memories.items()
    }
    return {fact: memory for fact, memory in last.items() if memory}


def _horizon(day: date, test: date | None) -> date:
    """Return until when what fades comes today; on the day before a test, that is the test's."""
    return test if test and day == test - _DAY else day


def _pace(new: int, fading: int, day: date, test: date | None) -> int:
    """Return how many new facts come today; before a test enough that none is left, with days to spare."""
    if not test or day >= test:
        return min(NEW, max(0, MOST - fading))
    days = max(1, (test - day).days - _TO_SPARE)
    return min(MOST, max(NEW, -(-new // days)))


def _apart(forms: ReviewForms, ids: Sequence[str], most: int, taken: Sequence[str] = ()) -> list[str]:
    """Return what is taken and the first of these; no link beside an event of its own, which it tells."""
    chosen = list(taken)
    for id in ids:
        if len(chosen) - len(taken) >= most:
            break
        told = any(_tells(forms.facts[id], forms.facts[one]) for one in chosen)
        if id not in chosen and not told and forms.has(id):  # of nothing else are all forms made
            chosen.append(id)
    return chosen


def _tells(one: Fact, other: Fact) -> bool:
    return bool(one.link or other.link) and bool(set(one.events) & set(other.events))


def _spared(chosen: Sequence[str], done: Iterable[str], today: Iterable[FactTry]) -> frozenset[str]:
    """Return what waits for another day, as enough was answered today on a device that asked for other facts.

    It did so if it had not all the answers; when they come together, the day is still no longer than any.
    """
    was_done = set(done)
    elsewhere = {one.fact for one in today if one.form} - set(chosen)
    left = [id for id in chosen if id not in was_done]
    return frozenset(left[max(0, MOST - len(elsewhere) - len(was_done)) :])


def _in_forms(
    forms: ReviewForms, facts: Iterable[str], before: Iterable[FactTry], day: date, learner: str
) -> Iterable[tuple[str, str]]:
    """Yield each fact with the form in which it comes: never the last one, the least seen, of any kind."""
    seen = Counter(one.form for one in before)
    last = {one.fact: one.form for one in before if one.form}
    kinds: Counter[str] = Counter()
    for fact in facts:
        others = [form for form in forms.of(fact) if form != last.get(fact)] or forms.of(fact)
        form = min(
            others,
            key=lambda form: (seen[form], kinds[forms.kind(fact, form)], _draw(day, learner, form)),
        )
        kinds[forms.kind(fact, form)] += 1
        yield fact, form


def _mixed(forms: ReviewForms, due: list[Due]) -> list[Due]:
    """Return what comes in an order in which neighbours are of other kinds and about other events."""
    left, mixed = list(due), list[Due]()
    while left:
        after = mixed[-1] if mixed else None
        following = min(left, key=lambda one: (_likeness(forms, one, after), left.index(one)))
        left.remove(following)
        mixed.append(following)
    return mixed


def _likeness(forms: ReviewForms, one: Due, other: Due | None) -> int:
    if not other:
        return 0
    same_kind = forms.kind(one.fact, one.form) == forms.kind(other.fact, other.form)
    shared = set(forms.facts[one.fact].cites) & set(forms.facts[other.fact].cites)
    return same_kind + 2 * bool(shared)


def _draw(day: date, learner: str, id: str) -> bytes:
    """Return by what facts and forms are drawn: by chance, and the same on every computer."""
    return sha256(f"{day}/{learner}/{id}".encode()).digest()
