"""The Python virtual environment: what requirements.txt lists, and nothing else."""

import os
import shutil
import sys

from . import paths
from .say import run, step

REQUIREMENTS = paths.ROOT / "requirements.txt"
PYTHON = paths.VENV / "bin" / "python"


def ensure():
    """Make the environment, or make it anew when requirements.txt or the Python changed."""
    made_from = paths.digest(REQUIREMENTS, sys.version)
    stamp = paths.VENV / "complete"
    if stamp.exists() and stamp.read_text() == made_from:
        return
    # A virtual environment cannot be renamed, so what marks it whole is the stamp, written last.
    shutil.rmtree(paths.VENV, ignore_errors=True)
    with step("Installing Python packages"):
        make = [sys.executable, "-m", "venv", str(paths.VENV)]
        run(make, why="The Python environment could not be made.")
        _install()
        stamp.write_text(made_from)


def _requirements():
    lines = [line.split(" #")[0].strip() for line in REQUIREMENTS.read_text().splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def oca_addons():
    """Return the requirements that are OCA's addons: pip cannot meet their need of `odoo`."""
    return [line for line in _requirements() if line.startswith("odoo-addon-")]


def _install():
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    why = "Python packages could not be installed. Is there a network on this first run?"
    variables = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}
    addons = oca_addons()
    run([*pip, *(line for line in _requirements() if line not in addons)], why=why, env=variables)
    run([*pip, "--no-deps", *addons], why=why, env=variables)


def site_packages():
    """Return where the environment's packages are."""
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    return paths.VENV / "lib" / version / "site-packages"


def addons_folder():
    """Return where the OCA addons are."""
    return site_packages() / "odoo" / "addons"
