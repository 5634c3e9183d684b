"""The room's web server as whoever is in it can reach it: with and without cookie, token and good will."""

import json
import re
import tempfile
from http.cookies import SimpleCookie
from itertools import takewhile
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import urlencode

import pytest
from tornado.httpclient import HTTPRequest, HTTPResponse
from tornado.testing import AsyncHTTPTestCase, gen_test
from tornado.websocket import websocket_connect

from coupquiz.classroom.room import teaching
from coupquiz.classroom.room.answering import NoLongerAskedError
from coupquiz.classroom.room.names import Names
from coupquiz.classroom.room.room import RoomError
from coupquiz.classroom.room.state import Way
from coupquiz.classroom.server.application import WRONG_CODES, RoomApplication
from coupquiz.classroom.server.page_files import files_name
from tests.unit.coupquiz.classroom.rooms import ONE_CHOICE, RIGHT, WRONG, a_room


class Browser:
    """Somebody's browser: it keeps cookies, and sends the token that a page has."""

    def __init__(self, case: AsyncHTTPTestCase) -> None:
        self.case = case
        self.cookies: dict[str, str] = {}
        self.token = ""

    def get(self, path: str, **options: Any) -> HTTPResponse:
        """Ask for a page, and keep its cookies and token."""
        response = self.case.fetch(path, headers=self.headers(), follow_redirects=False, **options)
        for header in response.headers.get_list("Set-Cookie"):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(header).items()}
        if found := re.search(rb'data-token="([^"]+)"', response.body or b""):
            self.token = found[1].decode()
        return response

    def post(self, path: str, message: object, **headers: str) -> HTTPResponse:
        """Send a message with the token."""
        body = message if isinstance(message, bytes) else json.dumps(message)
        sent = {**self.headers(), "X-XSRFToken": self.token, **headers}
        response = self.case.fetch(path, method="POST", body=body, headers=sent)
        for header in response.headers.get_list("Set-Cookie"):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(header).items()}
        return response

    def headers(self) -> dict[str, str]:
        """Return the cookies as a header."""
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}


class _Case(AsyncHTTPTestCase):
    base_url = "/"
    names = Names.NONE

    def get_app(self) -> RoomApplication:
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.room = a_room(Path(self.folder.name), names=self.names)
        self.addCleanup(self.room.store.close)
        return RoomApplication(self.room, base_url=self.base_url, address=lambda: "http://192.0.2.7:8920/")

    def browser(self) -> Browser:
        browser = Browser(self)
        assert browser.get(self.base_url).code == 200
        return browser

    def seat(self) -> Browser:
        browser = self.browser()
        assert browser.post(f"{self.base_url}seat/join", {"code": self.room.code}).code == 200
        return browser

    def desk(self) -> Browser:
        browser = self.browser()
        opened = browser.get(f"{self.base_url}open/{self.room.desk_secret}")
        assert opened.code == 302
        assert browser.get(f"{self.base_url}desk").code == 200
        return browser


class TestRoom(_Case):
    """A room as it is by default."""

    def test_a_seat_votes_and_the_desk_sees_it(self) -> None:
        """From the question to the count, by HTTP alone."""
        desk, seat = self.desk(), self.seat()
        asked = {"act": "ask", "bank": ONE_CHOICE.bank, "question": ONE_CHOICE.question}
        assert json.loads(desk.post("/desk/act", asked).body)["stage"] == "open"
        view = json.loads(seat.get("/seat/view").body)
        content = json.loads(seat.get(f"/seat/page?page={view['page']}").body)
        assert content["blocks"][0]["states"][ONE_CHOICE.question]["answer"] is None
        message = {
            "page": view["page"],
            "bank": ONE_CHOICE.bank,
            "question": ONE_CHOICE.question,
            "act": "answer",
            "answer": RIGHT,
            "turn": "t1",
        }
        state = json.loads(seat.post("/seat/answer", message).body)["states"][ONE_CHOICE.question]
        assert (state["answer"], state["turn"]) == (RIGHT, "t1")
        assert state["at"]
        assert json.loads(desk.get("/desk/view").body)["poll"]["answered"] == 1
        assert json.loads(desk.post("/desk/act", {"act": "close"}).body)["result"]["rounds"][0]["right"] == 1
        late = seat.post("/seat/answer", {**message, "answer": WRONG, "turn": "t2"})
        assert json.loads(late.body)["states"][ONE_CHOICE.question]["answer"] == RIGHT

    def test_only_the_desk_acts(self) -> None:
        """Neither a stranger nor a seat nor the wall can do what the desk does."""
        stranger, seat = self.browser(), self.seat()
        for browser in (stranger, seat):
            assert browser.post("/desk/act", {"act": "pause", "paused": True}).code == 403
            assert browser.post("/desk/export", {}).code == 403
            for path in ("/desk/view", "/desk/plan", "/wall/view"):
                assert browser.get(path).code == 403
        assert self.browser().get("/open/no-such-secret").code == 404
        assert self.room.state.way is Way.WAIT
        wall = self.browser()
        assert wall.get(f"/open/{self.room.wall_secret}").code == 302
        assert wall.get("/wall/view").code == 200
        assert wall.get("/desk/view").code == 403
        assert wall.post("/desk/act", {"act": "end"}).code == 403

    def test_nothing_changes_without_the_token_or_from_another_page(self) -> None:
        """A cookie alone is not enough."""
        desk = self.desk()
        act = {"act": "way", "way": "own-pace"}
        desk.token, token = "", desk.token
        assert desk.post("/desk/act", act).code == 403
        desk.token = token
        assert desk.post("/desk/act", act, Origin="http://elsewhere.example").code == 403
        assert desk.get("/desk/act").code == 405
        assert self.room.state.way is Way.WAIT
        assert desk.post("/desk/act", act, Origin=f"http://127.0.0.1:{self.get_http_port()}").code == 200

    def test_a_link_to_a_seat_is_of_no_use_without_its_cookie(self) -> None:
        """A cookie that this server has not signed is none."""
        self.seat()
        stranger = self.browser()
        assert json.loads(stranger.get("/seat/view").body) == {"way": "gone"}
        assert stranger.get("/seat/page?page=part-1").code == 401
        assert stranger.post("/seat/answer", {}).code == 401
        name = f"coup1920-seat-{self.room.id}"
        for forged in (next(iter(self.room.seats.values())).learner, "2|1:0|10:1|4:seat|4:MQ==|abc"):
            stranger.cookies[name] = forged
            assert json.loads(stranger.get("/seat/view").body) == {"way": "gone"}

    def test_cookies_are_for_this_room_and_for_no_script(self) -> None:
        """Two rooms on one machine do not take each other’s."""
        browser = self.browser()
        joined = browser.post("/seat/join", {"code": self.room.code})
        (cookie,) = joined.headers.get_list("Set-Cookie")
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert self.room.id in cookie

    def test_two_devices_can_share_a_seat(self) -> None:
        """The key brings a second device to the same answers, and the work can be taken along."""
        one, two = self.seat(), self.browser()
        key = json.loads(one.get("/seat/view").body)["key"]
        assert two.post("/seat/back", {"key": "WRONGKEY"}).code == 409
        assert two.post("/seat/back", {"key": key}).code == 200
        assert len(self.room.seats) == 1
        teaching.open_parts(self.room, ["part-1"])
        sent = {"page": "part-1", "bank": ONE_CHOICE.bank, "question": ONE_CHOICE.question, "act": "check"}
        assert two.post("/seat/answer", {**sent, "answer": RIGHT, "turn": "x"}).code == 200
        shown = json.loads(one.get("/seat/page?page=part-1").body)["blocks"]
        states = next(block["states"] for block in shown if "states" in block)
        assert states[ONE_CHOICE.question]["answer"] == RIGHT
        work = json.loads(one.get("/seat/work").body)
        assert work["notebooks"]["week"]["banks"]["week"][ONE_CHOICE.question]["answer"] == RIGHT

    def test_a_page_can_tell_that_its_question_is_no_longer_asked(self) -> None:
        """From one that is closed just now, for which its answer waits."""
        seat = self.seat()
        receive = "coupquiz.classroom.server.seat_handlers.receive"
        for error, code in ((NoLongerAskedError("Go on here."), 410), (RoomError("Closed."), 409)):
            with patch(receive, side_effect=error):
                answered = seat.post("/seat/answer", {"page": "part-1"})
            assert (answered.code, json.loads(answered.body)) == (code, {"said": str(error)})

    def test_work_is_brought_to_a_seat(self) -> None:
        """A file that was taken along, and no other; whoever sends one after another has to wait."""
        one, two = self.seat(), self.seat()
        teaching.open_parts(self.room, ["part-1"])
        sent = {"page": "part-1", "bank": ONE_CHOICE.bank, "question": ONE_CHOICE.question, "act": "check"}
        assert one.post("/seat/answer", {**sent, "answer": RIGHT, "turn": "x"}).code == 200
        work = {"content": one.get("/seat/work").body.decode()}
        brought = two.post("/seat/work", work)
        assert json.loads(brought.body) == {"said": "Brought here: 1 answer."}
        assert two.get("/seat/work").body.count(RIGHT.encode()) == work["content"].count(RIGHT)
        more = json.loads(work["content"])
        records = more["notebooks"]["week"]["banks"]["week"]
        records["no-such"] = records[ONE_CHOICE.question]
        said = json.loads(two.post("/seat/work", {"content": json.dumps(more)}).body)["said"]
        assert said == "Brought here: 1 answer. Left out: 1 answer to what this lesson does not ask."
        assert two.post("/seat/work", {"content": 7}).code == 409
        assert self.browser().post("/seat/work", work).code == 401
        assert two.post("/seat/work", work, **{"X-XSRFToken": "wrong"}).code == 403
        assert {two.post("/seat/work", {}).code for _each in range(8)} == {409, 429}

    def test_codes_cannot_be_guessed_and_a_class_behind_one_address_can_join(self) -> None:
        """Only wrong codes are counted."""
        for _each in range(35):
            self.seat()
        browser = self.browser()
        codes = (browser.post("/seat/join", {"code": "QQQQQQ"}).code for _each in range(4 * WRONG_CODES))
        tried = [*takewhile(lambda code: code != 429, codes)]
        assert set(tried) == {409}
        assert WRONG_CODES <= len(tried) < 3 * WRONG_CODES  # one more a second
        assert browser.post("/seat/join", {"code": self.room.code}).code == 429

    def test_whatever_is_sent_does_no_harm(self) -> None:
        """No JSON, deep JSON, wrong types: an answer, and never an error of the server."""
        seat, desk = self.seat(), self.desk()
        teaching.open_parts(self.room, ["part-1"])
        bad = (
            b"",
            b"no json",
            b"[" * 5000,
            [],
            None,
            7,
            {"page": {}, "bank": [], "question": {"a": 1}},
            {
                "page": "part-1",
                "bank": ONE_CHOICE.bank,
                "question": ONE_CHOICE.question,
                "answer": {"x": [1]},
            },
        )
        for message in bad:
            assert seat.post("/seat/answer", message).code in (200, 409)
            assert desk.post("/desk/act", message).code == 409
        for act in ("ask", "show", "step", "hands", "way", "clock", "parts", "forget", "no-such-act"):
            for value in (None, [], {}, "x" * 1000, -1, True):
                values = dict.fromkeys(
                    (
                        *("bank", "question", "wall", "counts", "way", "seconds", "seat"),
                        *("parts", "paused", "open", "stopped", "event", "by"),
                    ),
                    value,
                )
                assert desk.post("/desk/act", {"act": act, **values}).code in (200, 409)
        assert len(self.room.seats) == 1

    def test_a_seat_cannot_keep_the_others_waiting(self) -> None:
        """Who sends too much is told to wait, alone."""
        seat = self.seat()
        codes = {seat.post("/seat/answer", {}).code for _each in range(300)}
        assert codes == {409, 429}
        assert self.seat().post("/seat/answer", {}).code == 409

    def test_a_body_has_a_limit(self) -> None:
        """An answer that is too long is refused in words."""
        seat = self.seat()
        teaching.open_parts(self.room, ["part-1"])
        sent = {"page": "part-1", "bank": ONE_CHOICE.bank, "question": ONE_CHOICE.question, "act": "answer"}
        state = json.loads(seat.post("/seat/answer", {**sent, "answer": "x" * 150_000}).body)["states"]
        assert "too long" in state[ONE_CHOICE.question]["trouble"]

    def test_pages_load_nothing_from_elsewhere_and_no_directory_is_served(self) -> None:
        """Nor does a page hold a secret."""
        for path in ("/", "/desk", "/wall"):
            page = self.browser().get(path)
            policy = page.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "frame-ancestors 'none'" in policy
            assert b"http://" not in page.body
            assert b"https://" not in page.body
            for secret in (self.room.code, self.room.desk_secret, self.room.wall_secret):
                assert secret.encode() not in page.body
        for path in (
            "/static",
            "/static/",
            f"/static/{files_name()}/",
            "/static/../room.sqlite",
            "/room.sqlite",
        ):
            assert self.fetch(path).code == 404
        assert self.fetch(f"/static/{files_name()}/server.py").code == 404
        kept = self.fetch(f"/static/{files_name()}/seat.js")
        assert "immutable" in kept.headers["Cache-Control"]
        assert self.fetch("/static/0123/seat.js").headers["Cache-Control"] == "no-store"

    def test_views_of_the_case_are_for_those_who_may_look_at_them(self) -> None:
        """At their own pace, and at desk and wall; not in a vote."""
        seat = self.seat()
        assert seat.get("/values/explorer").code == 403
        teaching.open_parts(self.room, ["part-1"])
        assert seat.get("/values/explorer").code == 200
        assert seat.get("/values/no-such").code == 404
        assert seat.get("/values/explorer/chart?width=7").code == 404
        teaching.ask(self.room, ONE_CHOICE)
        assert seat.get("/values/explorer").code == 403
        assert self.desk().get("/values/explorer").code == 200
        assert self.browser().get("/values/reading").code == 403

    def test_a_timeline_leaves_out_what_its_seat_is_asked(self) -> None:
        """By the details that the seat is told; without them it is whole, as on the wall."""
        seat = self.seat()
        assert self.browser().get("/seat/asked").code == 401
        assert json.loads(seat.get("/seat/asked").body) == {}
        teaching.open_parts(self.room, ["part-1"])
        asked = json.loads(seat.get("/seat/asked").body)
        assert "week.to-the-decision" in asked["open"].split(",")
        details = urlencode(asked)
        hidden, whole = (
            json.loads(seat.get(f"/values/explorer/chart?width=920&{more}").body)["hits"]
            for more in (details, "")
        )
        assert 0 < len(hidden) < len(whole)
        assert json.loads(self.desk().get("/values/explorer/chart?width=920").body)["hits"] == whole
        for more, is_said in ((details, True), ("", False)):
            start = json.loads(seat.get(f"/values/explorer?{more}").body)
            assert (start["note"] != "") is is_said
            assert any(row["hidden"] for row in start["events"]) is is_said
        assert seat.get("/values/explorer?open=week.no-such").code == 404
        assert "no question" in json.loads(seat.get("/values/explorer?told=week.no-such").body)["said"]

    @gen_test
    async def test_a_socket_tells_what_changes_and_takes_nothing(self) -> None:
        """It needs the cookie, and a page of this server."""
        client = self.http_client
        page = await client.fetch(self.get_url("/"))
        browser = Browser(self)
        for header in page.headers.get_list("Set-Cookie"):
            browser.cookies |= {name: morsel.value for name, morsel in SimpleCookie(header).items()}
        seat = self.room.join(self.room.code)
        address = self.get_url("/seat/socket").replace("http", "ws")
        with pytest.raises(Exception, match="401"):
            await websocket_connect(HTTPRequest(address, headers=browser.headers()))
        token = re.search(rb'data-token="([^"]+)"', page.body)[1].decode()
        back = await client.fetch(
            self.get_url("/seat/back"),
            method="POST",
            body=json.dumps({"key": seat.way_back}),
            headers={**browser.headers(), "X-XSRFToken": token},
        )
        for header in back.headers.get_list("Set-Cookie"):
            browser.cookies |= {name: morsel.value for name, morsel in SimpleCookie(header).items()}
        with pytest.raises(Exception, match="403"):
            await websocket_connect(
                HTTPRequest(address, headers={**browser.headers(), "Origin": "http://elsewhere.example"})
            )
        socket = await websocket_connect(HTTPRequest(address, headers=browser.headers()))
        assert json.loads(await socket.read_message())["way"] == "wait"
        await socket.write_message(json.dumps({"act": "end"}))
        teaching.pause(self.room, True)
        assert json.loads(await socket.read_message())["paused"] is True
        assert self.room.state.way is Way.WAIT
        self.room.forget(seat.id)
        socket.close()
        while await socket.read_message() is not None:
            pass


class TestUnderAPath(_Case):
    """A room under a path."""

    base_url = "/user/anna/proxy/absolute/8920/"

    def test_all_of_it_is_there(self) -> None:
        """As a proxy of a hub has it."""
        desk, seat = self.desk(), self.seat()
        asked = {"act": "ask", "bank": ONE_CHOICE.bank, "question": ONE_CHOICE.question}
        assert desk.post(f"{self.base_url}desk/act", asked).code == 200
        assert json.loads(seat.get(f"{self.base_url}seat/view").body)["way"] == "vote"
        assert self.fetch("/").code == 404


class TestWithNames(_Case):
    """A room that asks for names."""

    names = Names.NICKNAME

    def test_a_name_is_asked_for_once_the_code_is_right(self) -> None:
        """Whoever has no code learns no names."""
        browser = self.browser()
        assert browser.post("/seat/join", {"code": "QQQQQQ"}).code == 409
        asked = json.loads(browser.post("/seat/join", {"code": self.room.code}).body)
        assert asked == {"names": "nickname", "free": []}
        assert not self.room.seats
        view = json.loads(browser.post("/seat/join", {"code": self.room.code, "name": "<b>Rosa"}).body)
        assert view["seat"] == "<b>Rosa"
        taken = self.browser().post("/seat/join", {"code": self.room.code, "name": "<B>rosa"})
        assert "already" in json.loads(taken.body)["said"]
