"""What a JSON schema has against a value, as an editor would mark it."""

from collections.abc import Mapping
from typing import Any


def schema_faults(schema: Mapping[str, Any], value: object) -> list[str]:
    """A sentence for each place that does not fit; none if all does."""
    from jsonschema import Draft7Validator  # here: it takes seconds to make grammars of addresses

    return [error.message for error in Draft7Validator(schema).iter_errors(value)]
