"""What people type about themselves and their group, checked before any record is touched."""

import re
from datetime import datetime

import pytz

from odoo import fields
from odoo.exceptions import UserError
from odoo.tools import single_email_re

MAX_TEXT = 120
MIN_PHONE_DIGITS = 6
# Baskets keep the prices at which they were filled.
MOST_DAYS_TO_CHOOSE = 31


def clean(text, limit=MAX_TEXT):
    """Return a text on one line, of a length that somebody would type.

    >>> clean("  Ana \\n Ruiz "), clean(None), clean("a\\x00")
    ('Ana Ruiz', '', 'a')
    """
    return " ".join(str(text or "").replace("\x00", "").split())[:limit]


def parse_person(env, name=None, phone=None, email=None, needs_email=False, **_other):
    """Return who somebody says they are, or raise what is missing in a sentence."""
    person = {"name": clean(name, 60), "phone": clean(phone, 40), "email": clean(email, 100).lower()}
    if not person["name"]:
        raise UserError(env._("Write your name, so that the others know whose basket it is."))
    if sum(char.isdigit() for char in person["phone"]) < MIN_PHONE_DIGITS:
        raise UserError(env._("Write a phone number at which you can be reached."))
    if person["email"] and not single_email_re.fullmatch(person["email"]):
        raise UserError(env._("That e-mail address is not complete."))
    if needs_email and not person["email"]:
        raise UserError(env._("Write your e-mail address: there you are told how the purchase goes on."))
    return person


def parse_day(env, text):
    """Return a day that is not over, or nothing where none was chosen."""
    if not text:
        return False
    try:
        day = fields.Date.to_date(str(text))
    except ValueError as error:
        raise UserError(env._("That is not a day.")) from error
    if day < fields.Date.today():
        raise UserError(env._("Choose a day that is still to come."))
    return day


def parse_deadline(env, text, tz):
    """Return when the choosing ends, as the clock of the store shows it, in UTC."""
    try:
        local = datetime.strptime(str(text or "")[:16], "%Y-%m-%dT%H:%M")
    except ValueError as error:
        raise UserError(env._("Say until when everybody chooses.")) from error
    deadline = pytz.timezone(tz).localize(local).astimezone(pytz.utc).replace(tzinfo=None)
    if deadline <= fields.Datetime.now():
        raise UserError(env._("The deadline must be still to come."))
    if deadline > fields.Datetime.add(fields.Datetime.now(), days=MOST_DAYS_TO_CHOOSE):
        raise UserError(
            env._(
                "Write a deadline within the next %s days: prices are kept until then.", MOST_DAYS_TO_CHOOSE
            )
        )
    return deadline


def clean_text(text, limit):
    """Return a text of several lines, of a length that somebody would type.

    >>> clean_text(" a \\r\\n\\r\\n\\r\\n b ", 10)
    'a\\n\\nb'
    """
    lines = [" ".join(line.split()) for line in str(text or "").replace("\x00", "").splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()[:limit]
