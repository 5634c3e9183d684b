"""What an annotation asks for, and whether a value is that, in words for whoever gave another one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from inspect import Parameter
from os import PathLike
from types import ModuleType, NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from coupdata.i18n import _, either

_LONGEST = 40  # characters of a value that are shown


def fits(value: object, annotation: Any) -> bool:
    """Return whether a value is what an annotation asks for; what is in a list is not looked at."""
    kind = get_origin(annotation) or annotation
    if kind in (Union, UnionType):
        return any(fits(value, one) for one in get_args(annotation))
    if kind is Literal:
        return isinstance(value, str) and value in get_args(annotation)
    if kind in (int, float):  # numpy's are numbers as well, and True is none
        from numbers import Integral, Real

        return isinstance(value, Integral if kind is int else Real) and not isinstance(value, bool)
    if kind is None:
        return value is None
    return kind in (Any, Parameter.empty) or isinstance(value, kind)


def wanted(annotation: Any) -> str:
    """Return what an annotation asks for: "text or a path". A class may say in ``MADE_BY`` what makes one."""
    return either(list(dict.fromkeys(_words(annotation))))


def shown(value: object) -> str:
    """Return what a value is, shortly."""
    if isinstance(value, ModuleType):
        return _("the module {name}").format(name=value.__name__)
    if isinstance(value, type):
        return _("the class {name}").format(name=value.__name__)
    if value is None or isinstance(value, str | int | float | list | tuple | dict | set):
        with suppress(ValueError):  # a number can be too long to be written
            written = repr(value)
            return written if len(written) <= _LONGEST else f"{written[: _LONGEST - 2]} …"
    if callable(value) and (name := getattr(value, "__name__", "")):
        return _("the function {name}").format(name=name)
    return a_class(type(value))


def a_class(kind: type[Any]) -> str:
    """Return the name of a class with its article."""
    an = _("an {name}") if kind.__name__[0].lower() in "aeiou" else _("a {name}")
    return an.format(name=kind.__name__)


def _words(annotation: Any) -> Iterable[str]:
    kind = get_origin(annotation) or annotation
    if kind in (Union, UnionType):
        for one in get_args(annotation):
            yield from _words(one)
    elif kind is Literal:
        yield from map(repr, get_args(annotation))
    elif made_by := getattr(kind, "MADE_BY", ""):
        yield _("what {code} returns").format(code=made_by)
    elif kind in (list, Iterable) and get_args(annotation):
        yield _("a list of {things}").format(things=wanted(get_args(annotation)[0]))
    elif isinstance(kind, type) and issubclass(kind, PathLike):
        yield _("a path")
    elif kind in _plain_words():
        yield _plain_words()[kind]
    elif kind not in (None, NoneType):
        yield a_class(kind)


def _plain_words() -> dict[Any, str]:
    return {
        Any: _("anything"),
        str: _("text"),
        int: _("a whole number"),
        float: _("a number"),
        bool: _("True or False"),
        list: _("a list"),
        Callable: _("a function"),
    }
