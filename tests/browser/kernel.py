"""A notebook's kernel, asked by the test itself."""

import json
from ast import literal_eval
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

from jupyter_client import BlockingKernelClient
from playwright.sync_api import Page

from tests.server import Lab

_PATIENCE = 60  # seconds


class Kernel:
    """What a cell of a notebook could do, without a cell."""

    def __init__(self, client: BlockingKernelClient) -> None:
        self._client = client

    def run(self, code: str) -> None:
        """Run statements."""
        self._ask(code, {})

    def value(self, expression: str) -> Any:
        """Return what a literal, or anything written like one, is worth."""
        return literal_eval(self._ask("", {"it": expression})["it"]["data"]["text/plain"])

    def _ask(self, code: str, expressions: dict[str, str]) -> dict[str, Any]:
        reply = self._client.execute(code, user_expressions=expressions, reply=True, timeout=_PATIENCE)
        assert reply["content"]["status"] == "ok", reply["content"]
        return reply["content"]["user_expressions"]


@contextmanager
def kernel_of(lab: Lab, page: Page) -> Iterator[Kernel]:
    """The kernel that runs the notebook of a page now."""
    notebook = urlsplit(page.url).path.rpartition("/")[2]
    with urlopen(lab.url("api/sessions")) as told:
        sessions = json.load(told)
    (id,) = (each["kernel"]["id"] for each in sessions if each["path"] == notebook)
    (connection,) = lab.folder.parent.rglob(f"kernel-{id}.json")
    client = BlockingKernelClient(connection_file=str(connection))
    client.load_connection_file()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=_PATIENCE)
        yield Kernel(client)
    finally:
        client.stop_channels()
