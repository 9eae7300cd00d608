"""Prepared databases: each is made once, named after what it was made from, and cloned from then on.

base    Odoo's and OCA's addons that ours depend on
addons  base and every addon of this tree: what tests run on
demo    addons and the demo network: what `run` serves at first

A database is made under a name that ends in `_new` and renamed when it is whole, so what an interrupted
start left is known by its name, and made again. Copying a database needs its filestore copied too.
"""

import ast
import os
import shutil
from dataclasses import dataclass, field

from . import environment, locks, paths, server
from .say import step

LANGUAGES = "es_AR"
HALF_MADE = "_new"
#: file endings whose change calls for an upgrade of the database; Python is simply loaded anew
DATA_ENDINGS = {".xml", ".csv", ".po", ".yml", ".yaml", ".json"}


@dataclass
class Stage:
    """A prepared database: how it is called, from which it grows, and the Odoo commands that make it."""

    name: str
    made_from: str
    grows_from: "Stage | None"
    commands: list = field(default_factory=list)
    says: str = ""

    @property
    def database(self):
        return f"chasqui_{self.name}_{self.made_from}"


def stages():
    """Return the prepared databases of this tree, by name."""
    addons = our_addons()
    stock = _dependencies(addons)
    base = Stage(
        "base",
        paths.digest(*environment.oca_addons(), os.environ.get("CHASQUI_ODOO", ""), *stock, LANGUAGES),
        None,
        [["-i", ",".join(stock), f"--load-language={LANGUAGES}", "--stop-after-init"]],
        "Installing Odoo's addons in a new database (about two minutes)",
    )
    ours = Stage(
        "addons",
        paths.digest(base.made_from, paths.ADDONS, skip={"tests", "readme"}),
        base,
        [["-i", ",".join(addons), "--stop-after-init"]],
        "Installing Chasqui's addons",
    )
    demo = Stage(
        "demo",
        paths.digest(ours.made_from),
        ours,
        [["chasqui_demo"]],
        "Loading the demo network",
    )
    return {stage.name: stage for stage in (base, ours, demo)}


def our_addons():
    return sorted(folder.parent.name for folder in paths.ADDONS.glob("*/__manifest__.py"))


def _dependencies(addons):
    """Return the addons that ours declare, less our own."""
    manifests = [ast.literal_eval((paths.ADDONS / a / "__manifest__.py").read_text()) for a in addons]
    return sorted({need for manifest in manifests for need in manifest["depends"]} - set(addons))


def upgrade_mark():
    """Return a digest of what only an upgrade brings into a database."""
    files = sorted(
        path
        for path in paths.ADDONS.rglob("*")
        if path.suffix in DATA_ENDINGS or path.name == "__manifest__.py" or path.parent.name == "models"
    )
    return paths.digest(*(path for path in files if path.is_file()))


def prepare(postgres, name):
    """Make a prepared database, and those that it grows from, unless it is there; return its name."""
    with locks.alone("databases"):
        return _prepare(postgres, stages()[name])


def _prepare(postgres, stage):
    if postgres.exists(stage.database):
        return stage.database
    half_made = stage.database + HALF_MADE
    if stage.grows_from:
        clone(postgres, _prepare(postgres, stage.grows_from), half_made)
    else:
        drop(postgres, half_made)
        postgres.create(half_made)
    with step(stage.says, log=server.log_of(half_made)):
        for command in stage.commands:
            server.run_odoo(postgres, half_made, command, why=f"{stage.says}: this failed.")
    _finish(postgres, half_made, stage.database)
    _drop_outdated(postgres, stage)
    return stage.database


def clone(postgres, source, name):
    """Copy a database with its filestore; an older database of that name goes."""
    drop(postgres, name)
    copying = name if name.endswith(HALF_MADE) else name + HALF_MADE
    drop(postgres, copying)
    postgres.create(copying, template=source)
    if filestore(source).is_dir():
        shutil.copytree(filestore(source), filestore(copying), copy_function=_link)
    if copying != name:
        _finish(postgres, copying, name)


def drop(postgres, name):
    """Drop a database and its filestore; nothing happens where there is none."""
    postgres.drop(name)
    shutil.rmtree(filestore(name), ignore_errors=True)


def filestore(name):
    return paths.DATA / "filestore" / name


def _link(source, target):
    """Hard-link a file of the filestore: its files are named by their content and never change."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _finish(postgres, half_made, name):
    shutil.rmtree(filestore(name), ignore_errors=True)
    if filestore(half_made).is_dir():
        filestore(half_made).rename(filestore(name))
    postgres.rename(half_made, name)


def _drop_outdated(postgres, stage):
    """Drop earlier prepared databases of the same stage: the tree that they were made from is gone."""
    for name in postgres.names(f"chasqui_{stage.name}_"):
        if name != stage.database:
            drop(postgres, name)
