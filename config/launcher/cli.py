"""The commands."""

import argparse
import contextlib
import signal
import subprocess
import sys

from . import databases, environment, locks, odoo_source, paths, postgres, server, system, testing
from .say import Failure, say, step

DATABASE = "chasqui"
MARK = "chasqui.launcher_upgrade_mark"


def main():
    arguments, rest = _parser().parse_known_args()
    if rest and arguments.command not in (test, benchmark):
        _parser().error(f"unknown arguments: {' '.join(rest)}")
    arguments.rest = rest
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        return arguments.command(arguments)
    except Failure as failure:
        say(f"\n{failure}")
        return 1
    except subprocess.CalledProcessError as error:
        say(f"\nPostgreSQL refused:\n    {(error.stderr or str(error)).strip()}")
        return 1
    except OSError as error:
        say(f"\n{error.strerror or error}: {error.filename or ''}")
        return 1
    except KeyboardInterrupt:
        say("\nStopped. What was finished is kept; start again and it goes on from there.")
        return 130


def _parser():
    parser = argparse.ArgumentParser(
        prog="./chasqui", description="A free marketplace for the solidarity economy, on Odoo 19."
    )
    commands = parser.add_subparsers(required=True, metavar="command")

    def add(command, help_text):
        sub = commands.add_parser(command.__name__, help=help_text, description=command.__doc__)
        sub.set_defaults(command=command)
        return sub

    add(run, "set up all that is missing and serve, with demo data").add_argument(
        "--port", type=int, default=8069, help="HTTP port (8069)"
    )
    add(test, "set up all that is missing and run every test (or pytest with your arguments)")
    bench = add(benchmark, "print the benchmarks' figures as one JSON object")
    bench.add_argument("--stores", type=int, default=60, help="stores visited in turn (60)")
    bench.add_argument("--products", type=int, default=40, help="products per store (40)")
    add(translate, "bring the translations' files up to date with the addons' terms")
    add(stop, "stop the server and the embedded PostgreSQL")
    add(shell, "open Odoo's Python shell on the demo database")
    add(update, "install and upgrade all addons of this tree in the demo database")
    add(reset, "delete the demo database, to start from the first page again").add_argument(
        "--yes", action="store_true", help="do not ask"
    )
    return parser


@contextlib.contextmanager
def _set_up(needs=()):
    """Set up all that is missing on this machine; give the PostgreSQL server for as long as it is needed."""
    system.ensure_packages({**system.TO_RUN, **dict(needs)})
    with locks.alone("setup"):
        if not (paths.POSTGRES / "complete").exists():
            system.check_disk()
        odoo_source.locate()
        environment.ensure()
    with locks.together("postgres", last_one_out=postgres.stop):
        with locks.alone("setup"):
            database_server = postgres.connect()
        yield database_server


def run(arguments):
    """Set up all that is missing and serve, with demo data, until Ctrl-C."""
    note = server.running()
    if note:
        raise Failure(f"Chasqui already runs: http://localhost:{note['port']} (./chasqui stop ends it).")
    system.check_port(arguments.port)
    with _set_up() as database_server:
        _ensure_demo(database_server)
        _serve(database_server, arguments.port)
    return 0


def _ensure_demo(database_server):
    if not database_server.exists(DATABASE):
        prepared = databases.prepare(database_server, "demo")
        databases.clone(database_server, prepared, DATABASE)
        _set_mark(database_server)
    elif _mark(database_server) != databases.upgrade_mark():
        _upgrade(database_server)


def _serve(database_server, port):
    base_url = f"http://localhost:{port}"
    log = paths.LOGS / "server.log"
    with step("Starting the server"):
        _set_base_url(database_server, base_url)
        process = server.start(database_server, DATABASE, port, log)
        server.remember(process, port)
        try:
            server.wait(process, port, log)
        except BaseException:
            server.halt(process)
            server.forget()
            raise
    try:
        _welcome(database_server, base_url, log)
        if process.wait() not in (0, -signal.SIGTERM):
            raise Failure(f"The server ended by itself. Its log is {log}.")
    except (KeyboardInterrupt, SystemExit):
        say("\nStopping…")
    finally:
        server.halt(process)
        server.forget()


def _welcome(database_server, base_url, log):
    scheme, _, host = base_url.partition("://")
    say(f"\nChasqui is at {base_url}\n")
    stores = database_server.query(
        "SELECT slug, name FROM chasqui_store WHERE state != 'closed' ORDER BY name", DATABASE
    )
    for slug, name in (line.split("|") for line in stores.splitlines()):
        say(f"  {scheme}://{slug}.{host}   {name}")
    say("\nDemo logins (all on this machine only):")
    for login, password, who in paths.demo_logins():
        say(f"  {login:28} {password:10} {who}")
    say(f"\nThe log is {log}. Ctrl-C stops.")


def _set_base_url(database_server, base_url):
    """Tell the database where it is served: mails' links and the stores' addresses follow it."""
    script = f"env['chasqui.store']._set_platform_address({base_url!r}); env.cr.commit()"
    known = "SELECT value FROM ir_config_parameter WHERE key = 'chasqui_store.base_url'"
    if database_server.query(known, DATABASE) != base_url:
        _shell(database_server, input=script, text=True, capture_output=True, check=True)


def test(arguments):
    """Run every test, or pytest with the arguments given: paths, -k, -x, ..."""
    with _set_up(system.TO_TEST) as database_server:
        return testing.run(database_server, arguments.rest)


def benchmark(arguments):
    """Print one JSON object of figures and ratios; with the options of `tests/bench`, other ones."""
    with _set_up() as database_server:
        return testing.bench(database_server, arguments.stores, arguments.products, *arguments.rest)


benchmark.__name__ = "bench"


def translate(arguments):
    """Bring the .pot and .po files of every addon up to date and keep what is translated."""
    with _set_up() as database_server:
        return testing.translate(database_server)


def stop(arguments):
    """Stop the server and the embedded PostgreSQL."""
    server.stop_remembered()
    postgres.stop()
    return 0


def shell(arguments):
    """Open Odoo's Python shell on the demo database."""
    with _set_up() as database_server:
        _ensure_demo(database_server)
        return _shell(database_server).returncode


def _shell(database_server, **options):
    words = server.command(database_server, DATABASE, ["shell", "--no-http"])
    return subprocess.run(words, env=server.variables(database_server), cwd=paths.ROOT, **options)


def update(arguments):
    """Install and upgrade all addons of this tree in the demo database."""
    with _set_up() as database_server:
        if database_server.exists(DATABASE):
            _upgrade(database_server)
        else:
            _ensure_demo(database_server)
    return 0


def _upgrade(database_server):
    addons = ",".join(databases.our_addons())
    with step("Upgrading the addons in the database"):
        server.run_odoo(
            database_server,
            DATABASE,
            ["-i", addons, "-u", addons, "--stop-after-init"],
            why="The upgrade failed; the database is as it was before the addon that failed.",
        )
    _set_mark(database_server)


def _mark(database_server):
    return database_server.query(f"SELECT value FROM ir_config_parameter WHERE key = '{MARK}'", DATABASE)


def _set_mark(database_server):
    database_server.query(
        f"INSERT INTO ir_config_parameter (key, value) VALUES ('{MARK}', '{databases.upgrade_mark()}')"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        DATABASE,
    )


def reset(arguments):
    """Delete the demo database and its files. Other databases and what was downloaded stay."""
    if not arguments.yes and sys.stdin.isatty():
        answer = input("This deletes the demo database and all that was entered in it. Type yes: ")
        if answer.strip().lower() != "yes":
            say("Nothing was deleted.")
            return 1
    server.stop_remembered()
    with _set_up() as database_server:
        databases.drop(database_server, DATABASE)
    say("The demo database is gone; ./chasqui run makes a new one.")
    return 0
