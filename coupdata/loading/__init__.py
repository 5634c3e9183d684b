"""A folder of TOML and Markdown becomes a checked case; everything that is wrong is said at once.

What reads a case reads other TOML files too: `read_toml` gives the values of a file, a `Table` the fields of
a record, `read_record` a record as its fields are described; `Problems` gathers what is wrong.
"""

from coupdata.loading.case_folder import CaseError, load
from coupdata.loading.case_lint import lint_case
from coupdata.loading.problems import UNKNOWN, Problems
from coupdata.loading.records import read_field, read_record
from coupdata.loading.table import Table
from coupdata.loading.text_file import read_text, read_toml

__all__ = [
    "UNKNOWN",
    "CaseError",
    "Problems",
    "Table",
    "lint_case",
    "load",
    "read_field",
    "read_record",
    "read_text",
    "read_toml",
]
