"""What nbgrader is told about this course; https://nbgrader.readthedocs.io lists the other settings."""

c = get_config()  # noqa: F821
c.CourseDirectory.course_id = 'course'

# Answers are marked as data: no notebook is run.
from coupquiz.in_nbgrader import configure

configure(c)
