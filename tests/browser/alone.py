"""A widget alone on a page: no Jupyter, no kernel, only what the widget itself brings."""

import json
from typing import Any

from playwright.sync_api import Page

from coupdata.views.html.page_widget import Watched

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Alone</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
</head><body><main><h1>Alone</h1><div id="widget"></div></main></body></html>"""

_START = """async ({ esm, source, state }) => {
  const heard = {};
  window.sent = [];
  window.model = {
    get: (name) => state[name],
    set: (name, value) => { state[name] = value; for (const act of heard[name] ?? []) act(value); },
    on: (event, act) => (heard[event.replace("change:", "")] ??= []).push(act),
    off: (event, act) => {
      const name = event.replace("change:", "");
      heard[name] = heard[name].filter((other) => other !== act);
    },
    save_changes: () => {},
    send: (message) => window.sent.push(message),
    widget_manager: { get_model: async () => ({ get: () => source }) },
  };
  const url = URL.createObjectURL(new Blob([esm], { type: "text/javascript" }));
  const { default: widget } = await import(url);
  const { render } = typeof widget === "function" ? await widget() : widget;
  const shown = Promise.resolve(render({ model: window.model, el: document.querySelector("#widget") }));
  const kept = shown.then((dispose) => (window.dispose = dispose));
  await Promise.race([kept, new Promise((go) => setTimeout(go))]);
}"""


def show(page: Page, widget: Any) -> None:
    """Show a widget on a page, where `model` stands for Jupyter's and `sent` holds the messages to Python."""
    state = json.loads(json.dumps(widget.get_state(), default=str))
    page.set_content(_PAGE)
    page.evaluate(_START, {"esm": state.pop("_esm"), "source": widget.shared_script.source, "state": state})
    if isinstance(widget, Watched):
        page.wait_for_function("sent.includes('seen')")
