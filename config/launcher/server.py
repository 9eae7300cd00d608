"""Odoo processes: run one to its end, serve, wait until it answers, stop."""

import json
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from . import environment, odoo_source, paths
from .say import Failure, run, say

CONFIGURATION = paths.CONFIG / "odoo.conf"
PROGRAM = paths.CONFIG / "odoo-bin"


def command(postgres, database, arguments, tree=None):
    """Return the command line of Odoo on a database: `arguments` may begin with a command of Odoo's."""
    tree = tree or odoo_source.locate()
    words = list(arguments)
    subcommand = [words.pop(0)] if words and not words[0].startswith("-") else []
    folders = [*odoo_source.addons_folders(tree), environment.addons_folder(), paths.ADDONS]
    addons_path = f"--addons-path={','.join(map(str, folders))}"
    return [
        str(environment.PYTHON),
        str(PROGRAM),
        # Odoo finds the commands of addons by the path before the command, and forgets it afterwards.
        *([addons_path, *subcommand] if subcommand else []),
        f"--config={CONFIGURATION}",
        addons_path,
        f"--data-dir={paths.DATA}",
        *postgres.odoo_options(),
        f"--database={database}",
        *words,
    ]


def variables(postgres, tree=None):
    """Return the environment of an Odoo process."""
    return {
        **os.environ,
        **postgres.environment(),
        "PYTHONPATH": str(tree or odoo_source.locate()),
        # Compiled once, beside neither the addons nor a tree that CHASQUI_ODOO names.
        "PYTHONPYCACHEPREFIX": str(paths.BYTECODE),
        # Debian's wkhtmltopdf draws through Qt, which would look for a screen.
        "QT_QPA_PLATFORM": "offscreen",
    }


def log_of(database):
    """Return the file that keeps what Odoo says while it works on a database."""
    return paths.LOGS / f"{database}.log"


def run_odoo(postgres, database, arguments, *, why):
    """Run Odoo to its end; its log is kept. Raises Failure with the last lines."""
    paths.LOGS.mkdir(parents=True, exist_ok=True)
    log = log_of(database)
    log.unlink(missing_ok=True)
    run(
        command(postgres, database, [*arguments, "--no-http"] if arguments[0].startswith("-") else arguments),
        why=why,
        log=log,
        env=variables(postgres),
        cwd=paths.ROOT,
    )


def start(postgres, database, port, log, *options):
    """Start a server in the background and return its process; `wait` tells when it answers."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        return subprocess.Popen(
            command(postgres, database, [f"--http-port={port}", f"--db-filter=^{database}$", *options]),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=variables(postgres),
            cwd=paths.ROOT,
            start_new_session=True,
        )


def wait(process, port, log, seconds=120):
    """Wait until the server answers on the port. Raises Failure with its last words if it ends first."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            last = "\n".join(f"    {line}" for line in log.read_text(errors="replace").splitlines()[-15:])
            raise Failure(f"The server ended before it answered.\n{last}\n  The whole log is in {log}.")
        try:
            urllib.request.urlopen(f"http://localhost:{port}/web/health", timeout=10).read()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise Failure(f"The server did not answer on port {port} within {seconds} s. Its log is {log}.")


def halt(process, seconds=15):
    """Stop a server that we started, with its workers."""
    process.terminate()
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def remember(process, port):
    paths.SERVER_PID.write_text(json.dumps({"pid": process.pid, "port": port}))


def forget():
    paths.SERVER_PID.unlink(missing_ok=True)


def running():
    """Return what `run` left in its note of a server that still lives, or nothing."""
    try:
        note = json.loads(paths.SERVER_PID.read_text())
        words = Path(f"/proc/{note['pid']}/cmdline").read_bytes()
    except (OSError, ValueError, KeyError):
        return None
    return note if str(paths.CONFIG).encode() in words else None


def stop_remembered():
    """Stop the server that `run` started, wherever it was started from."""
    note = running()
    if not note:
        return
    say("Stopping the server…")
    os.kill(note["pid"], signal.SIGTERM)
    for _ in range(150):
        if not running():
            break
        time.sleep(0.1)
    else:
        os.killpg(note["pid"], signal.SIGKILL)
    forget()
