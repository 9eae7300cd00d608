import re
from typing import NamedTuple

from odoo import api, fields, models
from odoo.tools import SQL

from ..tools import search_text
from ..tools.spelling import LONG, deletions, distance

WORD = re.compile(r"[^\W\d_]+(?:[^\W_])*")
MIN_LENGTH = 3
MAX_NEAR = 6
MAX_COMPARED = 1000


class Known(NamedTuple):
    """How a word is known: `whole`, in an `other form` of the same stem, or as the `beginning` of others.

    :param count: how many products the words of its stem lead to
    """

    how: str
    count: int = 0


class ChasquiPortalWord(models.Model):
    """The words that what is on sale is named by: what a misspelt one is compared with.

    `variants` (an array of text, found by GIN) has each word without each of its letters in turn, so that all
    that one wrong letter can come from is found by a look-up: see `spelling.deletions`. A word that no
    product has any more stays until the night; what it would lead to is looked up anyway.
    """

    _name = "chasqui.portal.word"
    _description = "Word of the portal's search"
    _log_access = False
    _order = "count desc, word"
    _rec_name = "word"

    word = fields.Char(required=True, help="In plain letters.")
    stem = fields.Char(required=True, index=True, help="As it is looked up.")
    shown = fields.Char(required=True, help="As somebody wrote it, with its accents.")
    count = fields.Integer(default=1, help="How many products it leads to.")

    _word_unique = models.UniqueIndex("(word)")

    # === DATABASE === #

    def init(self):
        self.env.cr.execute(
            """
            ALTER TABLE chasqui_portal_word
                ADD COLUMN IF NOT EXISTS variants text[] NOT NULL DEFAULT '{}';
            CREATE INDEX IF NOT EXISTS chasqui_portal_word_variants
                ON chasqui_portal_word USING gin (variants);
            CREATE INDEX IF NOT EXISTS chasqui_portal_word_beginning
                ON chasqui_portal_word (word COLLATE "C");
            """
        )

    # === KEEPING UP === #

    @api.model
    def _learn(self, template_ids):
        """Add the words of these products that are not known yet."""
        if not template_ids:
            return
        shown = {}
        for (text,) in self.env.execute_query(self._get_texts_sql(template_ids)):
            for word in WORD.findall(text or ""):
                plain = search_text.plain(word)
                if MIN_LENGTH <= len(plain) <= search_text.MAX_WORD and " " not in plain:
                    shown.setdefault(plain, word.lower())
        known = self.env.execute_query(
            SQL("SELECT word FROM chasqui_portal_word WHERE word = ANY(%s)", list(shown))
        )
        for (word,) in known:
            del shown[word]
        self._insert(shown)

    @api.model
    def _get_texts_sql(self, template_ids):
        return SQL(
            """
            SELECT DISTINCT text
              FROM chasqui_portal_product AS known
              JOIN product_template AS product ON product.id = known.product_tmpl_id
              JOIN chasqui_store AS store ON store.id = known.store_id
              LEFT JOIN res_partner AS producer ON producer.id = known.producer_id
             CROSS JOIN LATERAL (
                    SELECT value FROM jsonb_each_text(product.name)
                     UNION SELECT store.name
                     UNION SELECT producer.name
                     UNION SELECT name.value
                             FROM product_public_category AS category,
                                  jsonb_each_text(category.name) AS name
                            WHERE category.id = ANY(known.category_ids)
                   ) AS texts(text)
             WHERE known.product_tmpl_id = ANY(%s)
            """,
            list(template_ids),
        )

    @api.model
    def _insert(self, shown):
        """Add words; another transaction may be adding the same ones.

        :param shown: `{plain word: as it is written}`
        """
        for word in sorted(shown):
            self.env.cr.execute(
                SQL(
                    """
                    INSERT INTO chasqui_portal_word (word, stem, shown, count, variants)
                         VALUES (%s, %s, %s, 1, %s)
                    ON CONFLICT DO NOTHING
                    """,
                    word,
                    search_text.stem(word),
                    shown[word],
                    sorted(deletions(word)),
                )
            )

    @api.model
    def _recount(self):
        """Count how many products each word leads to, and forget those that lead to none."""
        self.env.cr.execute(
            """
            WITH counted AS (
                SELECT word AS stem, ndoc AS count
                  FROM ts_stat('SELECT words FROM chasqui_portal_product', 'ab')
            ), gone AS (
                DELETE FROM chasqui_portal_word AS known
                      WHERE NOT EXISTS (SELECT 1 FROM counted WHERE counted.stem = known.stem)
            )
            UPDATE chasqui_portal_word AS known
               SET count = counted.count
              FROM counted
             WHERE counted.stem = known.stem AND counted.count != known.count
            """
        )
        self.invalidate_model()

    # === BUSINESS METHODS === #

    @api.model
    def _get_known(self, words):
        """Return `{word: Known}` of those that are known, or that known ones begin with.

        Words of names are asked for first: what most products have takes long to look for among them.
        """
        rows = self.env.execute_query(
            SQL(
                """
                SELECT asked.word,
                       EXISTS (SELECT 1 FROM chasqui_portal_word AS known WHERE known.word = asked.word),
                       (SELECT MAX(count) FROM chasqui_portal_word AS known WHERE known.stem = asked.stem),
                       EXISTS (SELECT 1 FROM chasqui_portal_word AS known
                                WHERE known.word COLLATE "C" >= asked.word
                                  AND known.word COLLATE "C" < asked.word || '{')
                  FROM unnest(%s::text[], %s::text[]) AS asked(word, stem)
                """,
                list(words),
                [search_text.stem(word) for word in words],
            )
        )
        known = {
            word: Known("whole" if is_written_so else "other form", count)
            for word, is_written_so, count, _is_beginning in rows
            if count is not None
        }
        known |= dict.fromkeys(self._get_written(set(words) - known.keys()), Known("whole"))
        begun = [word for word, *_counts, is_beginning in rows if is_beginning and len(word) >= MIN_LENGTH]
        return dict.fromkeys(begun, Known("beginning")) | known

    @api.model
    def _get_written(self, words):
        """Return those of these words that are in other texts of a product."""
        if not words:
            return set()
        rows = self.env.execute_query(
            SQL(
                """
                SELECT asked.word
                  FROM unnest(%s::text[], %s::text[]) AS asked(word, stem)
                 WHERE EXISTS (SELECT 1 FROM chasqui_portal_product AS product
                                WHERE product.words @@ quote_literal(asked.stem)::tsquery)
                """,
                list(words),
                [search_text.stem(word) for word in words],
            )
        )
        return {word for (word,) in rows}

    @api.model
    def _find_near(self, word):
        """Return `(stem, as it is written)` of the known words that are nearest to a misspelt one."""
        for wrong in range(1, 3 if len(word) >= LONG else 2):
            if near := self._find_within(word, wrong):
                return near
        return []

    @api.model
    def _find_within(self, word, wrong, more_than=0):
        """Return the same of those with so many letters wrong, those of most products first.

        :param more_than: so many products they must lead to
        """
        rows = self.env.execute_query(
            SQL(
                """
                SELECT word, stem, shown
                  FROM chasqui_portal_word
                 WHERE variants && %s AND length(word) BETWEEN %s AND %s AND count > %s
              ORDER BY count DESC, word
                 LIMIT %s
                """,
                sorted(deletions(word, wrong)),
                len(word) - wrong,
                len(word) + wrong,
                more_than,
                MAX_COMPARED,
            )
        )
        found = {}
        for known, stem, shown in rows:
            if distance(word, known, wrong) <= wrong:
                found.setdefault(stem, shown)
        return list(found.items())[:MAX_NEAR]
