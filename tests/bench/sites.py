"""A database of stores, and the servers on it: one worker each, so that a figure is one process's."""

import json
import subprocess
from pathlib import Path

import psutil
from launcher import databases, paths, server, system
from launcher.say import Failure, step

from . import data

MARK = "answer of the bench:"


class Site:
    """A clone of a prepared database, and how many stores were made in it."""

    def __init__(self, postgres, name, stage, maker):
        self.postgres = postgres
        self.name = f"chasqui_bench_{name}"
        self.stage = stage
        self.maker = maker
        self.stores = []

    def __enter__(self):
        databases.clone(self.postgres, databases.prepare(self.postgres, self.stage), self.name)
        return self

    def __exit__(self, *_):
        databases.drop(self.postgres, self.name)

    @property
    def births(self):
        """Return how long each store took to be made, in seconds."""
        return [store["seconds"] for store in self.stores]

    def add_stores(self, count, products):
        """Make more stores."""
        call = f"{self.maker.__name__}(env, {len(self.stores) + 1}, {count}, {products})"
        self.stores += self.run(data, call)

    def run(self, module, call):
        """Call a function of a module inside Odoo's shell; return what it returns."""
        source = Path(module.__file__).read_text()
        script = f"{source}\nimport json\nprint({MARK!r}, json.dumps({call}))\n"
        answer = json.loads(self._shell(script).rpartition(MARK)[2])
        # The planner knows the tables, as it does on a server that has run for a day.
        self.postgres.query("VACUUM ANALYZE", self.name)
        return answer

    def _shell(self, script):
        log = paths.LOGS / f"{self.name}.log"
        options = ["shell", "--no-http", "--log-level=warn", f"--logfile={log}"]
        done = subprocess.run(
            server.command(self.postgres, self.name, options),
            input=script,
            env=server.variables(self.postgres),
            cwd=paths.ROOT,
            capture_output=True,
            text=True,
        )
        if MARK not in done.stdout:
            raise Failure(f"A step failed in {self.name}.\n{done.stderr}\n  Its log is {log}.")
        return done.stdout


class Server:
    """A running server with one HTTP worker."""

    options = ["--workers=1", "--max-cron-threads=0"]

    def __init__(self, site, name="server"):
        self.site = site
        self.port = system.free_port()
        self.log = paths.LOGS / f"{site.name}_{name}.log"

    def __enter__(self):
        self.log.unlink(missing_ok=True)
        options = [*self.options, f"--gevent-port={system.free_port()}"]
        with step(f"Starting a server on {self.site.name}"):
            self.process = server.start(self.site.postgres, self.site.name, self.port, self.log, *options)
            try:
                server.wait(self.process, self.port, self.log)
            except BaseException:
                server.halt(self.process)
                raise
        return self

    def __exit__(self, *_):
        server.halt(self.process)

    def memory(self):
        """Return the worker's resident memory, in MiB."""
        workers = [
            child
            for child in psutil.Process(self.process.pid).children()
            if any("WorkerHTTP" in word for word in child.cmdline())
        ]
        if len(workers) != 1:
            raise Failure(f"One HTTP worker was expected, {len(workers)} found; see {self.log}.")
        return workers[0].memory_info().rss / 2**20
