"""Public functions that answer a wrong call in one sentence, with what may be meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from inspect import Parameter, signature
from typing import Any, ParamSpec, TypeVar

from coupdata.i18n import _, ngettext
from coupdata.problems.annotations import fits, shown, wanted
from coupdata.problems.errors import CallError
from coupdata.problems.suggestions import near_misses

P = ParamSpec("P")
R = TypeVar("R")


def plain_call(function: Callable[P, R]) -> Callable[P, R]:
    """Have a function raise a `CallError` where its arguments do not fit its signature or annotations."""

    @wraps(function)
    def checked(*args: P.args, **kwargs: P.kwargs) -> R:
        for problem in _problems(function, args, kwargs):
            raise CallError(problem)
        return function(*args, **kwargs)

    return checked


def _problems(
    function: Callable[..., Any], args: Sequence[object], kwargs: Mapping[str, object]
) -> Iterator[str]:
    """Yield what is wrong with a call."""
    *outer, name = function.__qualname__.split(".")
    call = outer[-1] if name == "__init__" else name
    known = signature(function, eval_str=True)
    parameters = [parameter for name, parameter in known.parameters.items() if name != "self"]
    try:
        bound = known.bind(*args, **kwargs).arguments
    except TypeError:
        count = len(args) - len(known.parameters) + len(parameters)
        yield _misplaced(call, parameters, count, kwargs)
        return
    free = [p for p in parameters if p.name not in bound]
    for parameter in parameters:
        value = bound.get(parameter.name, ())
        for one in value if parameter.kind is Parameter.VAR_POSITIONAL else (value,):
            if parameter not in free and not fits(one, parameter.annotation):
                yield _unfit(call, parameter, one, [] if parameter.name in kwargs else free)


def _misplaced(call: str, parameters: Sequence[Parameter], count: int, kwargs: Mapping[str, object]) -> str:
    """Return what is wrong where arguments match no parameters; ``count``: those without a name."""
    in_order = [p.name for p in parameters if p.kind is Parameter.POSITIONAL_OR_KEYWORD]
    by_name = [p.name for p in parameters if p.kind is Parameter.KEYWORD_ONLY]
    for name in kwargs:
        if name in in_order[:count]:
            return _("{call}() is given {name} twice; remove one of them").format(call=call, name=name)
        if name not in (*in_order, *by_name):
            said = _("{call}() has no argument '{name}'").format(call=call, name=name)
            near = near_misses(name, (*in_order, *by_name))
            return f"{said}; {near}" if in_order or by_name else said
    needed = [p for p in parameters if p.default is p.empty and p.kind is not Parameter.VAR_POSITIONAL]
    if missing := [p for p in needed if p.name not in (*in_order[:count], *kwargs)]:
        said = _("{call}() needs {names}: write {call}({usage})")
        return said.format(call=call, names=_written(missing), usage=_written(needed))
    most = len(in_order)
    said = ngettext(
        "{call}() takes {n} argument without a name, not {count}",
        "{call}() takes {n} arguments without a name, not {count}",
        most,
    ).format(call=call, n=most, count=count)
    names = ", ".join(f"{name}=…" for name in by_name)
    return _("{said}; give the others by name: {names}").format(said=said, names=names) if by_name else said


def _written(parameters: Iterable[Parameter]) -> str:
    return ", ".join(f"{p.name}=…" if p.kind is Parameter.KEYWORD_ONLY else p.name for p in parameters)


def _unfit(call: str, parameter: Parameter, value: object, free: Iterable[Parameter]) -> str:
    """Return what is wrong with a value of another type; ``free``: parameters that it may be meant for."""
    said = _("{call}(): {name} has to be {wanted}, not {value}")
    if parameter.kind is Parameter.VAR_POSITIONAL:
        said = _("{call}() takes {wanted}, not {value}")
    said = said.format(
        call=call, name=parameter.name, wanted=wanted(parameter.annotation), value=shown(value)
    )
    if isinstance(value, list | tuple | set) and all(fits(one, parameter.annotation) for one in value):
        return _("{said}; write what is in it without the brackets").format(said=said)
    for other in free if parameter.default is None else ():
        if value is not None and fits(value, other.annotation):
            meant = f"{other.name}={shown(value) if isinstance(value, str | int | float) else '…'}"
            return _("{said}; did you mean {meant}?").format(said=said, meant=meant)
    return said
