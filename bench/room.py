"""What a seat in a room costs, against the same lesson as a static site and in Voila."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import linear_regression
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

from bench.packed_files import PackedFiles
from bench.rounds import in_turn
from bench.table import Row, limited, size, time
from bench.voila_server import voila
from bench.ways import Way, in_room, in_voila, on_site
from bench.wire import Wire, wire
from tests.browser import chromium
from tests.browser.engines import FLAGS
from tests.processes import megabytes
from tests.room_process import OpenRoom, open_room
from tests.room_pupils import Pupil, seated
from tests.site.opened import served

_ROUNDS = 3
_SEATS, _KERNELS = (5, 30, 200), (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Cost:
    """What it takes until something is shown."""

    milliseconds: float
    received: float
    """Bytes that came over the wire."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A pupil's way through the lesson, in a browser that has loaded nothing before."""

    question: Cost
    timeline: Cost
    """What comes on top of the question."""
    memory: float
    """Bytes that the browser takes for the page with the question, more than for an empty one."""


def rows() -> Iterator[Row]:
    """Yield the rows on a seat."""
    program = chromium.provide()
    with (
        TemporaryDirectory() as home,
        open_room(Path(home)) as room,
        served(files=PackedFiles) as site,
        voila(Path(home)) as kernels,
        wire(room.address) as to_room,
        wire(site) as to_site,
        wire(kernels.address) as to_voila,
        sync_playwright() as playwright,
    ):
        launch = partial(playwright.chromium.launch, executable_path=program, args=FLAGS)
        visits = in_turn(
            _ROUNDS,
            partial(visit, launch, to_room, in_room(room)),
            partial(visit, launch, to_site, on_site()),
            partial(visit, launch, to_voila, in_voila()),
        )
    yield from compared_visits(*visits)
    what = "the memory of a further seat on the teacher's computer"
    yield limited(what, [seat_memory()], {"a further page of Voila": [kernel_memory()]}, 1e6, size)


def visit(launch: Callable[[], Browser], wire: Wire, way: Way) -> Visit:
    """Open a browser, go this way, and return what it took."""
    browser = launch()
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    pid = next(process["id"] for process in processes if process["type"] == "browser")
    empty = megabytes(pid)
    question = measure(page, wire, way.to_question)
    full = megabytes(pid)
    timeline = measure(page, wire, way.to_timeline)
    browser.close()
    return Visit(question, timeline, (full - empty) * 1e6)


def measure(page: Page, wire: Wire, go: Callable[[Page, str], None]) -> Cost:
    """Return what it takes to go there."""
    received, begun = wire.received, perf_counter()
    go(page, wire.address)
    return Cost((perf_counter() - begun) * 1000, wire.received - received)


def compared_visits(ours: Sequence[Visit], site: Sequence[Visit], kernels: Sequence[Visit]) -> Iterator[Row]:
    """Yield the rows on visits."""

    def row(what: str, value: Callable[[Visit], float], most: float, shown: Callable[[float], str]) -> Row:
        others = {"the static site": [*map(value, site)], "Voila": [*map(value, kernels)]}
        return limited(what, [*map(value, ours)], others, most, shown)

    what = "a seat in a room, from opening its address to a question that can be answered"
    yield row(what, lambda visit: visit.question.milliseconds, 1000, time)
    yield row("what is sent until then", lambda visit: visit.question.received, 250e3, size)
    yield row("from there to the timeline", lambda visit: visit.timeline.milliseconds, 2000, time)
    yield row("what is sent for that", lambda visit: visit.timeline.received, 1.5e6, size)
    yield row("the memory of a pupil's browser for the question", lambda visit: visit.memory, 100e6, size)


def seat_memory() -> float:
    """Return the bytes that a further seat takes of the computer that has the room."""

    async def fill(room: OpenRoom) -> float:
        pupils: list[Pupil] = []
        taken = []
        for seats in _SEATS:
            while len(pupils) < seats:
                pupils.append(pupil := await seated(room))
                await pupil.listen("seat")
                await pupil.get("seat/page?page=part-1")
            taken.append(megabytes(room.process.pid))
        await asyncio.gather(*(pupil.leave() for pupil in pupils))
        return linear_regression(_SEATS, taken).slope * 1e6

    with TemporaryDirectory() as home, open_room(Path(home), "week") as room:
        room.act("parts", parts=["part-1"])
        return asyncio.run(fill(room))


def kernel_memory() -> float:
    """Return the bytes that a further page takes of the computer that has Voila."""
    with TemporaryDirectory() as home, voila(Path(home)) as running:
        taken = []
        for _page in _KERNELS:
            urlopen(f"{running.address}/voila/render/01_reading.ipynb").read()
            taken.append(megabytes(running.pid))
        return linear_regression(_KERNELS, taken).slope * 1e6
