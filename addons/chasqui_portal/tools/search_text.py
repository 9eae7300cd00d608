"""Words as they are compared: without accents, case, number or gender; the same in Python and in PostgreSQL.

No extension of the database is needed: what accents are comes from Unicode's own tables.
"""

import re
import unicodedata

MIN_STEM = 3
MAX_WORD = 40
ALPHABET = re.compile(r"[^a-z0-9]+")
RANGES = ((0xC0, 0x250), (0x1E00, 0x1F00))
#: letters that Unicode does not take apart
WHOLE = {"æ": "a", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "t", "ß": "s"}
#: words that say nothing of what is looked for
STOP_WORDS = frozenset(
    [
        "a",
        "al",
        "ao",
        "as",
        "by",
        "com",
        "con",
        "da",
        "das",
        "de",
        "del",
        "do",
        "dos",
        "e",
        "el",
        "em",
        "en",
        "for",
        "from",
        "la",
        "las",
        "lo",
        "los",
        "na",
        "no",
        "o",
        "of",
        "os",
        "para",
        "por",
        "que",
        "se",
        "the",
        "to",
        "um",
        "uma",
        "un",
        "una",
        "unas",
        "unos",
        "with",
        "y",
    ]
)


def _get_letters():
    """Yield `(letter, plain letter)` of all Latin letters with marks, and of the capitals."""
    for start, end in RANGES:
        for code in range(start, end):
            letter = chr(code)
            base = unicodedata.normalize("NFD", letter)[0].lower()
            plain = base if base.isascii() and base.isalpha() else WHOLE.get(letter.lower())
            if plain:
                yield letter, plain
    for code in range(ord("A"), ord("Z") + 1):
        yield chr(code), chr(code + 32)


LETTERS = dict(_get_letters())
TABLE = str.maketrans(LETTERS)


def plain(text):
    """Return a text in plain small letters and digits, its words apart by one blank.

    >>> plain("Ñandú, AJÍ  y\tmaíz (500 g)")
    'nandu aji y maiz 500 g'
    """
    text = unicodedata.normalize("NFC", text or "")
    return ALPHABET.sub(" ", text.translate(TABLE)).strip()


def stem(word):
    """Return a plain word without what changes with number and gender in Spanish and Portuguese.

    >>> [stem(word) for word in ("nuez", "nueces", "panes", "ajos", "ajo", "agroecologicas", "te")]
    ['nuec', 'nuec', 'pan', 'ajo', 'ajo', 'agroecologic', 'te']
    """
    if len(word) > MIN_STEM:
        word = word.removesuffix("s")
    if len(word) > MIN_STEM and word[-1] in "aeo":
        word = word[:-1]
    return word[:-1] + "c" if word.endswith("z") else word


def get_beginnings(word):
    """Return as what a word that is only begun may be kept: an ending that goes may be its last letter.

    >>> get_beginnings("maiz"), get_beginnings("zanaho")
    (('maiz', 'maic'), ('zanah',))
    """
    stemmed = stem(word)
    begun = stemmed[:-1] + "z" if word.endswith("z") else stemmed
    return tuple(dict.fromkeys((begun, stemmed)))


def get_sql_functions():
    """Return the statements that teach PostgreSQL the same: `chasqui_plain` and `chasqui_stem`."""
    source, target = "".join(LETTERS), "".join(LETTERS.values())
    return f"""
        CREATE OR REPLACE FUNCTION chasqui_plain(text) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $body$
            SELECT btrim(regexp_replace(
                translate(normalize($1, NFC), '{source}', '{target}'), '[^a-z0-9]+', ' ', 'g'
            ))
        $body$;
        CREATE OR REPLACE FUNCTION chasqui_stem(text) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $body$
            SELECT regexp_replace(regexp_replace(regexp_replace(
                chasqui_plain($1),
                '([a-z0-9]{{{MIN_STEM}}})s\\M', '\\1', 'g'),
                '([a-z0-9]{{{MIN_STEM}}})[aeo]\\M', '\\1', 'g'),
                'z\\M', 'c', 'g')
        $body$;
    """
