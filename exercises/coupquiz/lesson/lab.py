"""JupyterLab, started on a folder with the settings a lesson needs, for a user with or without a home."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import signal
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

SETTINGS = Path(__file__).parent / "jupyter"
"""No news, no look for updates, no list of extensions to download: nothing asks the network.

And the extension that fills the lesson's notebooks. Every Jupyter beside an installed package has it, but
that one may be older than a source tree that was changed since.
"""

TO_FINISH = 1  # seconds that what is being saved when the server is stopped has to end


def start(folder: Path, notebook: Path, *, browser: bool = True, port: int | None = None) -> None:
    """Run JupyterLab until it is stopped; when it is ready, say at which address and how to stop it.

    Args:
        folder: What its list of files shows.
        notebook: What it opens, a notebook in that folder.
        browser: Whether it opens a browser.
        port: The port to listen on; where that is taken, one of the next.

    Raises:
        ImportError: If JupyterLab is not installed.
    """
    for name in ("JUPYTER_CONFIG_PATH", "JUPYTER_PATH"):
        os.environ[name] = os.pathsep.join(filter(None, [str(SETTINGS), os.environ.get(name)]))
    import zmq
    from jupyterlab.labapp import LabApp

    shut_list_of_files()
    file = notebook.relative_to(folder).as_posix()
    page = f"lab/tree/{file}"
    token = secrets.token_hex(24)
    arguments = [
        "--log-level=ERROR",  # warnings are for those who run servers: they frighten a learner
        f"--ServerApp.root_dir={folder}",
        f"--LabApp.default_url=/{page}",
        f"--IdentityProvider.token={token}",
    ]
    if not browser:
        arguments.append("--no-browser")
    if port is not None:
        arguments.append(f"--port={port}")
    if zmq.has("curve"):  # else the kernel warns that what is typed can be overheard
        arguments.append("--KernelManager.transport_encryption=auto")
    if sys.platform != "win32" and os.geteuid() == 0:
        arguments.append("--allow-root")
    server = LabApp.initialize_server(arguments)
    taken = (
        f"Port {port} is in use, so this is port {server.port}.\n"
        if port not in (None, 0, server.port)
        else ""
    )
    told = (
        f"{taken}{'It opens in your browser; if not, go to' if browser else 'Open it in a browser at'}\n"
        f"  {server.connection_url}{page}?token={token}\n"
        "Leave this window open while you work. To stop, save your work and press Ctrl+C here."
    )
    # The server binds its port as the first thing in its loop, and this comes next.
    server.io_loop.add_callback(print, told, flush=True)
    python = server.io_loop.asyncio_loop.create_task(_start_python(server, file))
    signal.signal(signal.SIGINT, lambda *_signal: _stop_at_ctrl_c(server, python))
    server.start()
    server.io_loop.asyncio_loop.run_until_complete(_end_tasks())


async def _start_python(server: ServerApp, file: str) -> None:
    """Start Python for a notebook, so that it gets ready while the browser draws the page."""
    with suppress(Exception):  # JupyterLab tries it too, and says what is wrong
        await server.session_manager.create_session(file, Path(file).name, "notebook")


def _stop_at_ctrl_c(server: ServerApp, python: asyncio.Task[None]) -> None:
    """Stop Jupyter in good order at one Ctrl+C: by itself, it asks first, or leaves its kernels behind."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # a second one ends all at once
    server.io_loop.add_callback_from_signal(_stop, server, python)


async def _stop(server: ServerApp, python: asyncio.Task[None]) -> None:
    """Stop Jupyter, but first kill a kernel that is getting ready: interrupted, it prints a traceback."""
    await python
    for kernel_id in server.kernel_manager.list_kernel_ids():
        kernel = server.kernel_manager.get_kernel(kernel_id)
        if kernel.provisioner is not None and getattr(kernel, "execution_state", "") == "starting":
            await kernel.provisioner.kill()
    server.stop()


async def _end_tasks() -> None:
    """Bring to an end what Jupyter leaves undone: the threads that read and write its files wait for that."""
    left = asyncio.all_tasks() - {asyncio.current_task()}
    if left:
        _done, left = await asyncio.wait(left, timeout=TO_FINISH)
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)


def stand_in() -> Path | None:
    """Return None where the home folder can be written, else a temporary folder that only this user can open.

    It is the same folder each time, unless somebody else took its name.
    """
    try:
        with tempfile.TemporaryFile(dir=Path.home()):
            return None
    except (OSError, RuntimeError):
        return _private_folder()


def _private_folder() -> Path:
    if sys.platform == "win32":  # where every user has temporary files of their own
        folder = Path(tempfile.gettempdir(), "coup1920")
        folder.mkdir(exist_ok=True)
        return folder
    folder = Path(tempfile.gettempdir(), f"coup1920-{os.getuid()}")
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    found = folder.lstat()
    private = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
    return folder if private else Path(tempfile.mkdtemp(prefix="coup1920-"))


def shut_list_of_files() -> None:
    """See that JupyterLab opens without its list of files, beside which a phone has no room for a notebook.

    It remembers how it was left: only where it was never opened is there anything to write.
    """
    from jupyterlab.commands import get_workspaces_dir
    from jupyterlab_server.workspaces_handler import WorkspacesManager

    left = {"collapsed": True, "visible": True, "current": None, "widgets": ["filebrowser"]}
    layout = {"layout-restorer:data": {"left": left}}
    with suppress(OSError):
        remembered = WorkspacesManager(get_workspaces_dir())
        if not remembered.list_workspaces():
            remembered.save("default", json.dumps({"data": layout, "metadata": {"id": "default"}}))
