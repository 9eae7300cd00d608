"""What the launcher tells the person at the terminal: on standard error; `bench` owns standard output."""

import itertools
import re
import subprocess
import sys
import threading
import time
from contextlib import contextmanager


class Failure(Exception):
    """Something the person can mend; its text says what and how."""


def say(text):
    print(text, file=sys.stderr, flush=True)


@contextmanager
def step(text, log=None):
    """Say that a step begins, show that it is alive while it lasts, and how long it took.

    :param log: file of an Odoo that installs, whose count of modules is shown as progress
    """
    begun = time.monotonic()
    finished = threading.Event()
    if not sys.stderr.isatty():
        say(f"{text}…")
        yield
        return

    def spin():
        for mark in itertools.cycle("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"):
            seconds = int(time.monotonic() - begun)
            shown = f"\r{mark} {text}… {_count_of_modules(log)}{seconds} s "
            print(shown, end="", file=sys.stderr, flush=True)
            if finished.wait(0.2):
                return

    spinner = threading.Thread(target=spin, daemon=True)
    spinner.start()
    done = False
    try:
        yield
        done = True
    finally:
        finished.set()
        spinner.join()
        seconds = int(time.monotonic() - begun)
        say(f"\r{'✓' if done else '✗'} {text} ({seconds} s)                    ")


def _count_of_modules(log):
    """Return "88/100, " from the end of an Odoo log, or nothing where it says nothing of the kind."""
    if not log or not log.exists():
        return ""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 20_000))
        counts = re.findall(rb"Loading module \S+ \((\d+/\d+)\)", file.read())
    return f"{counts[-1].decode()}, " if counts else ""


def run(command, *, why, log=None, **options):
    """Run a command; on failure raise a Failure with `why` and the command's last words.

    :param log: file to which the output goes, instead of being kept for the failure only
    """
    if log:
        with log.open("ab") as output:
            done = subprocess.run(command, stdout=output, stderr=subprocess.STDOUT, **options)
        words = log.read_text(errors="replace")
    else:
        done = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            **options,
        )
        words = done.stdout
    if done.returncode:
        last = "\n".join(f"    {line}" for line in words.strip().splitlines()[-15:])
        where = f"\n  The whole output is in {log}." if log else ""
        raise Failure(f"{why}\n{last}{where}")
    return words
