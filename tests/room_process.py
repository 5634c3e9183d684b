"""A room as `coup1920 class` opens it, and what its desk can do."""

import json
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.request import HTTPCookieProcessor, Request, build_opener

from tests.server import environment


class Visitor:
    """Somebody with a browser of their own, as far as the server can tell."""

    def __init__(self, page: str, room: str) -> None:
        """Open a page of the room at an address that ends with a slash."""
        self._room = room
        self._web = build_opener(HTTPCookieProcessor(CookieJar()))
        found = re.search('data-token="([^"]+)"', self._web.open(page).read().decode())
        assert found
        self._token = found[1]

    def get(self, path: str) -> Any:
        """Return what the server says."""
        return json.load(self._web.open(f"{self._room}{path}"))

    def post(self, path: str, **message: Any) -> Any:
        """Tell the server something, and return what it says."""
        headers = {"X-XSRFToken": self._token, "Content-Type": "application/json"}
        return json.load(
            self._web.open(Request(f"{self._room}{path}", json.dumps(message).encode(), headers))
        )


@dataclass(frozen=True)
class OpenRoom:
    """A room that is open."""

    process: subprocess.Popen[str]
    address: str
    """Where learners are, with a slash at its end."""
    code: str
    desk: str
    """The secret address of the desk."""

    def act(self, act: str, **message: Any) -> Any:
        """Do something at the desk, and return what it shows then."""
        return Visitor(self.desk, self.address).post("desk/act", act=act, **message)

    def plan(self) -> Any:
        """What the lesson has to ask and to show."""
        return Visitor(self.desk, self.address).get("desk/plan")

    def join(self) -> Visitor:
        """Somebody who has taken a seat."""
        learner = Visitor(self.address, self.address)
        learner.post("seat/join", code=self.code)
        return learner


@contextmanager
def open_room(home: Path, *arguments: str, port: int = 0) -> Iterator[OpenRoom]:
    """Run `coup1920 class ARGUMENTS`, and keep it in `home`; it is ended at the end."""
    command = [sys.executable, "-m", "coupquiz.cli.main", "class", *arguments, "--no-browser"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--dir", str(home / "rooms")]
    with subprocess.Popen(
        command,
        env=environment(home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        said = ""
        for line in process.stdout:
            said += line
            if found := re.search(r"Code: (\w+)[^/]+(https?://\S+/)(open/\S+)", said):
                break
        else:
            raise AssertionError(f"the room did not open:\n{said}")
        try:
            yield OpenRoom(process, found[2], found[1], f"{found[2]}{found[3]}")
        finally:
            process.terminate()
            process.communicate()


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
