"""The tests and the benchmarks: which pytest runs what, and on which database.

Tests of one addon run inside Odoo (pytest-odoo, one process, one clone of the prepared database). Tests in
tests/ start real servers, with workers and without test mode, and find everything in the environment.
"""

import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor

from . import databases, environment, paths, server
from .say import run as run_command
from .say import step

ADDONS = "addons"
TESTS = "tests"
JOURNEYS = "tests/journeys"
ADDONS_DATABASE = "chasqui_test"
NODE_TOOLS = paths.CONFIG / "node"


def run(postgres, arguments):
    """Run the tests that the arguments name, or all; return the exit code.

    What people do in browsers, and all else: these halves run at once, on one core each.
    """
    _install_node_tools()
    options, targets = _split(arguments)
    first, *second = _plan(targets)
    with ThreadPoolExecutor() as pool:
        aside = [pool.submit(_run_aside, half, postgres, options) for half in second]
        results = _run_half(first, postgres, options)
        for done in aside:
            results += _show(*done.result())
    # 5 is pytest's "no test was collected": fine where another part ran some (-k of one addon's test).
    ran = [code for code in results if code != 5]
    return next((code for code in ran if code), 0) if ran else 5


def _plan(targets):
    """Return the halves: each a list of what runs it, and which paths."""
    journeys = [target for target in targets if target.startswith(JOURNEYS)]
    addons = [target for target in targets if target.startswith(ADDONS)]
    others = [target for target in targets if target not in journeys + addons]
    if not targets:
        journeys, addons, others = [JOURNEYS], [ADDONS], [TESTS, f"--ignore={JOURNEYS}"]
    halves = (
        [(_run_tests, journeys)],
        [(_run_addons, addons), (_run_tests, others)],
    )
    wanted = ([(run_part, own) for run_part, own in half if own] for half in halves)
    return [half for half in wanted if half]


def _run_half(half, postgres, options, output=None):
    return [run_part(postgres, options, targets, output) for run_part, targets in half]


def _run_aside(half, postgres, options):
    """Run tests while others have the terminal; return the exit codes and the file of what they said."""
    log = paths.LOGS / "test_aside.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        return _run_half(half, postgres, options, output), log


def _show(codes, log):
    print(log.read_text(errors="replace"), flush=True)
    return codes


def _split(arguments):
    """Tell options from targets: paths below the checkout that exist."""
    targets = [a for a in arguments if (paths.ROOT / a.partition("::")[0]).exists() and not a.startswith("-")]
    return [a for a in arguments if a not in targets], targets


def _run_addons(postgres, options, targets, output):
    databases.clone(postgres, databases.prepare(postgres, "addons"), ADDONS_DATABASE)
    try:
        words = server.command(postgres, ADDONS_DATABASE, [])
        extra = [f"--odoo-extra={word.removeprefix('--')}" for word in words if word.startswith("--")]
        return _pytest(
            postgres,
            ["--odoo-http", f"--odoo-database={ADDONS_DATABASE}", "--odoo-log-level=warn", *extra],
            ["-p", "log_guard", "-p", "odoo_thread", *options, *targets],
            output,
        )
    finally:
        databases.drop(postgres, ADDONS_DATABASE)


def _run_tests(postgres, options, targets, output):
    return _pytest(postgres, ["-p", "no:odoo"], [*options, *targets], output)


def _pytest(postgres, plugin_options, arguments, output=None):
    words = [str(environment.PYTHON), "-m", "pytest", *plugin_options, *arguments]
    found = server.variables(postgres)
    found["PYTHONPATH"] = os.pathsep.join(
        [found["PYTHONPATH"], str(paths.CONFIG), str(paths.TESTS / "plugins")]
    )
    found["PATH"] = os.pathsep.join(
        [str(paths.VENV / "bin"), str(paths.NODE / "node_modules/.bin"), found["PATH"]]
    )
    return subprocess.run(
        words, env=found, cwd=paths.ROOT, stdout=output, stderr=output and subprocess.STDOUT
    ).returncode


def bench(postgres, stores, products, *others):
    """Run the benchmarks; the figures go to standard output as one JSON object."""
    return _module(postgres, "bench", f"--stores={stores}", f"--products={products}", *others)


def translate(postgres):
    """Bring the translations' files up to date; what is left to translate goes to standard output."""
    return _module(postgres, "launcher.translations")


def _module(postgres, name, *arguments):
    """Run a Python module of ours in the virtual environment; return its exit code."""
    found = server.variables(postgres)
    found["PYTHONPATH"] = os.pathsep.join([found["PYTHONPATH"], str(paths.CONFIG), str(paths.TESTS)])
    words = [str(environment.PYTHON), "-m", name, *arguments]
    return subprocess.run(words, env=found, cwd=paths.ROOT).returncode


def _install_node_tools():
    """Install eslint and prettier, with their settings beside them: Node looks for packages there."""
    stamp = paths.NODE / "complete"
    made_from = paths.digest(NODE_TOOLS)
    if stamp.exists() and stamp.read_text() == made_from:
        return
    paths.NODE.mkdir(parents=True, exist_ok=True)
    stamp.unlink(missing_ok=True)
    for file in NODE_TOOLS.iterdir():
        shutil.copyfile(file, paths.NODE / file.name)
    with step("Installing eslint and prettier"):
        run_command(
            ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"],
            why="npm could not install the linters of JavaScript.",
            cwd=paths.NODE,
            env={**os.environ, "PATH": f"{paths.VENV / 'bin'}{os.pathsep}{os.environ['PATH']}"},
        )
    stamp.write_text(made_from)
