"""The linters, as tests: one run says all that is wrong with a change."""

import subprocess
import sys

import pytest
from launcher import paths

ADDONS = sorted(str(manifest.parent) for manifest in paths.ADDONS.glob("*/__manifest__.py"))
SCRIPTS = "addons/*/static/**/*.js"
# what others wrote is kept as it is; prettier reads .prettierignore
LIBRARIES = ["--ignore-pattern", "addons/*/static/lib/**"]
STYLED = [SCRIPTS, "addons/*/static/**/*.scss", "addons/*/static/**/*.xml"]
PYTHON = ["chasqui", "config", "addons", "tests"]
MAY_BE_NONE = "--no-error-on-unmatched-pattern"
XML_PLUGIN = ["--plugin", str(paths.NODE / "node_modules/@prettier/plugin-xml/src/plugin.js")]

COMMANDS = {
    "ruff": ["ruff", "check", *PYTHON],
    "ruff format": ["ruff", "format", "--check", *PYTHON],
    "pylint-odoo": [sys.executable, "-m", "pylint", "--rcfile=.pylintrc", *ADDONS],
    "oca checks": ["oca-checks-odoo-module", *ADDONS],
    "oca checks of translations": ["oca-checks-po", *(str(p) for p in paths.ADDONS.glob("*/i18n/*.po"))],
    "eslint": ["eslint", "--config", str(paths.NODE / "eslint.config.mjs"), *LIBRARIES, MAY_BE_NONE, SCRIPTS],
    "prettier": ["prettier", "--check", *XML_PLUGIN, MAY_BE_NONE, *STYLED],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_linter_has_nothing_to_say(name):
    command = COMMANDS[name]
    done = subprocess.run(command, cwd=paths.ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
