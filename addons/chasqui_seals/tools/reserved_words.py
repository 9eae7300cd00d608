"""Words that Argentina's Law 25.127 keeps for goods with a certificate of organic production."""

import re

RESERVED = re.compile(
    r"""\b(?:
        org[aá]nic(?:[oa]s?|amente)      # es
        | ecol[oó]gic(?:[oa]s?|amente)
        | biol[oó]gic(?:[oa]s?|amente)
        | org[aâ]nic(?:[oa]s?)           # pt
        | organic | organically | ecological | biological
        | eco | bio
    )(?![\w])""",
    re.IGNORECASE | re.VERBOSE,
)


def find_reserved_words(*texts):
    """Return the reserved words in these texts, each once, as they are written.

    >>> find_reserved_words("Miel orgánica y BIO", "economía ecológica, agroecológico, orgánica")
    ['orgánica', 'BIO', 'ecológica']
    """
    found = {}
    for text in filter(None, texts):
        for word in RESERVED.findall(text):
            found.setdefault(word.lower(), word)
    return list(found.values())
