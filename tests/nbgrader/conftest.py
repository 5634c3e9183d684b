"""The sandbox in which students' code runs, there before any test asks for it."""

from tests.nbgrader import bubblewrap

bubblewrap.provide()
