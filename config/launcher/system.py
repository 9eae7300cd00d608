"""What the machine must have: system packages, disk, free ports."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

from .paths import HOME
from .say import Failure, run, step

#: command or module -> the Debian package that brings it
TO_RUN = {
    "venv": "python3-venv",
    "dpkg-deb": "dpkg",
    "wkhtmltopdf": "wkhtmltopdf",
    "fc-match": "fontconfig",
}
TO_TEST = {
    "chromium": "chromium",
    "git": "git",
    "pdftotext": "poppler-utils",
}
NEEDED_GIB = 6


def _is_there(need):
    if need == "venv":
        # Debian splits ensurepip off; without it `python3 -m venv` makes half an environment.
        check = [sys.executable, "-c", "import venv, ensurepip"]
        return subprocess.run(check, capture_output=True).returncode == 0
    return shutil.which(need) is not None


def ensure_packages(needs):
    """Install the Debian packages that are missing if we are root; else name the line that does."""
    missing = sorted({package for need, package in needs.items() if not _is_there(need)})
    if "wkhtmltopdf" in missing or "chromium" in missing:
        missing.append("fonts-liberation")
    if not missing:
        return
    line = f"apt-get install --no-install-recommends {' '.join(missing)}"
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Failure(f"This machine lacks {', '.join(missing)}. Ask its administrator for:\n    sudo {line}")
    why = f"The system packages could not be installed ({line})."
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with step(f"Installing system packages: {' '.join(missing)}"):
        run(["apt-get", "update", "-q"], why=why, env=environment)
        run([*line.split(), "-y", "-q"], why=why, env=environment)


def check_disk():
    """Refuse a first set-up on a disk that would fill in the middle of it."""
    HOME.mkdir(exist_ok=True)
    free = shutil.disk_usage(HOME).free / 2**30
    if free < NEEDED_GIB:
        raise Failure(
            f"Only {free:.1f} GiB are free where {HOME} lives; the first set-up needs {NEEDED_GIB} GiB."
        )


def check_port(port):
    """Refuse a port that is taken, and say by what."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError as error:
            raise Failure(f"Port {port} is reserved for root. Choose another: --port 8069") from error
        except OSError as error:
            raise Failure(
                f"Port {port} is taken{_owner_of(port)}. Stop that, or choose another: "
                f"./chasqui run --port {port + 100}"
            ) from error


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _owner_of(port):
    """Return " by process 12 (odoo)" for whoever listens on the port; "" where the kernel hides it."""
    inodes = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        try:
            lines = Path(table).read_text().splitlines()[1:]
        except OSError:
            continue
        for fields in map(str.split, lines):
            if fields[3] == "0A" and int(fields[1].rpartition(":")[2], 16) == port:
                inodes.add(f"socket:[{fields[9]}]")
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if any(os.readlink(fd) in inodes for fd in process.glob("fd/*")):
                return f" by process {process.name} ({(process / 'comm').read_text().strip()})"
        except OSError:
            continue
    return ""
