"""What opens a purchase to those who are given it, and cannot be guessed."""

import secrets

# Without what is taken for another letter when it is dictated.
CODE_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 8


def make_token():
    return secrets.token_urlsafe(32)


def make_code():
    return "".join(secrets.choice(CODE_ALPHABET) for _index in range(CODE_LENGTH))


def normalize_code(text):
    """Return a code as it is kept, however somebody typed it.

    >>> normalize_code(" abcd-2345 ")
    'ABCD2345'
    """
    return "".join(char for char in str(text or "").upper() if char.isalnum())[:CODE_LENGTH]
