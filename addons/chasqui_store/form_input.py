"""What people type into public forms, checked before any record is touched."""

from odoo.exceptions import UserError
from odoo.tools import single_email_re

from .shop_input import parse_id

MAX_LINE = 120
MAX_TEXT = 4000
TRAP = "website_url"  # a field that people do not see, and that programs fill in


def clean_line(text, limit=MAX_LINE):
    """Return a text on one line, of a length that somebody would type.

    >>> clean_line("  Ana \\n Ruiz "), clean_line(None)
    ('Ana Ruiz', '')
    """
    return " ".join(str(text or "").replace("\0", "").split())[:limit]


def clean_text(text, limit=MAX_TEXT):
    """Return a text of several lines, of a length that somebody would read.

    >>> clean_text(" uno\\r\\ndos  "), clean_text(None)
    ('uno\\ndos', '')
    """
    lines = str(text or "").replace("\0", "").splitlines()
    return "\n".join(line.rstrip() for line in lines).strip()[:limit]


def parse_email(env, text):
    """Return an e-mail address in lower case, or raise what is wrong with it in a sentence."""
    email = clean_line(text, 100).lower()
    if not single_email_re.fullmatch(email):
        raise UserError(env._("Write your whole e-mail address: that is where we answer."))
    return email


def parse_count(text, limit=1_000_000):
    """Return a number of things that somebody counted, or nothing.

    >>> parse_count("12"), parse_count("-1"), parse_count("muchas"), parse_count("9" * 40)
    (12, 0, 0, 0)
    """
    number = parse_id(clean_line(text, 20)) or 0
    return number if number <= limit else 0


def is_robot(post):
    """Tell whether the field that nobody sees was filled in."""
    return bool(post.get(TRAP))
