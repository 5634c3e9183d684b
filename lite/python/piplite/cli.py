"""What a kernel makes of a line `%pip ...`."""


async def get_transformed_code(_arguments: list[str]) -> str:
    """Return the code that is run in its place."""
    return "import piplite; await piplite.install()"
