"""Seats of a room without a browser, and a vote of all of them."""

import asyncio
import json
import re
import time
from dataclasses import dataclass
from http.cookies import SimpleCookie
from statistics import quantiles
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from coupquiz.classroom.server.handler import DESK
from tests.processes import cpu_seconds, megabytes
from tests.room_process import OpenRoom
from tests.unit.coupquiz.classroom.rooms import ONE_CHOICE, RIGHT, WRONG

SECONDS = 5.0
"""In which a class votes."""


@dataclass(frozen=True)
class Voted:
    """What a vote of a class has brought, and what it took."""

    waits: list[float]
    """Seconds until each vote was acknowledged."""
    behind: float
    """Seconds after the last of these until the desk knew of all."""
    right: int
    of: int
    cpu: float
    """Seconds for which the server kept a processor busy, from the first vote until the desk knew of all."""
    megabytes: float
    """The server's memory, with every page open."""

    @property
    def p95(self) -> float:
        """Seconds until 95 in a hundred votes were acknowledged."""
        return quantiles(self.waits, n=20)[-1]


class Pupil:
    """A seat without a browser."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.client = AsyncHTTPClient(force_instance=True, max_clients=2)
        self.cookies: dict[str, str] = {}
        self.token = ""
        self.socket: WebSocketClientConnection | None = None

    async def get(self, path: str) -> bytes:
        """Ask for a page or values."""
        return await self._sent(
            HTTPRequest(self.base + path, headers=self._headers(), follow_redirects=False)
        )

    async def post(self, path: str, message: object) -> Any:
        """Tell something, and return what comes back."""
        headers = {**self._headers(), "X-XSRFToken": self.token}
        request = HTTPRequest(self.base + path, method="POST", body=json.dumps(message), headers=headers)
        return json.loads(await self._sent(request))

    async def enter(self, path: str) -> None:
        """Open a page and keep its token."""
        found = re.search(rb'data-token="([^"]+)"', await self.get(path))
        assert found
        self.token = found[1].decode()

    async def listen(self, who: str) -> None:
        """Open the socket."""
        address = self.base.replace("http", "ws") + f"{who}/socket"
        self.socket = await websocket_connect(HTTPRequest(address, headers=self._headers()))

    async def hear(self, wanted: str, value: object) -> dict[str, Any]:
        """Wait until the socket tells this."""
        assert self.socket
        while True:
            message = await self.socket.read_message()
            assert message is not None
            view: dict[str, Any] = json.loads(message)
            if view.get(wanted) == value:
                return view

    async def leave(self) -> None:
        """Close the page, and wait until it is."""
        if self.socket:
            self.socket.close()
            while await self.socket.read_message() is not None:
                pass
        self.client.close()

    async def vote(self, page: str, answer: str) -> float:
        """Vote, and return after how many seconds that is acknowledged."""
        began = time.perf_counter()
        message = {"page": page, "bank": ONE_CHOICE.bank, "question": ONE_CHOICE.question, "act": "answer"}
        back = await self.post("seat/answer", {**message, "answer": answer, "turn": "t"})
        assert back["states"][ONE_CHOICE.question]["at"]
        return time.perf_counter() - began

    async def _sent(self, request: HTTPRequest) -> bytes:
        response = await self.client.fetch(request, raise_error=False)
        assert response.code in (200, 302), (request.url, response.code, response.body)
        for header in response.headers.get_list("Set-Cookie"):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(header).items()}
        return response.body

    def _headers(self) -> dict[str, str]:
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}


async def at_the_desk(room: OpenRoom) -> Pupil:
    """Open the desk."""
    teacher = Pupil(room.address)
    await teacher.get(room.desk.removeprefix(room.address))
    await teacher.enter(DESK)
    return teacher


async def seated(room: OpenRoom) -> Pupil:
    """Take a seat."""
    pupil = Pupil(room.address)
    await pupil.enter("")
    await pupil.post("seat/join", {"code": room.code})
    return pupil


async def let_vote(room: OpenRoom, seats: int, within: float = SECONDS) -> Voted:
    """Let a class join a new room that has the bank `week`, and vote, one in four wrongly.

    Args:
        room: The room.
        seats: How many they are.
        within: Seconds over which their votes are spread.
    """
    teacher = await at_the_desk(room)
    pupils = [await seated(room) for _each in range(seats)]
    await asyncio.gather(*(pupil.listen("seat") for pupil in pupils), teacher.listen("desk"))
    asked = {"act": "ask", "bank": ONE_CHOICE.bank, "question": ONE_CHOICE.question}
    await teacher.post("desk/act", asked)
    views = await asyncio.gather(*(pupil.hear("way", "vote") for pupil in pupils))
    assert {view["page"] for view in views} == {"vote-1-1"}

    async def later(number: int, pupil: Pupil) -> float:
        await asyncio.sleep(within * number / seats)
        return await pupil.vote("vote-1-1", RIGHT if number % 4 else WRONG)

    busy = cpu_seconds(room.process.pid)
    waits = await asyncio.gather(*(later(number, pupil) for number, pupil in enumerate(pupils)))
    ended = time.perf_counter()
    while json.loads(await teacher.get("desk/view"))["poll"]["answered"] < seats:
        await asyncio.sleep(0.05)
    behind = time.perf_counter() - ended
    cpu = cpu_seconds(room.process.pid) - busy
    closed = await teacher.post("desk/act", {"act": "close"})
    result = closed["result"]["rounds"][0]
    memory = megabytes(room.process.pid)
    await asyncio.gather(*(each.leave() for each in (teacher, *pupils)))
    return Voted(waits, behind, result["right"], result["of"], cpu, memory)
