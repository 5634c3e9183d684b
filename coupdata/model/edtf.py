"""Dates as sources give them: text in the Extended Date/Time Format (EDTF) to bounds, precision and label."""

# annotations stay as they are, for readers look at them: texts would have to be compiled first
import re
from datetime import date
from typing import NamedTuple

from coupdata.i18n import _
from coupdata.model.date_labels import joined, moment_label, month_length, night_label, part_label
from coupdata.model.described import described, record
from coupdata.model.when import PRECISIONS, Bound, Days, Precision, When

_DATE = re.compile(r"(\d[\dX]{3})(?:-([\dX]{2}))?(?:-([\dX]{2}))?([?~%]?)", re.ASCII)
_DOUBT = {"": "", "?": "perhaps ", "~": "about ", "%": "perhaps about "}


@record
class WrittenDate:
    """A date as it stands in a file; `read_when` makes a `When` of it."""

    edtf: str = described("The date in Extended Date/Time Format.", absent="")
    precision: Precision | None = described(
        "How exactly it is dated; may be left out where `edtf` makes it clear."
    )
    start: Days | None = described("When it began, where `edtf` is wider than the source.")
    end: Days | None = described("When it ended, where `edtf` is wider than the source.")
    as_written: str = described("The source's own words for the date.", absent="", quoted=True)


class DateError(ValueError):
    """A date that cannot be; ``field`` names the field that is wrong."""

    def __init__(self, field: str, message: str) -> None:
        self.field = field
        super().__init__(message)


def read_when(
    edtf: str = "",
    *,
    precision: str = "",
    start: Days | None = None,
    end: Days | None = None,
    as_written: str = "",
) -> When:
    """Return when something was.

    A date or a set is one moment, whose start and end are the same; an interval is a span.

    Args:
        edtf: The date in EDTF; empty for something undated.
        precision: As declared; a night has to be, for the rest it is a check.
        start: The first and the last day on which it can have begun, where the text is wider than the source.
        end: The same for its end.
        as_written: The source's own words.

    Raises:
        DateError: The text is no date, or text, bounds and precision disagree.
    """
    if not edtf and (start or end):
        raise DateError("start" if start else "end", _("narrows down a date that is missing; add edtf"))
    if not edtf:
        first, last, known, label = _OPEN, _OPEN, _OPEN.precision, _OPEN.name
    elif "/" in edtf:
        first, last, known, label = _span(edtf, start, end)
    else:
        first = last = _moment(edtf, start, end)
        known, label = first.precision, first.name
        evening, morning = first.bound.earliest, first.bound.latest
        if precision == "night" and evening and morning and (morning - evening).days == 1:
            known, label = "night", night_label(evening, morning)
    if precision and precision != known:
        said = _("'{precision}', but its date says '{known}'; correct one of them")
        night = _("; a night is two days such as [1920-05-02..1920-05-03]") if precision == "night" else ""
        raise DateError("precision", said.format(precision=precision, known=known) + night)
    return When(edtf, first.bound, last.bound, known, label, as_written)


class _End(NamedTuple):
    """A moment, or one end of a span."""

    bound: Bound
    precision: Precision
    name: str


_OPEN = _End(Bound(), "undated", "undated")


def _span(edtf: str, start: Days | None, end: Days | None) -> tuple[_End, _End, Precision, str]:
    texts = edtf.split("/")
    open_ends = ("..", "")  # open or unknown: that makes no difference here
    if len(texts) != 2 or all(text in open_ends for text in texts):
        said = _("'{edtf}' is not a span; write, for example, 1918/1919, 1919/.. or ../1919")
        raise DateError("edtf", said.format(edtf=edtf))
    first, last = (_OPEN if text in open_ends else _date(text) for text in texts)
    first, last = _narrowed(first, "start", start), _narrowed(last, "end", end)
    earliest, latest = first.bound.earliest, last.bound.latest
    if earliest and latest and earliest > latest:
        field = "end" if end else "start" if start else "edtf"
        said = _("the end ({last}) comes before the start ({first}); correct one of them")
        raise DateError(field, said.format(first=first.name, last=last.name))
    known = max((e.precision for e in (first, last) if e.bound != Bound()), key=PRECISIONS.index)
    if known == "year" and earliest and latest and earliest.year < latest.year:
        known = "years"
    if first.bound == Bound():
        return first, last, known, f"until {last.name}"
    if last.bound == Bound():
        return first, last, known, f"since {first.name}"
    return first, last, known, joined(first.name, last.name, "–")


def _moment(edtf: str, start: Days | None, end: Days | None) -> _End:
    if start and end and start != end:
        said = _("differs from start, but edtf is one moment; remove one, or write a span (a/b)")
        raise DateError("end", said)
    moment = _set(edtf) if edtf.startswith("[") else _date(edtf)
    return _narrowed(moment, "start" if start else "end", start or end)


def _set(edtf: str) -> _End:
    texts = edtf[1:-1].split("..")
    if not edtf.endswith("]") or len(texts) != 2 or not any(texts):
        said = _("'{edtf}' is not a date; write [1920-05-02..1920-05-03], [1920-05-01..] or [..1920-05-03]")
        raise DateError("edtf", said.format(edtf=edtf))
    if any(text.endswith(("?", "~", "%")) for text in texts):
        said = _("'{edtf}': the brackets already express the doubt; remove '?', '~' and '%'")
        raise DateError("edtf", said.format(edtf=edtf))
    first, last = (_date(text) if text else _OPEN for text in texts)
    earliest, latest = first.bound.earliest, last.bound.latest
    if not latest:
        return _End(Bound(earliest, None), first.precision, f"{first.name} or later")
    if not earliest:
        return _End(Bound(None, latest), last.precision, f"{last.name} or earlier")
    if earliest > latest:
        said = _("'{edtf}' ends before it starts; the earlier date comes first")
        raise DateError("edtf", said.format(edtf=edtf))
    return _known(earliest, latest)


def _date(text: str) -> _End:
    match = _DATE.fullmatch(text)
    if not match and (why := _beyond(text)):
        raise DateError("edtf", f"'{text}': {why}")
    if not match:
        examples = "1920-05-02, 1920-05, 1920, [1920-05-02..1920-05-03] or 1918/1919"
        said = _("'{text}' is not a date; write, for example, {examples}")
        raise DateError("edtf", said.format(text=text, examples=examples))
    year, month, day, doubt = match.groups()
    if "X" in f"{year}{month or ''}{day or ''}".rstrip("X"):
        said = _("'{text}': X stands for last digits left open, as in 192X or 1920-04-2X")
        raise DateError("edtf", said.format(text=text))
    if month and "21" <= month <= "41":
        said = _("'{text}': seasons are not understood; write months, such as 1920-03/1920-05")
        raise DateError("edtf", said.format(text=text))
    years, months = _numbers(year, 1, 9999), _numbers(month, 1, 12)
    if not years or not months:
        why = _("there is no such month") if years else _("there is no such year")
        raise DateError("edtf", _("'{text}' is not a date: {why}").format(text=text, why=why))
    first, last = date(years[0], months[0], 1), date(years[-1], months[-1], 1)
    early_days, late_days = (_numbers(day, 1, month_length(month)) for month in (first, last))
    if not late_days:
        why = _("the month has only {days} days").format(days=month_length(last))
        raise DateError("edtf", _("'{text}' is not a date: {why}").format(text=text, why=why))
    moment = _known(first.replace(day=early_days[0]), last.replace(day=late_days[-1]))
    return moment._replace(name=f"{_DOUBT[doubt]}{moment.name}")


def _beyond(text: str) -> str:
    """Return why a date of EDTF is none here; empty for what is no date of EDTF either."""
    if re.fullmatch(r"-\d{4,}.*|Y-?\d+.*|\d{5}(-.*)?", text, re.ASCII):
        return _("only the years 1 to 9999 are understood; leave edtf out, and write the date in as_written")
    if re.fullmatch(r"\d{4}-\d\d-\d\dT.*", text, re.ASCII):
        return _("times of day are not understood; write the day alone, such as 1920-05-02")
    if re.fullmatch(r"\{.*\}", text):
        return _("sets of several dates are not understood; write one event for each")
    return ""


def _numbers(digits: str | None, first: int, last: int) -> range:
    """Return the numbers from first to last that the digits can stand for: all where there are none."""
    if not digits:
        return range(first, last + 1)
    return range(max(first, int(digits.replace("X", "0"))), min(last, int(digits.replace("X", "9"))) + 1)


def _narrowed(end: _End, field: str, days: Days | None) -> _End:
    """Return a moment or an end of a span with the bounds that are written beside its text."""
    if not days:
        return end
    earliest, latest = days
    if earliest > latest:
        said = _("{first} comes after {last}; write the earlier day first")
        raise DateError(field, said.format(first=earliest, last=latest))
    low, high = end.bound.earliest, end.bound.latest
    if (low and earliest < low) or (high and latest > high):
        said = _("{first} to {last} goes beyond edtf ({low} to {high}); correct one of them")
        low_or_any, high_or_any = (day or _("any day") for day in (low, high))
        raise DateError(field, said.format(first=earliest, last=latest, low=low_or_any, high=high_or_any))
    narrowed = _known(earliest, latest)
    if narrowed.precision == "part of a month":
        return narrowed._replace(name=part_label(earliest, latest))
    return narrowed


def _known(earliest: date, latest: date) -> _End:
    """Return the moment between two days, with the narrowest precision that is as wide as they are apart."""
    width = (latest - earliest).days + 1
    precision: Precision
    if width == 1:
        precision = "day"
    elif width < month_length(earliest) and earliest.replace(day=1) == latest.replace(day=1):
        precision = "part of a month"
    else:
        precision = "month" if width <= 31 else "year" if width <= 366 else "years"
    return _End(Bound(earliest, latest), precision, moment_label(earliest, latest))
