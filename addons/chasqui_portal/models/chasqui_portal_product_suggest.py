from odoo import api, models, tools
from odoo.tools import SQL

from ..tools import search_text
from ..tools.product_conditions import write_term
from .chasqui_portal_product_terms import Term, begin

MAX_PRODUCTS = 5
MAX_OTHERS = 2


class ChasquiPortalProduct(models.Model):
    """What is offered while somebody types: names of products, and of seals, producers and stores."""

    _inherit = "chasqui.portal.product"

    @api.model
    def _suggest(self, text, lang):
        """Return `[(what, name, query value)]` of what goes on as a text begins.

        :return: `what` is one of product, seal, producer and store; the value is what to search by: a text
            for a product, a slug for the others
        """
        text = search_text.plain(text)[:60]
        if len(text) < 2:
            return []
        portal_sudo = self.sudo()
        portal_sudo._sync_pending()
        return portal_sudo._get_suggestions(
            text, lang, portal_sudo._get_version(), self.env["chasqui.store"]._get_today()
        )

    @api.model
    @tools.ormcache("text", "lang", "version", "today")
    def _get_suggestions(self, text, lang, version, today):
        return [
            *self._suggest_seals(text, lang),
            *self._suggest_products(text, lang),
            *self._suggest_names("producer", text),
            *self._suggest_names("store", text),
        ]

    @api.model
    def _suggest_seals(self, text, lang):
        seals_sudo = self.env["chasqui.seal"].sudo().with_context(lang=lang).search([])
        named = (seal for seal in seals_sudo if search_text.plain(seal.name).startswith(text))
        return [("seal", seal.name, seal.slug) for seal in list(named)[:MAX_OTHERS]]

    @api.model
    def _suggest_products(self, text, lang):
        """Return names of products with these words; the last one may be only begun, or misspelt."""
        words = [word for word in text.split() if word not in search_text.STOP_WORDS] or text.split()
        terms = [Term(((search_text.stem(word),),)) for word in words[:-1]]
        last = begin(words[-1])
        names = self._find_names([*terms, last], lang)
        if not names and len(words[-1]) > 3:
            near = self.env["chasqui.portal.word"]._find_near(words[-1])
            if near:
                names = self._find_names([*terms, Term(tuple((stem,) for stem, _shown in near))], lang)
        return [("product", name, name) for name in names]

    @api.model
    def _find_names(self, terms, lang):
        rows = self.env.execute_query(
            SQL(
                """
                SELECT shown FROM (
                    SELECT COALESCE(template.name->>%(lang)s, template.name->>'en_US') AS shown
                      FROM chasqui_portal_product AS product
                      JOIN chasqui_store AS store ON store.id = product.store_id
                      JOIN product_template AS template ON template.id = product.product_tmpl_id
                     WHERE product.words @@ %(words)s::tsquery AND %(store)s
                     LIMIT 400
                ) AS hits
              GROUP BY shown
              ORDER BY COUNT(*) DESC, length(shown), shown
                 LIMIT %(limit)s
                """,
                lang=lang,
                words=" & ".join(write_term(term, "A") for term in terms),
                store=self._get_store_sql(),
                limit=MAX_PRODUCTS,
            )
        )
        return [name for (name,) in rows]

    @api.model
    def _suggest_names(self, what, text):
        """Return `what`, name and slug of the producers or stores that a text begins the name of."""
        source = {
            "producer": SQL("res_partner AS named ON named.id = product.producer_id"),
            "store": SQL("chasqui_store AS named ON named.id = product.store_id"),
        }[what]
        slug = {"producer": SQL("product.producer_slug"), "store": SQL("store.slug")}[what]
        rows = self.env.execute_query(
            SQL(
                """
                SELECT DISTINCT ON (slug) name, slug FROM (
                    SELECT named.name, %s AS slug
                      FROM chasqui_portal_product AS product
                      JOIN chasqui_store AS store ON store.id = product.store_id
                      JOIN %s
                     WHERE product.words @@ %s::tsquery AND %s AND chasqui_plain(named.name) LIKE %s
                     LIMIT 400
                ) AS hits
              ORDER BY slug LIMIT %s
                """,
                slug,
                source,
                write_term(begin(text.split()[0]), "B"),
                self._get_store_sql(),
                f"{text}%",
                MAX_OTHERS,
            )
        )
        return [(what, name, value) for name, value in rows]
