from dataclasses import dataclass

from odoo import api, models, tools
from odoo.tools import SQL, frozendict

from ..tools import search_text

MAX_TERMS = 12
MAX_MEANT = 3


@dataclass(frozen=True)
class Term:
    """A part of what is looked for: any of these phrases, or any of these seals.

    :param phrases: tuples of stems
    :param begins: the last stem of each phrase is only the beginning of a word
    :param near: phrases that may have been meant as well, of whole words
    """

    phrases: tuple
    seal_ids: tuple = ()
    begins: bool = False
    near: tuple = ()


@dataclass(frozen=True)
class Understood:
    """What was made of what somebody typed.

    :param corrections: `(as typed, the known words looked for instead)`
    """

    terms: tuple = ()
    corrections: tuple = ()


def begin(word, near=()):
    """Return the term of a word of which only the beginning is known.

    :param near: phrases that may have been meant as well
    """
    phrases = tuple((start,) for start in search_text.get_beginnings(word))
    return Term(phrases, begins=True, near=near)


class ChasquiPortalProduct(models.Model):
    """Understanding what is typed: seals and synonyms first, then words, known or nearly so."""

    _inherit = "chasqui.portal.product"

    @api.model
    @tools.ormcache()
    def _get_search_phrases(self):
        """Return `{phrase, as a tuple of stems: (seal ids, phrases of the same meaning)}`."""
        seals, same = {}, {}
        for seal_id, text in self._get_seal_names():
            words = search_text.plain(text).split()
            if words:
                seals.setdefault(tuple(map(search_text.stem, words)), set()).add(seal_id)
        for synonym in self.env["chasqui.portal.synonym"].sudo().search([]):
            phrases = synonym._get_phrases()
            for phrase in phrases:
                same.setdefault(phrase, {}).update(dict.fromkeys(phrases))
        return frozendict(
            {
                phrase: (tuple(sorted(seals.get(phrase, ()))), tuple(same.get(phrase, {phrase: None})))
                for phrase in seals.keys() | same.keys()
            }
        )

    @api.model
    def _get_seal_names(self):
        """Return `(seal id, name or synonym)` in all languages, of the seals that are in use."""
        self.env["chasqui.seal"].flush_model()
        return self.env.execute_query(
            SQL(
                """
                SELECT seal.id, btrim(phrase)
                  FROM chasqui_seal AS seal
                 CROSS JOIN LATERAL (
                        SELECT value FROM jsonb_each_text(seal.name)
                         UNION SELECT value FROM jsonb_each_text(seal.synonyms)
                       ) AS said(texts)
                 CROSS JOIN LATERAL unnest(string_to_array(texts, ',')) AS phrase
                 WHERE seal.active AND seal.merged_into_id IS NULL
                """
            )
        )

    @api.model
    def _understand(self, text, exact=False):
        """Return what is looked for.

        :param exact: correct nothing
        """
        words = [word[: search_text.MAX_WORD] for word in search_text.plain(text).split()[:MAX_TERMS]]
        terms, rest = self._find_phrases(words)
        asked = [word for word in rest if word not in search_text.STOP_WORDS]
        if not asked and not terms:
            asked = rest
        known = self.env["chasqui.portal.word"]._get_known(dict.fromkeys(asked)) if asked else {}
        corrections = {}
        for word in dict.fromkeys(asked):
            near = [] if exact else self._find_meant(word, known.get(word))
            terms.append(self._make_term(word, known.get(word), tuple((stem,) for stem, _shown in near)))
            if near:
                corrections[word] = tuple(shown for _stem, shown in near)
        return Understood(tuple(terms), tuple(corrections.items()))

    @api.model
    def _find_meant(self, word, known):
        """Return `(stem, as it is written)` of the words that a word may be a misspelt one of.

        What is only begun may be one of any; what is known in another form, of one that is more frequent.
        """
        words = self.env["chasqui.portal.word"]
        if not known:
            return words._find_near(word)
        if known.how == "whole":
            return []
        found = words._find_within(word, 1, known.count)
        return [pair for pair in found if pair[0] != search_text.stem(word)][:MAX_MEANT]

    @api.model
    def _make_term(self, word, known, near):
        """Return the term of a word.

        :param near: phrases that may have been meant
        """
        if known and known.how == "beginning":
            return begin(word, near)
        own = ((search_text.stem(word),),)
        return Term((*own, *near) if known or not near else near)

    @api.model
    def _find_phrases(self, words):
        """Return the terms that are seals or have synonyms, the longest first, and the other words."""
        phrases = self._get_search_phrases()
        longest = max(map(len, phrases), default=0)
        stems = [search_text.stem(word) for word in words]
        terms, rest, start = [], [], 0
        while start < len(words):
            sizes = range(min(longest, len(words) - start), 0, -1)
            size = next((size for size in sizes if tuple(stems[start : start + size]) in phrases), 0)
            if size:
                phrase = tuple(stems[start : start + size])
                seal_ids, same = phrases[phrase]
                terms.append(Term(tuple(dict.fromkeys((phrase, *same))), seal_ids))
            else:
                rest.append(words[start])
            start += size or 1
        return terms, rest
