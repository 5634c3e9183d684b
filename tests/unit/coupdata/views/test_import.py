"""What views cost: they load when asked for, and need no pandas."""

import subprocess
import sys

import pytest


def modules_after(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after some code."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    )
    return {name.partition(".")[0] for name in done.stdout.split()}


def test_naming_the_views_loads_none_of_them() -> None:
    """Importing the package and listing its names is free."""
    heavy = {"plotly", "anywidget", "ipywidgets", "pandas", "numpy"}
    assert not heavy & modules_after("import coupdata.views; dir(coupdata.views)")


@pytest.mark.slow
def test_the_explorer_opens_without_grammars() -> None:
    """Plotly loads nbformat, and that jsonschema, of which some build grammars then: 3 seconds."""
    assert not {"rfc3987_syntax", "lark"} & modules_after("from coupdata.views import explorer; explorer()")


@pytest.mark.slow
@pytest.mark.parametrize("view", ["reading", "timeline"])
def test_a_view_needs_neither_pandas_nor_numpy(view: str) -> None:
    """The static site has neither."""
    code = f"""
import sys; sys.modules["pandas"] = sys.modules["numpy"] = None
import coupdata; from coupdata.views import {view}; {view}(coupdata.load())
del sys.modules["pandas"], sys.modules["numpy"]"""
    assert not {"pandas", "numpy"} & modules_after(code)


def test_an_unknown_view_is_an_attribute_error() -> None:
    """As for any module, so that `hasattr` and completion work."""
    import coupdata.views

    assert not hasattr(coupdata.views, "no_such_view")
