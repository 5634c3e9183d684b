"""Writes what is made from the descriptions of records: `python -m coupdata.schema [--check]`."""

from coupdata.schema.case_files import case_files
from coupdata.schema.generated import write

write(case_files(), "python -m coupdata.schema")
