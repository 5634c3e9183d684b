"""What a running program takes of the machine, and how to give it less."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psutil

CAN_BRAKE = hasattr(signal, "SIGSTOP")
"""Whether `slowed` works here: Windows cannot stop a program in between."""

_BRAKE = """
import os, signal, sys, time
pid, share = int(sys.argv[1]), float(sys.argv[2])
while True:
    begun = time.perf_counter()
    time.sleep(0.02 * share)
    ran = time.perf_counter() - begun  # longer than that where the machine is busy
    os.kill(pid, signal.SIGSTOP)
    time.sleep(ran * (1 - share) / share)
    os.kill(pid, signal.SIGCONT)
"""


def megabytes(pid: int) -> float:
    """Return the memory of a program and of all that it has started; what is shared counts in part."""
    program = psutil.Process(pid)
    taken = 0
    for each in (program, *program.children(recursive=True)):
        memory = each.memory_full_info()
        taken += getattr(memory, "pss", memory.uss)  # only Linux tells the former
    return taken / 1e6


def cpu_seconds(pid: int) -> float:
    """Return how long a program has kept a processor busy."""
    times = psutil.Process(pid).cpu_times()
    return float(times.user + times.system)


@contextmanager
def slowed(pid: int, share: float) -> Iterator[None]:
    """Let a program run only for this share of the time, in turns of a few milliseconds."""
    brake = subprocess.Popen([sys.executable, "-c", _BRAKE, str(pid), str(share)])
    try:
        yield
    finally:
        brake.terminate()
        brake.wait()
        os.kill(pid, signal.SIGCONT)
