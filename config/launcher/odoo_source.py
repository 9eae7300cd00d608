"""Odoo 19 itself: Debian's package, unpacked and not installed, or a source tree that CHASQUI_ODOO names.

Debian's package replaces what Odoo bundles by links to packages of its own; those are unpacked beside it.
Two of them need care: the icons must be Font Awesome 4.7 (sid's is 7: other names, other glyphs), so they
come from the stable suite, and their links are laid anew. Montserrat, an optional typeface, is left out.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

from . import paths
from .say import Failure, run, step

SERIES = "19.0"
FROM_SID = [
    "odoo-19",
    "libjs-jquery",
    "libjs-jquery-form",
    "libjs-underscore",
    "fonts-glyphicons-halflings",
    "fonts-inconsolata",
    "fonts-ocr-b",
    "fonts-roboto-unhinted",
    "gsfonts",
]
FROM_STABLE = ["fonts-font-awesome"]
STABLE = "bookworm"
KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
UNPACKED = "usr/lib/python3/dist-packages"
ICONS = "odoo/addons/web/static/lib/fontawesome/fonts"
#: left out of Debian's package, and yet listed in a bundle: it blurs the background of video calls
LEFT_OUT = ["odoo/addons/mail/static/lib/selfie_segmentation/selfie_segmentation.js"]
RECIPE = "2"


def locate():
    """Return the folder that holds the package `odoo`, fetching it first if need be."""
    given = os.environ.get("CHASQUI_ODOO")
    if given:
        return _check_tree(Path(given).expanduser().resolve())
    made_from = paths.digest(RECIPE, *FROM_SID, *FROM_STABLE)
    stamp = paths.ODOO / "complete"
    if not stamp.exists() or stamp.read_text() != made_from:
        _unpack(_fetch(), made_from)
    return _check_tree(paths.ODOO / UNPACKED)


def addons_folders(tree):
    """Return where Odoo's own addons are: a git checkout has two places, Debian's package one."""
    inside = tree / "odoo" / "addons"
    return [inside] if (inside / "web").is_dir() else [tree / "addons", inside]


def _check_tree(tree):
    release = tree / "odoo" / "release.py"
    if not release.is_file():
        raise Failure(
            f"CHASQUI_ODOO must name a source tree of Odoo {SERIES}; {tree} holds no odoo/release.py."
        )
    version = re.search(r"version_info = \((\d+), (\d+)", release.read_text())
    found = ".".join(version.groups()) if version else "unknown"
    if found != SERIES:
        raise Failure(f"Chasqui needs Odoo {SERIES}; the tree at {tree} is Odoo {found}.")
    return tree


def _fetch():
    """Download the packages with apt, which checks their signatures; return the .deb files."""
    packages = paths.CACHE / "packages"
    kept = _kept(packages)
    if kept:
        return kept
    if not shutil.which("apt-get"):
        raise Failure(
            "Odoo comes from Debian's package, and this system has no apt. Unpack a source tree of "
            f"Odoo {SERIES} and name it: CHASQUI_ODOO=/path/to/odoo ./chasqui run"
        )
    apt = _private_apt(paths.CACHE / "apt")
    half_fetched = packages.with_suffix(".new")
    shutil.rmtree(half_fetched, ignore_errors=True)
    half_fetched.mkdir(parents=True)
    why = (
        "Odoo 19 could not be fetched from Debian's sid. Is there a network, and does sid still hold "
        f"odoo-19? Without it, name a source tree of Odoo {SERIES}: CHASQUI_ODOO=/path/to/odoo ./chasqui run"
    )
    with step("Fetching Odoo 19 from Debian (about 130 MB)"):
        environment = {**os.environ, "APT_CONFIG": str(apt)}
        run(["apt-get", "update", "--error-on=any"], why=why, env=environment)
        names = [f"{name}/sid" for name in FROM_SID] + [f"{name}/{STABLE}" for name in FROM_STABLE]
        run(["apt-get", "download", *names], why=why, env=environment, cwd=half_fetched)
    shutil.rmtree(packages, ignore_errors=True)
    half_fetched.rename(packages)
    return _kept(packages)


def _kept(packages):
    """Return the newest .deb of each package, or nothing unless all are there."""
    newest = [
        max(packages.glob(f"{name}_*.deb"), key=lambda deb: deb.stat().st_mtime, default=None)
        for name in FROM_SID + FROM_STABLE
    ]
    return newest if all(newest) else []


def _private_apt(folder):
    """Write an apt configuration with folders of its own, so that it needs no root and changes nothing."""
    for part in ("lists/partial", "cache/archives/partial"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    (folder / "status").touch()
    mirror = _mirror()
    (folder / "sources.list").write_text(
        "".join(f"deb [signed-by={KEYRING}] {mirror} {suite} main\n" for suite in ("sid", STABLE))
    )
    configuration = folder / "apt.conf"
    configuration.write_text(
        f'Dir::State "{folder}";\n'
        f'Dir::State::lists "{folder}/lists";\n'
        f'Dir::State::status "{folder}/status";\n'
        f'Dir::Cache "{folder}/cache";\n'
        f'Dir::Etc::sourcelist "{folder}/sources.list";\n'
        'Dir::Etc::sourceparts "-";\n'
        'Acquire::Languages "none";\n'
        # A mirror that lags serves an older odoo-19, which will do; signatures are checked all the same.
        'Acquire::Check-Valid-Until "false";\n'
        # As root apt would hand the download to the user _apt, who may not write in our folders.
        'APT::Sandbox::User "root";\n'
    )
    return configuration


def _mirror():
    """Return the Debian mirror that this machine already uses."""
    if os.environ.get("CHASQUI_MIRROR"):
        return os.environ["CHASQUI_MIRROR"]
    listing = ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"]
    known = subprocess.run(listing, capture_output=True, text=True).stdout.split()
    for address in known:
        if address.rstrip("/").endswith("/debian"):
            return address
    raise Failure(
        "This system's apt knows no Debian mirror. Name one with CHASQUI_MIRROR=<address ending in "
        f"/debian>, or a source tree of Odoo {SERIES} with CHASQUI_ODOO=/path/to/odoo."
    )


def _unpack(packages, made_from):
    half_made = paths.ODOO.with_suffix(".new")
    shutil.rmtree(half_made, ignore_errors=True)
    with step("Unpacking Odoo"):
        for package in packages:
            run(
                ["dpkg-deb", "-x", str(package), str(half_made)],
                why=f"{package} is damaged. Delete it and start again.",
            )
        _lay_icons(half_made)
        for missing in LEFT_OUT:
            stub = half_made / UNPACKED / missing
            stub.parent.mkdir(parents=True, exist_ok=True)
            stub.write_text("// Debian leaves this library out.\n")
        (half_made / "complete").write_text(made_from)
        shutil.rmtree(paths.ODOO, ignore_errors=True)
        half_made.rename(paths.ODOO)


def _lay_icons(root):
    """Put Font Awesome's files where Odoo looks: Debian's links lead to names that its 4.7 does not have."""
    source = root / "usr/share/fonts-font-awesome/fonts"
    for link in (root / UNPACKED / ICONS).iterdir():
        real = source / link.name
        if real.exists():
            link.unlink()
            shutil.copyfile(real, link)
