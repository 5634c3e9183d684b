"""What a described field holds, in words for a table of a document."""

from __future__ import annotations

from coupdata.model.described import FieldSpec


def in_words(spec: FieldSpec) -> str:
    """Return what a field holds: "text, at most 40 characters", "ids of events", "note or context"."""
    an = "an" if spec.refers[:1] in tuple("aeiou") else "a"
    match spec.form:
        case "text":
            held = "quotation of fewer than eight words" if spec.quoted else "text"
            return f"{held}, at most {spec.most} characters" if spec.most else held
        case "texts":
            return "list of texts"
        case "reference":
            return f"id of {an} {spec.refers}"
        case "references":
            return f"ids of {spec.refers}s"
        case "choice":
            *first, last = map(str, spec.choices)
            return f"{', '.join(first)} or {last}" if first else last
        case "whole" | "number":
            kind = "whole number" if spec.form == "whole" else "number"
            return f"{kind} from {spec.low:g} to {spec.high:g}{f', {spec.unit}' if spec.unit else ''}"
        case "flag":
            return "true or false"
        case "days":
            return "first and last day"
        case "points":
            return "points as text, degrees east and north: 44.8 41.7, 45.2 41.3"
        case "names":
            return "texts by language tag"
        case "values":
            return "table of texts, true or false by column"
        case "record":
            return "table"
        case "records":
            return "list of tables"
        case _:
            return "id"
