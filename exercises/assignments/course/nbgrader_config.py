"""What nbgrader is told about this course; https://nbgrader.readthedocs.io lists the other settings."""

from pathlib import Path

c = get_config()  # noqa: F821
c.CourseDirectory.course_id = 'course'
c.CourseDirectory.root = str(Path(__file__).absolute().parent)  # wherever nbgrader is called

# Answers are marked as data: no notebook is run.
from coupquiz.in_nbgrader import configure

configure(c)
