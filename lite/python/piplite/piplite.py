"""What a kernel sets as it starts, and what `%pip install` calls."""

_PIPLITE_DISABLE_PYPI = True
_PIPLITE_URLS: list[str] = []


async def install(*_requirements: object, **_options: object) -> None:
    """Say that nothing can be installed."""
    print("Nothing can be installed in this site. What the lesson needs is there already.")
