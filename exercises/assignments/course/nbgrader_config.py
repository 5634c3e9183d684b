"""What nbgrader is told of this course; https://nbgrader.readthedocs.io lists what else there is."""

c = get_config()  # noqa: F821
c.CourseDirectory.course_id = 'course'

# Answers are marked as data: no notebook is run for it.
from coupquiz.in_nbgrader import configure

configure(c)
