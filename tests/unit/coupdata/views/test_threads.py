"""A page that its kernel hears in several threads, as JupyterLab has it."""

from ast import literal_eval
from typing import Any

from jupyter_client import BlockingKernelClient
from jupyter_client.manager import run_kernel

PATIENCE = 60  # seconds

VIEW = """
from asyncio import sleep, wait_for
from threading import current_thread, main_thread
from coupdata.views import reading

heard = []

def hear(view, _message, _buffers):
    heard.append(current_thread() is main_thread())
    view.send("heard")  # from then on, the kernel hears the view in the thread from which this was asked for

async def all_heard(count):
    while len(heard) < count:
        await sleep(0.05)

view = reading()
view.on_msg(hear)
"""


def run(client: BlockingKernelClient, code: str, expression: str = "None") -> Any:
    """Run a cell, and return what a literal is worth then."""
    reply = client.execute(code, user_expressions={"it": expression}, reply=True, timeout=PATIENCE)
    assert reply["content"]["status"] == "ok", reply["content"]
    return literal_eval(reply["content"]["user_expressions"]["it"]["data"]["text/plain"])


def test_a_view_hears_its_page_in_the_thread_that_made_it() -> None:
    """Whichever the kernel hears a message in: two would change the same answers at once."""
    with run_kernel(startup_timeout=PATIENCE) as client:
        id = run(client, VIEW, "view.model_id")
        client.control_channel.send(client.session.msg("create_subshell_request"))
        subshell = client.get_control_msg(timeout=PATIENCE)["content"]["subshell_id"]
        for count in (1, 2):
            sent = {"comm_id": id, "data": {"method": "custom", "content": "hello"}}
            message = client.session.msg("comm_msg", sent)
            message["header"]["subshell_id"] = subshell
            client.shell_channel.send(message)
            run(client, f"await wait_for(all_heard({count}), {PATIENCE})")
        assert run(client, "", "heard") == [True, True]
