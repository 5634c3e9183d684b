"""A plain web server with a page that shows views without a kernel."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qsl, urlsplit

import coupdata
from coupdata.problems.errors import PlainError
from coupdata.views.html.document import STATIC
from coupdata.views.on_page.page_values import PageValues, views_style

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Views</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css">
<style>body { margin: 0; padding: 8px; }</style></head>
<body class="coup"><main>
<h1 class="unseen">Views</h1><h2 class="unseen">A view</h2><div id="view"></div>
</main>
<script type="module">
import * as views from "/static/views_on_page.js";
const fetchJson = async (name, query = {}) => {
  const answer = await fetch(`/values/${name}?${new URLSearchParams(query)}`);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
};
const place = document.getElementById("view");
const [name, beside] = location.pathname.slice(1).split("+");
const shown = {
  explorer: (at) => views.showExplorer(at, fetchJson),
  tour: (at) => views.showTour(at, fetchJson),
  reading: (at, other) => views.showReading(at, fetchJson, other),
  actors: (at, other) => views.showDrawing(at, fetchJson, "actors", other),
  map: (at, other) => views.showDrawing(at, fetchJson, "map", other),
};
window.view = await shown[name](place);
if (beside) {
  const more = document.createElement("div");
  place.after(more);
  window.other = await shown[beside](more, window.view.model);
}
</script></body></html>"""

_FILES = {
    "/style.css": ("text/css", lambda: views_style().encode()),
    "/static/views_on_page.js": ("text/javascript", (STATIC / "views_on_page.js").read_bytes),
    "/static/plotly_basic.js": ("text/javascript", (STATIC / "plotly_basic.js").read_bytes),
}


class _Handler(BaseHTTPRequestHandler):
    values = PageValues(coupdata.load())

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path in _FILES:
            kind, read = _FILES[address.path]
            self._send(200, kind, read())
        elif address.path.startswith("/values/"):
            name = address.path.removeprefix("/values/")
            try:
                value = self.values.value(name, dict(parse_qsl(address.query)))
            except PlainError as error:
                self._send(404, "text/plain", str(error).encode())
            else:
                self._send(200, "application/json", json.dumps(value).encode())
        else:
            self._send(200, "text/html", _PAGE.encode())

    def log_message(self, *_: object) -> None:
        pass

    def _send(self, code: int, kind: str, content: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def views_server() -> Iterator[str]:
    """The address under which each view has a page: `/explorer`, `/tour`, `/explorer+reading`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
