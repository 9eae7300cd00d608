"""A real Odoo server, with workers and without test mode, on a clone of a prepared database."""

import os
import re
import signal
import subprocess
from urllib.parse import urlsplit

from launcher import databases, paths, server, system

#: regular expressions of log entries that say nothing about our code, each with its reason
HARMLESS_LOG_ENTRIES = [
    # The machine that runs the tests may be root; production is not.
    r"Running as user 'root'",
    # Two who write one row at once: PostgreSQL refuses one of them, and Odoo tries it again.
    r" bad query: (?s:.*)could not serialize access",
    # Python 3.11 counts wrongly when two threads parse at once (cpython#106905); workers have one each.
    r"SystemError: AST constructor recursion depth mismatch",
]
ENTRY = re.compile(r"^(?=\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+ )", re.MULTILINE)
PROBLEM = re.compile(r"\S+ \S+ \d+ (WARNING|ERROR|CRITICAL) ")


class RealServer:
    """A running server and its database.

    :param postgres: the launcher's PostgreSQL server
    :param source: name of the database to clone
    :param workers: number of HTTP processes; 0 serves with threads, the live bus on the same port
    :param options: further options of Odoo's command line
    """

    def __init__(self, postgres, name, source, workers=0, options=()):
        self.postgres = postgres
        self.database = f"chasqui_test_{name}"
        self.source = source
        self.options = [f"--workers={workers}", f"--gevent-port={system.free_port()}", *options]
        self.port = system.free_port()
        self.log = paths.LOGS / f"{self.database}.log"
        self.process = None

    def __enter__(self):
        databases.clone(self.postgres, self.source, self.database)
        # What a test's database loses in a power cut is nobody's loss.
        self.postgres.query(f'ALTER DATABASE "{self.database}" SET synchronous_commit = off')
        self.log.unlink(missing_ok=True)
        self.shell(f"env['chasqui.store']._set_platform_address({self.url!r}); env.cr.commit()")
        self.start()
        return self

    def __exit__(self, *_):
        if self.process:
            server.halt(self.process)
        databases.drop(self.postgres, self.database)

    def start(self):
        self.process = server.start(self.postgres, self.database, self.port, self.log, *self.options)
        server.wait(self.process, self.port, self.log)

    def kill(self):
        """End the server as a power cut would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    @property
    def url(self):
        return f"http://localhost:{self.port}"

    def store_url(self, slug):
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{slug}.{parts.netloc}"

    def query(self, sql):
        """Return the rows' text, fields separated by `|`."""
        return self.postgres.query(sql, self.database)

    def shell(self, script):
        """Run Python in Odoo's shell, as the superuser; return what it printed."""
        words = server.command(
            self.postgres, self.database, ["shell", "--no-http", "--log-level=warn", f"--logfile={self.log}"]
        )
        done = subprocess.run(
            words,
            input=script,
            env=server.variables(self.postgres),
            cwd=paths.ROOT,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr
        return done.stdout

    def problems(self):
        """Return the log's entries at WARNING or above, less the harmless ones."""
        log = self.log.read_text(errors="replace") if self.log.exists() else ""
        return [
            entry
            for entry in ENTRY.split(log)
            if PROBLEM.match(entry) and not any(re.search(known, entry) for known in HARMLESS_LOG_ENTRIES)
        ]
