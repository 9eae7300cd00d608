"""Where everything that the launcher makes lives: one ignored folder, and a cache of downloads."""

import csv
import hashlib
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ADDONS = ROOT / "addons"
CONFIG = ROOT / "config"
TESTS = ROOT / "tests"

HOME = ROOT / ".chasqui"
ODOO = HOME / "odoo"
VENV = HOME / "venv"
NODE = HOME / "node"
POSTGRES = HOME / "postgres"
DATA = HOME / "data"
LOGS = HOME / "log"
BYTECODE = HOME / "bytecode"
SERVER_PID = HOME / "server.json"

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "chasqui"


def digest(*parts, skip=()):
    """Return a short digest of texts, files and folders: what something was made from.

    :param skip: names of folders inside that make no difference
    """
    skip = {"__pycache__", *skip}
    total = hashlib.sha256()
    for part in parts:
        if isinstance(part, Path):
            files = [part] if part.is_file() else sorted(p for p in part.rglob("*") if p.is_file())
            for file in files:
                name = file.relative_to(ROOT)
                if skip.isdisjoint(name.parts):
                    total.update(f"{name}\0".encode())
                    total.update(file.read_bytes())
        else:
            total.update(f"{part}\0".encode())
    return total.hexdigest()[:12]


def demo_logins():
    """Return `(login, password, who)` of everybody whom the addons' demo data let sign in."""
    first = ADDONS / "chasqui_store" / "demo" / "logins.csv"
    files = [first, *sorted(set(ADDONS.glob("*/demo/logins.csv")) - {first})]
    rows = [row for file in files for row in csv.DictReader(file.read_text().splitlines())]
    return [(row["login"], row["password"], row["who"]) for row in rows]
