"""EDTF texts become bounds, a precision and a label."""

import calendar
import math
import re
from datetime import date, timedelta
from time import struct_time

import edtf
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coupdata.model import Bound, Days
from coupdata.model.edtf import DateError, read_when
from coupdata.model.when import Calendar, weekday

DAY = timedelta(days=1)

days = st.dates(date(1000, 1, 1), date(9998, 12, 31))
forms = st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"])
plain = st.builds(date.strftime, days, forms)
doubted = st.builds("{}{}".format, plain, st.sampled_from(["", "?", "~", "%"]))
unspecified = days.flatmap(
    lambda d: st.sampled_from([f"{d:%Y-%m}-XX", f"{d:%Y}-XX", f"{d:%Y}-XX-XX", f"{d.year // 10}X"])
)
ends = st.one_of(doubted, st.just(".."))
# the package reads no sets of days and months together
sets = forms.flatmap(
    lambda form: st.builds(
        "[{}..{}]".format, *[st.one_of(st.builds(date.strftime, days, st.just(form)), st.just(""))] * 2
    )
)
spans = st.builds("{}/{}".format, ends, ends)
texts = st.one_of(doubted, unspecified, sets, spans)


def day(text: str) -> date:
    """The day that a text such as 1920-05-02 names."""
    return date.fromisoformat(text)


def in_edtf(bound: float | struct_time) -> date | None:
    """A bound of the edtf package as a day; None where it is infinite."""
    if isinstance(bound, float):
        assert math.isinf(bound)
        return None
    return date(*bound[:3])


@pytest.mark.slow
@given(texts)
def test_bounds_are_those_of_the_edtf_package(text: str) -> None:
    """The first and the last day of any text are what the standard's own reader makes of them."""
    assume(text not in ("[..]", "../.."))
    expected = edtf.parse_edtf(text)
    earliest, latest = in_edtf(expected.lower_strict()), in_edtf(expected.upper_strict())
    if earliest and latest and earliest > latest:
        with pytest.raises(DateError):
            read_when(text)
    else:
        when = read_when(text)
        assert (when.start.earliest, when.end.latest) == (earliest, latest)


@given(texts)
def test_a_moment_starts_and_ends_as_one_and_a_span_at_its_two_ends(text: str) -> None:
    """A date or set has equal bounds at both ends; a span has those of the texts that it joins."""
    try:
        when = read_when(text)
    except DateError:
        assume(False)
    if "/" in text:
        first, last = (Bound() if end == ".." else read_when(end).start for end in text.split("/"))
        assert (when.start, when.end) == (first, last)
    else:
        assert when.start == when.end


@given(days, st.sampled_from([9, 8, 7, 6, 5, 3, 2, 1]))
def test_an_x_stands_for_every_digit_that_makes_a_date(some: date, kept: int) -> None:
    """The bounds of a text with X are the first and the last day that the text can be."""
    digits = f"{some:%Y%m%d}"
    masked = digits[: min(kept, 7)].ljust(8, "X")
    text = f"{masked[:4]}-{masked[4:6]}-{masked[6:]}"
    pattern = re.compile(text.replace("X", r"\d"))
    first, last = read_when(text).start.earliest, read_when(text).end.latest
    assert first is not None
    assert last is not None
    assert first <= some <= last
    assert pattern.fullmatch(str(first))
    assert pattern.fullmatch(str(last))
    assert not pattern.fullmatch(str(first - DAY))
    assert last == date(9999, 12, 31) or not pattern.fullmatch(str(last + DAY))


@pytest.mark.parametrize(
    ("text", "precision", "label"),
    [
        ("", "undated", "undated"),
        ("1920-04-30", "day", "30 April 1920"),
        ("1920-04", "month", "April 1920"),
        ("1920", "year", "1920"),
        ("0987", "year", "987"),
        ("192X", "years", "1920s"),
        ("19XX", "years", "between 1900 and 1999"),
        ("1920-XX", "year", "1920"),
        ("1920-04-XX", "month", "April 1920"),
        ("1920-04-2X", "part of a month", "between 20 and 29 April 1920"),
        ("1920-04-3X", "day", "30 April 1920"),
        ("1920-1X", "year", "between October and December 1920"),
        ("1920~", "year", "about 1920"),
        ("1920-05-01?", "day", "perhaps 1 May 1920"),
        ("1920-05%", "month", "perhaps about May 1920"),
        ("[1920-05-02..1920-05-03]", "part of a month", "2 or 3 May 1920"),
        ("[1920-05-10..1920-05-20]", "part of a month", "between 10 and 20 May 1920"),
        ("[1920-04-28..1920-05-03]", "month", "between 28 April and 3 May 1920"),
        ("[1919-12-31..1920-01-01]", "month", "31 December 1919 or 1 January 1920"),
        ("[1920-03..1920-04]", "year", "March or April 1920"),
        ("[1918..1919]", "years", "1918 or 1919"),
        ("[1918..1921]", "years", "between 1918 and 1921"),
        ("[1920-05-01..]", "day", "1 May 1920 or later"),
        ("[..1920-05]", "month", "May 1920 or earlier"),
        ("1920-05-01/1920-05-03", "day", "1–3 May 1920"),
        ("1920-04-30/1920-05-03", "day", "30 April – 3 May 1920"),
        ("1919-12-31/1920-01-01", "day", "31 December 1919 – 1 January 1920"),
        ("1920-04/1920-05", "month", "April–May 1920"),
        ("1919-11/1920-03", "month", "November 1919 – March 1920"),
        ("1918/1919", "years", "1918–1919"),
        ("1920/1920", "year", "1920"),
        ("1918/1920-05", "years", "1918 – May 1920"),
        ("1918?/1919", "years", "perhaps 1918 – 1919"),
        ("1919/..", "year", "since 1919"),
        ("1919/", "year", "since 1919"),
        ("/1919", "year", "until 1919"),
        ("1919-04-2X/", "part of a month", "since between 20 and 29 April 1919"),
        ("1920-04/..", "month", "since April 1920"),
        ("../1920-05-07", "day", "until 7 May 1920"),
    ],
)
def test_a_text_tells_how_exact_it_is_and_what_people_call_it(text: str, precision: str, label: str) -> None:
    """Precision and label follow from the text alone; the precision may be declared as well."""
    when = read_when(text)
    assert (when.precision, when.label) == (precision, label)
    assert read_when(text, precision=precision) == when


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("[1920-05-02..1920-05-03]", "night of 2–3 May 1920"),
        ("[1920-04-30..1920-05-01]", "night of 30 April – 1 May 1920"),
        ("[1919-12-31..1920-01-01]", "night of 31 December 1919 – 1 January 1920"),
    ],
)
def test_a_night_is_two_days_and_is_declared(text: str, label: str) -> None:
    """Two days, one after the other, are a night where the file says so."""
    when = read_when(text, precision="night")
    assert (when.precision, when.label) == ("night", label)
    assert read_when(text).precision != "night"


@pytest.mark.parametrize(
    ("bounds", "label"),
    [
        (("1920-04-16", "1920-04-30"), "since later April 1920"),
        (("1920-04-01", "1920-04-15"), "since earlier April 1920"),
        (("1920-04-10", "1920-04-20"), "since mid-April 1920"),
        (("1920-04-06", "1920-04-25"), "since mid-April 1920"),
        (("1920-04-05", "1920-04-20"), "since between 5 and 20 April 1920"),
        (("1920-04-10", "1920-04-26"), "since between 10 and 26 April 1920"),
        (("1920-04-15", "1920-04-30"), "since between 15 and 30 April 1920"),
        (("1920-04-01", "1920-04-16"), "since between 1 and 16 April 1920"),
        (("1920-04-02", "1920-04-29"), "since between 2 and 29 April 1920"),
        (("1920-04-07", "1920-04-07"), "since 7 April 1920"),
    ],
)
def test_written_bounds_narrow_the_text(bounds: tuple[str, str], label: str) -> None:
    """Bounds in the file take the place of those of the text, and so do precision and label."""
    first, last = map(day, bounds)
    when = read_when("1920-04/..", start=(first, last))
    assert when.start == Bound(first, last)
    assert when.end == Bound()
    assert when.label == label
    assert when.precision == ("day" if first == last else "part of a month")


def test_one_written_bound_narrows_a_moment_as_a_whole() -> None:
    """Start and end of a moment stay the same."""
    bound = day("1920-04-16"), day("1920-04-30")
    assert read_when("1920-04", start=bound).end == Bound(*bound)
    assert read_when("1920-04", end=bound).start == Bound(*bound)
    assert read_when("1920-04", start=bound, end=bound).label == "later April 1920"


def test_written_bounds_narrow_each_end_of_a_span() -> None:
    """An end that the text leaves open may be written too."""
    start, end = (day("1920-04-16"), day("1920-04-30")), (day("1920-06-01"), day("1920-06-15"))
    when = read_when("1920-04/..", start=start, end=end)
    assert (when.start, when.end) == (Bound(*start), Bound(*end))
    assert when.label == "later April – earlier June 1920"


@given(days, st.integers(0, 400), st.integers(-40, 440), st.integers(0, 60))
def test_bounds_beyond_the_text_are_refused(first: date, length: int, shift: int, width: int) -> None:
    """Written bounds hold exactly where they lie within those of the text."""
    assume(first < date(9990, 1, 1) and first > date(1001, 1, 1))
    last = first + length * DAY
    start = first + shift * DAY, first + (shift + width) * DAY
    text = f"[{first}..{last}]"
    if first <= start[0] and start[1] <= last:
        assert read_when(text, start=start).start == Bound(*start)
    else:
        with pytest.raises(DateError) as error:
            read_when(text, start=start)
        assert error.value.field == "start"


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 31))
def test_only_days_of_the_calendar_are_dates(year: int, month: int, number: int) -> None:
    """30 February is an error, 29 February in a leap year is a day."""
    text = f"{year:04}-{month:02}-{number:02}"
    if number <= calendar.monthrange(year, month)[1]:
        assert read_when(text).start == Bound(date(year, month, number), date(year, month, number))
    else:
        with pytest.raises(DateError, match="the month has only"):
            read_when(text)


@pytest.mark.parametrize(
    "text",
    [
        "2 May 1920",
        "1920-5",
        "1920-5-2",
        "1920-13",
        "1920-00",
        "1920-05-00",
        "0000",
        "192",
        "19200502",
        "1920-05-X2",
        "1X20",
        "XXXX",
        "1920-02-3X",
        "1920?-05",
        "1920-05-02?~",
        "1920/1918",
        "1920-05-03/1920-05-02",
        "1918/1919/1920",
        "/",
        "1918/ ",
        "../..",
        "[..]",
        "[]",
        "[1920]",
        "[1918,1919]",
        "[1920..1918]",
        "[1920-05-02?..1920-05-03]",
        "[1920-05-02..1920-05-03]?",
        "[1920-05-02..1920-05-03",
        "[1918..1919]/1920",
        " 1920",
        "1920\n",
        "१९२०",
    ],
)
def test_what_is_no_date_is_refused_with_a_mend(text: str) -> None:
    """The error belongs to edtf and says what to write."""
    with pytest.raises(DateError) as error:
        read_when(text)
    assert error.value.field == "edtf"
    assert re.search(
        r"write|mend|stands for|comes first|there is no|has only|remove|correct", str(error.value)
    )


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("1920-05", "day"),
        ("1920-05", "undated"),
        ("1920-05-02", "night"),
        ("[1920-05-02..1920-05-04]", "night"),
        ("1920-05-02/1920-05-03", "night"),
        ("[1920-05-02..]", "night"),
        ("1920-04/..", "part of a month"),
        ("1919/..", "years"),
        ("", "day"),
        ("1920", "fortnight"),
    ],
)
def test_a_precision_that_the_date_does_not_have_is_refused(text: str, precision: str) -> None:
    """What is declared is checked."""
    with pytest.raises(DateError) as error:
        read_when(text, precision=precision)
    assert error.value.field == "precision"


@pytest.mark.parametrize(
    ("text", "start", "end", "field"),
    [
        ("", ("1920-05-01", "1920-05-02"), None, "start"),
        ("", None, ("1920-05-01", "1920-05-02"), "end"),
        ("[..1920-05]", ("1920-05-30", "1920-06-01"), None, "start"),
        ("[1920-05..]", ("1920-04-30", "1920-05-01"), None, "start"),
        ("1920-05", ("1920-05-09", "1920-05-02"), None, "start"),
        ("1920-05", ("1920-05-01", "1920-05-02"), ("1920-05-08", "1920-05-09"), "end"),
        ("1920-05/1920-06", None, ("1920-06-20", "1920-07-02"), "end"),
        ("1920-05/1920-05", ("1920-05-20", "1920-05-31"), ("1920-05-01", "1920-05-07"), "end"),
        ("1920-05/1920-05-07", ("1920-05-20", "1920-05-31"), None, "start"),
    ],
)
def test_bounds_that_contradict_are_refused(
    text: str, start: tuple[str, str] | None, end: tuple[str, str] | None, field: str
) -> None:
    """The error names the bound that is wrong."""

    def bound(texts: tuple[str, str] | None) -> Days | None:
        return (day(texts[0]), day(texts[1])) if texts else None

    with pytest.raises(DateError) as error:
        read_when(text, start=bound(start), end=bound(end))
    assert error.value.field == field


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1920-21", "seasons"),
        ("1920-24?", "seasons"),
        ("1920-21/1920-22", "seasons"),
        ("-0043-03-15", "only the years 1 to 9999"),
        ("-0043", "only the years 1 to 9999"),
        ("-0050/-0043", "only the years 1 to 9999"),
        ("Y-17000", "only the years 1 to 9999"),
        ("10000", "only the years 1 to 9999"),
        ("1920-05-02T10:30:00Z", "times of day"),
        ("{1920-05-02,1920-05-04}", "sets of several dates"),
    ],
)
def test_what_edtf_has_and_we_do_not_is_named(text: str, said: str) -> None:
    """It is no slip of the pen, so the mend says what is not understood."""
    with pytest.raises(DateError, match=said):
        read_when(text)


@pytest.mark.parametrize(
    ("day", "calendar", "expected"),
    [
        (date(1666, 9, 2), "julian", 6),  # Pepys: "Lords day"
        (date(1605, 11, 5), "julian", 1),
        (date(1917, 10, 25), "julian", 2),
        (date(1500, 2, 28), "julian", 4),
        (date(1500, 3, 1), "julian", 6),  # after a 29th
        (date(1917, 11, 7), "gregorian", 2),
        (date(1920, 5, 7), "gregorian", 4),
        (date(1582, 10, 15), "gregorian", 4),
        (date(1582, 10, 14), "gregorian", None),
        (date(1666, 9, 2), None, None),
        (date(1920, 5, 7), None, None),
    ],
)
def test_a_weekday_is_told_only_where_the_calendar_is_known(
    day: date, calendar: Calendar | None, expected: int | None
) -> None:
    """Monday is 0."""
    assert weekday(day, calendar) == expected
