"""Two launchers at once, in two terminals: one waits for the other; the last one out stops PostgreSQL."""

import fcntl
from contextlib import contextmanager

from . import paths
from .say import say


@contextmanager
def alone(work):
    """Do a piece of work while no other launcher of this checkout does the same piece."""
    paths.HOME.mkdir(exist_ok=True)
    with (paths.HOME / f"{work}.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another ./chasqui is at the same work here; waiting for it…")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def together(work, last_one_out):
    """Share something with other launchers of this checkout; whoever leaves last calls `last_one_out`."""
    with (paths.HOME / f"{work}.lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        try:
            yield
        finally:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                pass
            else:
                last_one_out()
