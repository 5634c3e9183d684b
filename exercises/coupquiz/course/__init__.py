"""A teacher's course, in nbgrader's folders: assignments are made in it, and looked over."""
