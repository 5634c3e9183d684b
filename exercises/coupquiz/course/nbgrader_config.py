"""What nbgrader is told so that it marks answers as data."""

from __future__ import annotations

LINES = """\
from coupquiz.in_nbgrader import configure

configure(c)
"""
"""What has to stand in ``nbgrader_config.py``; `doctor` looks for it."""


ROOT = "c.CourseDirectory.root = str(Path(__file__).absolute().parent)"
"""Says that the course is where its configuration is, whatever the user's own says."""

OTHER_MEANING = "[]*?%{}"
"""What nbgrader takes for something else in the path of a course: patterns, addresses, places to fill in."""


def config_text(course: str) -> str:
    """Return a whole ``nbgrader_config.py`` for a course of this name."""
    id = "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in course) or "course"
    return f'''\
"""What nbgrader is told about this course; https://nbgrader.readthedocs.io lists the other settings."""

from pathlib import Path

c = get_config()  # noqa: F821
c.CourseDirectory.course_id = {id!r}
{ROOT}  # wherever nbgrader is called

# Answers are marked as data: no notebook is run.
{LINES}'''
