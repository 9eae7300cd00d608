"""Styles less the rules that no page can use: those of classes and ids that nobody ever writes.

Odoo's styles for visitors dress every block, button and option that some page somewhere may have. What
a page can have is known: what templates, scripts and editors write.
"""

import re

COMMENT = re.compile(r"/\*.*?\*/", re.S)
TOKEN = re.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[(){};,]""", re.S)
WORD = re.compile(r"[A-Za-z_][\w-]*")
# In a selector: the names that it surely asks for, and what tells nothing of them (":not(.a)", "[class*=a]")
NAME = re.compile(r"[.#](-?[A-Za-z_][\w-]*)")
FUNCTION = re.compile(r":[a-z-]+\(")
ATTRIBUTE = re.compile(r"\[[^\]]*\]")
SHORTEST = 2  # of a beginning that tells something: "o_" begins whatever is Odoo's
# Rules that hold other rules
GROUPS = ("@media", "@supports", "@layer", "@container")


def find_words(text):
    """Return all words of a template or a script: whatever may be a class or an id is one of them."""
    return set(WORD.findall(text))


def prune(style, words):
    """Return a style without the rules that ask for a class or an id that is none of these words.

    A word of some length that ends in a hyphen or an underscore is the beginning of names that are put
    together when a page is drawn: all names that begin with it are known.

    :param str style: compiled CSS
    :param set words: see `find_words`
    """
    beginnings = tuple(word for word in words if word[-1] in "-_" and len(word.rstrip("-_")) >= SHORTEST)
    names = set(NAME.findall(style))
    known = {name for name in names if name in words or name.startswith(beginnings)}
    return "".join(_prune_rules(COMMENT.sub("", style), known))


def _prune_rules(style, known):
    for head, body in _split_rules(style):
        if body is None:
            yield head
        elif head.startswith(GROUPS):
            if inside := "".join(_prune_rules(body, known)):
                yield f"{head}{{{inside}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        elif wanted := [part for part in _split_list(head) if _get_names(part) <= known]:
            yield f"{','.join(wanted)}{{{body}}}"


def _split_rules(style):
    """Yield each `(selector, what its braces hold)`, or `(statement, None)`; empty rules are left out."""
    start = 0
    while (found := _find(style, start, {"{", ";"})) is not None:
        head = style[start:found].strip()
        start = found + 1
        if style[found] == "{":
            end = _find(style, start, {"}"})
            end = len(style) if end is None else end
            if body := style[start:end].strip():
                yield head, body
            start = end + 1
        elif head:
            yield f"{head};", None


def _split_list(selectors):
    parts, start = [], 0
    while (found := _find(selectors, start, {","})) is not None:
        parts.append(selectors[start:found].strip())
        start = found + 1
    return [*parts, selectors[start:].strip()]


def _get_names(selector):
    """Return the classes and ids that an element, or one around it, must have."""
    selector = ATTRIBUTE.sub("", selector)
    while match := FUNCTION.search(selector):
        end = _find(selector, match.end(), {")"})
        selector = selector[: match.start()] + (selector[end + 1 :] if end is not None else "")
    return set(NAME.findall(selector))


def _find(text, start, signs):
    """Return where the first of these signs is, out of texts and of parentheses and braces that open here."""
    depth = 0
    for match in TOKEN.finditer(text, start):
        sign = match[0]
        if not depth and sign in signs:
            return match.start()
        depth += (sign in {"(", "{"}) - (sign in {")", "}"})
    return None
