"""What a page needs of a bundle of Odoo's: scripts that can be reached from some, and chosen styles.

Odoo's bundle for visitors carries its editor, every block of the website builder and much of the back
office. A page that reads and sells needs a third of it.
"""

import os.path
import re
from fnmatch import fnmatch

IMPORT = re.compile(
    r"""(?:import|export)\s+(?:[^'"();]*?\sfrom\s+)?["']([^"']+)["']"""  # import {a} from "b"
    r"""|\bimport\(["']([^"']+)["']\)"""
    r"""|odoo\.loader\.modules\.get\(["']([^"']+)["']"""
)
TEMPLATE = re.compile(r't-(?:name|inherit)="([^"]+)"')
CALLED = re.compile(r't-(?:call|inherit)="([^"]+)"')
STYLES = (".css", ".scss")


def select(files, roots, is_style_wanted, library_patterns):
    """Return the files that are needed, in their order.

    :param files: ``[(path on the web, file on the disk, ...)]`` of the whole bundle
    :param roots: paths of scripts from which everything else is reached
    :param is_style_wanted: tells it of a style's path
    :param library_patterns: paths of scripts that are no modules and always needed
    """
    scripts = {file[0]: file[1] for file in files if file[0].endswith(".js") and file[1]}
    templates = {file[0]: file[1] for file in files if file[0].endswith(".xml")}
    sources = _reach(scripts, roots)
    wanted = {path for path in scripts if any(fnmatch(path, pattern) for pattern in library_patterns)}
    wanted |= sources.keys() | _find_templates(templates, sources.values())
    return [
        file
        for file in files
        if (is_style_wanted(file[0]) if file[0].endswith(STYLES) else file[0] in wanted)
    ]


def _reach(scripts, roots):
    """Return the scripts that the roots import, and that those import: their text by their path."""
    paths_by_module = {get_module(path): path for path in scripts}
    reached, waiting = {}, [path for path in roots if path in scripts]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached[path] = _read(scripts[path])
            modules = get_imports(path, reached[path])
            waiting += [paths_by_module[module] for module in modules if module in paths_by_module]
    return reached


def _find_templates(templates, sources):
    """Return the files with templates that the scripts name, that these call, or that change these."""
    texts = {path: _read(file) for path, file in templates.items()}
    named = "\n".join(sources)
    found = set()
    while more := {path for path, text in texts.items() if path not in found and _is_named(text, named)}:
        found |= more
        named += "\n".join(name for path in more for name in CALLED.findall(texts[path]))
    return found


def _is_named(text, named):
    """Tell whether a file has a template that is asked for, or changes one that is."""
    return any(name in named for name in TEMPLATE.findall(text))


def _read(file):
    with open(file, encoding="utf-8") as opened:
        return opened.read()


def get_module(path):
    """Return the name by which a script is imported: ``@web/core/registry``."""
    addon, _, rest = path.strip("/").partition("/static/")
    inside = rest.removeprefix("src/") if rest.startswith("src/") else f"../{rest}"
    return f"@{addon}/{inside.removesuffix('.js')}"


def get_imports(path, source):
    """Return the names of the modules that a script imports, relative ones made whole."""
    found = set()
    for match in IMPORT.findall(source):
        name = next(filter(None, match)).removesuffix(".js")
        if name.startswith("."):
            name = get_module(os.path.normpath(os.path.join(os.path.dirname(path), f"{name}.js")))
        found.add(name)
    return found
