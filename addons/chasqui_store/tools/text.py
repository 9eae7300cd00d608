import re
import unicodedata


def normalized_key(text):
    """Return what two spellings of one name or number have in common: letters and digits.

    >>> normalized_key("Cooperativa «Ñandú» Ltda.")
    'cooperativanandultda'
    """
    decomposed = unicodedata.normalize("NFKD", text or "")
    return re.sub(r"[\W_]", "", decomposed).casefold() or False
