"""What people type, compared with the names of seals: without accents, plurals, or gender."""

import re

from odoo.tools.misc import remove_accents

WORD = re.compile(r"[^\W_]+")
ENDINGS = "aeo"


def stem(word):
    """Return a word without what changes with number and gender in Spanish and Portuguese.

    >>> stem("Agroecológicas"), stem("artesanales"), stem("km")
    ('agroecologic', 'artesanal', 'km')
    """
    word = remove_accents(word).lower()
    if len(word) <= 3:
        return word
    word = word.removesuffix("s")
    return word[:-1] if word[-1] in ENDINGS else word


def split(text):
    """Return the words of a text and their stems, in order.

    >>> split("Miel sin agrotóxicos")
    (['Miel', 'sin', 'agrotóxicos'], ['miel', 'sin', 'agrotoxic'])
    """
    words = WORD.findall(text or "")
    return words, [stem(word) for word in words]


def find(text, phrases):
    """Find known phrases in a text, the longest first; return their keys and the words that are left.

    :param phrases: `{stems of a phrase, as a tuple: key}`
    """
    words, stems = split(text)
    longest = max(map(len, phrases), default=0)
    found, rest, start = [], [], 0
    while start < len(words):
        sizes = range(min(longest, len(words) - start), 0, -1)
        size = next((size for size in sizes if tuple(stems[start : start + size]) in phrases), 0)
        if size:
            found.append(phrases[tuple(stems[start : start + size])])
        else:
            rest.append(words[start])
        start += size or 1
    return found, " ".join(rest)
