"""Dates for people, in British English: "30 April 1920", "night of 2–3 May 1920", "1918–1919"."""

from __future__ import annotations

from datetime import date

# not calendar.month_name, which follows the computer's language
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def moment_label(earliest: date, latest: date) -> str:
    """Return the name of a moment that lies between two days: "2 or 3 May 1920", "April 1920", "1920s"."""
    first, last, apart = _names(earliest, latest)
    if apart == 0:
        return last
    if apart == 1:
        return joined(first, last, "or")
    if len(first) == 4 and earliest.year % 10 == 0 and apart == 9:
        return f"{first}s"
    return f"between {joined(first, last, 'and')}"


def part_label(earliest: date, latest: date) -> str:
    """Return the name of a moment within part of a month, in words of the month: "later April 1920".

    Later is all within the second half, earlier within the first, and mid between the first sixth and the
    last. What fits none of these is named by its days: "between 2 and 29 April 1920".
    """
    length = month_length(earliest)
    half, sixth = length // 2, length // 6
    if earliest.day > half:
        return f"later {_month(earliest)}"
    if latest.day <= half:
        return f"earlier {_month(earliest)}"
    if sixth < earliest.day and latest.day <= length - sixth:
        return f"mid-{_month(earliest)}"
    return moment_label(earliest, latest)


def night_label(evening: date, morning: date) -> str:
    """Return the name of the night between two days: "night of 2–3 May 1920"."""
    return f"night of {joined(day_name(evening), day_name(morning), '–')}"


def day_name(day: date) -> str:
    """Return the name of a day: "7 May 1920"."""
    return f"{day.day} {_month(day)}"


def joined(first: str, last: str, joint: str) -> str:
    """Join two names, what they share said once: "2–3 May 1920", "30 April – 1 May 1920", "1918 or 1919"."""
    if first == last:
        return last
    words, others = first.split(), last.split()
    if len(words) == len(others):
        while words[-1] == others[len(words) - 1]:
            words.pop()
        if len(words) == 1 and joint == "–":
            return f"{words[0]}–{last}"
    return f"{' '.join(words)} {joint} {last}"


def month_length(day: date) -> int:
    """Return how many days the month of this day has."""
    if day.month == 12:
        return 31
    return (day.replace(month=day.month + 1, day=1) - day.replace(day=1)).days


def _names(earliest: date, latest: date) -> tuple[str, str, int]:
    """Return both ends in whole years, whole months or days, and how many of these they are apart."""
    whole_months = earliest.day == 1 and latest.day == month_length(latest)
    years = latest.year - earliest.year
    if whole_months and earliest.month == 1 and latest.month == 12:
        return str(earliest.year), str(latest.year), years
    if whole_months:
        return _month(earliest), _month(latest), years * 12 + latest.month - earliest.month
    return day_name(earliest), day_name(latest), (latest - earliest).days


def _month(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"
