"""The translations of our addons: what Odoo exports of each, and how the files in the tree differ from that.

Every addon has `i18n/<addon>.pot`, the template, and one `.po` file per language. `./chasqui translate`
brings them up to date and keeps what is translated; a test refuses what is missing. This runs in the
virtual environment, which has polib: the launcher starts it as a program of its own.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

from . import databases, paths, postgres, server

LANGUAGES = ["es_AR", "pt_BR"]
METADATA = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
EXPORT = """
from pathlib import Path
from odoo.tools.translate import trans_export
for addon in {addons!r}:
    with Path({folder!r}, addon).open("wb") as file:
        trans_export(None, [addon], file, "po", env)
"""

#: what a translation must have as its source has it: %s, %(name)s, {{ expression }} and tags
PLACEHOLDER = re.compile(r"%%|%(?:\(\w+\))?[a-z]|\{\{.*?\}\}|</?[a-z][^>]*>", re.DOTALL)
#: the attributes whose text is for people
READABLE = re.compile(r'\b(alt|aria-label|placeholder|title)="[^"]*"')


def export(database_server, database):
    """Return the terms of each of our addons, as the template that Odoo exports from a database."""
    addons = databases.our_addons()
    words = server.command(database_server, database, ["shell", "--no-http", "--log-level=warn"])
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            words,
            input=EXPORT.format(addons=addons, folder=folder),
            env=server.variables(database_server),
            cwd=paths.ROOT,
            stdout=subprocess.DEVNULL,
            text=True,
            check=True,
        )
        return {addon: polib.pofile(os.path.join(folder, addon)) for addon in addons}


def template_path(addon):
    return paths.ADDONS / addon / "i18n" / f"{addon}.pot"


def translation_path(addon, language):
    return paths.ADDONS / addon / "i18n" / f"{language}.po"


def read(path):
    """Return the entries of a file, none where there is no file."""
    return polib.pofile(str(path)) if path.exists() else polib.POFile()


def refresh(addon, terms):
    """Write the addon's files anew: the terms of now, in Odoo's order, with the translations there are."""
    template_path(addon).parent.mkdir(exist_ok=True)
    _write(template_path(addon), terms)
    for language in LANGUAGES:
        path = translation_path(addon, language)
        _write(path, terms, {entry.msgid: entry for entry in read(path)}, {"Language": language})


def _write(path, terms, known=None, metadata=None):
    known = known or {}
    file = polib.POFile(wrapwidth=78)
    file.header = terms.header
    file.metadata = {**(metadata or {}), **METADATA}
    for term in terms:
        now = known.get(term.msgid, term)
        file.append(
            polib.POEntry(
                msgid=term.msgid,
                msgstr=now.msgstr,
                occurrences=term.occurrences,
                comment=term.comment,
                flags=now.flags,
            )
        )
    file.save(str(path))


def find_changes(terms, file):
    """Return what a file has other than the terms of now: terms too many or too few, or found elsewhere."""
    now, then = _places(terms), _places(file)
    return [
        *(f"new: {msgid!r}" for msgid in now.keys() - then.keys()),
        *(f"gone: {msgid!r}" for msgid in then.keys() - now.keys()),
        *(f"moved: {msgid!r}" for msgid in now.keys() & then.keys() if now[msgid] != then[msgid]),
    ]


def _places(file):
    """Odoo finds the record, field or kind of code that a translation is for in these."""
    return {entry.msgid: (entry.comment, sorted(entry.occurrences)) for entry in file}


def find_gaps(file):
    """Return what is not translated, or in a way that would break what is shown."""
    gaps = []
    for entry in file:
        if not entry.msgstr:
            gaps.append(f"empty: {entry.msgid!r}")
        elif entry.fuzzy:
            gaps.append(f"fuzzy: {entry.msgid!r}")
        elif _placeholders(entry.msgid) != _placeholders(entry.msgstr):
            gaps.append(f"other placeholders or markup: {entry.msgid!r} / {entry.msgstr!r}")
    return gaps


def _placeholders(text):
    return sorted(READABLE.sub(r"\1", found) for found in PLACEHOLDER.findall(text))


def main():
    """Bring the files of every addon up to date; say what is left to translate."""
    database_server = postgres.connect()
    left = 0
    for addon, terms in export(database_server, databases.prepare(database_server, "addons")).items():
        refresh(addon, terms)
        for language in LANGUAGES:
            path = translation_path(addon, language)
            gaps = find_gaps(read(path))
            left += len(gaps)
            print(f"{path.relative_to(Path(paths.ROOT))}: {len(terms)} terms, {len(gaps)} to do")
            print("".join(f"    {gap}\n" for gap in gaps), end="")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
