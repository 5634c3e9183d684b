"""Writes what is made from the descriptions of records: `python -m coupdata.schema [--check]`."""

from coupdata.schema.generated import case_files, write

write(case_files(), "nox -s generate")
