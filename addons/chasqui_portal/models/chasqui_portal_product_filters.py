from odoo import api, models
from odoo.tools import SQL, formatLang

from ..tools.product_query import KILOMETRES, WAYS


class ChasquiPortalProduct(models.Model):
    """The filters of the page in words, with their numbers and the addresses that they lead to."""

    _inherit = "chasqui.portal.product"

    @api.model
    def _prepare_facets(self, found):
        """Return `{filter: [{name, number, url, chosen, ...}]}`, the most frequent first."""
        return {
            "category": self._prepare_category_facet(found),
            "seal": self._prepare_seal_facet(found),
            "store": self._prepare_facet(found, "store", self._get_store_names(found)),
            "producer": self._prepare_facet(found, "producer", self._get_producer_names(found)),
            "way": self._prepare_facet(found, "way", self._get_way_names()),
            "price": self._prepare_price_facet(found),
            "km": [
                {
                    "name": self.env._("Up to %s km", km),
                    "url": found.query.with_changes(km=None if found.query.km == km else km).get_url(),
                    "chosen": found.query.km == km,
                }
                for km in KILOMETRES
                if found.query.place
            ],
        }

    @api.model
    def _prepare_facet(self, found, name, labels):
        """Return the values of a filter that there are, and those that are chosen."""
        chosen = getattr(found.query, name)
        numbers = {**dict.fromkeys(chosen, 0), **found.facets.get(name, {})}
        return [
            {
                "name": labels[value],
                "number": number,
                "url": found.query.toggle(name, value).get_url(),
                "chosen": value in chosen,
                "value": value,
            }
            for value, number in sorted(numbers.items(), key=lambda pair: (pair[0] not in chosen, -pair[1]))
            if value in labels
        ]

    @api.model
    def _prepare_category_facet(self, found):
        """Return the categories at the top, those chosen, and what is right below these."""
        numbers = {int(key): number for key, number in found.facets.get("category", {}).items()}
        chosen = self.env["product.public.category"].browse(found.query.category).exists()
        categories = self.env["product.public.category"].browse(numbers).exists() | chosen
        shown = categories.filtered(
            lambda category: not category.parent_id or category in chosen or category.parent_id in chosen
        )
        return [
            {
                "name": category.name,
                "number": numbers.get(category.id, 0),
                "url": found.query.toggle("category", category.id).get_url(),
                "chosen": category in chosen,
                "below": bool(category.parent_id in chosen),
            }
            for category in shown.sorted(
                lambda category: (category not in chosen, -numbers.get(category.id, 0), category.name)
            )
        ]

    @api.model
    def _prepare_seal_facet(self, found):
        numbers = {int(key): number for key, number in found.facets.get("seal", {}).items()}
        chosen = self.env["chasqui.seal"]._find_by_slugs(found.query.seal)
        seals = self.env["chasqui.seal"].search([("id", "in", [*numbers, *chosen.ids])])
        return [
            {
                "name": seal.name,
                "seal": seal,
                "number": numbers.get(seal.id, 0),
                "url": found.query.toggle("seal", seal.slug).get_url(),
                "chosen": seal in chosen,
                "value": seal.slug,
            }
            for seal in seals.sorted(lambda seal: (seal not in chosen, -numbers.get(seal.id, 0)))
        ]

    @api.model
    def _prepare_price_facet(self, found):
        """Return, for kilos and litres, three ranges of prices with their numbers."""
        query, currency = found.query, self.env["website"]._get_chasqui_platform().company_id.currency_id
        facet = []
        for measure, (number, low, high, *counts) in sorted(found.prices.items()):
            money = [f"{currency.symbol} {formatLang(self.env, bound, digits=0)}" for bound in (low, high)]
            names = (
                self.env._("Up to %s", money[0]),
                self.env._("%(low)s to %(high)s", low=money[0], high=money[1]),
                self.env._("From %s", money[1]),
            )
            bounds = ((None, low), (low, high), (high, None))
            ranges = []
            for name, (start, end), count in zip(names, bounds, counts, strict=True):
                chosen = (query.measure, query.low, query.high) == (measure, start, end)
                changes = {"measure": "", "low": None, "high": None}
                if not chosen:
                    changes = {"measure": measure, "low": start, "high": end}
                ranges.append(
                    {
                        "name": name,
                        "number": count,
                        "url": query.with_changes(**changes).get_url(),
                        "chosen": chosen,
                    }
                )
            facet.append(
                {"measure": measure, "number": number, "ranges": [each for each in ranges if each["number"]]}
            )
        return facet

    @api.model
    def _get_store_names(self, found):
        slugs = [*found.query.store, *found.facets.get("store", {})]
        stores = self.env["chasqui.store"].search_fetch(
            [("slug", "in", slugs), ("state", "in", ("open", "paused"))], ["slug", "name"]
        )
        return {store.slug: store.name for store in stores}

    @api.model
    def _get_producer_names(self, found):
        slugs = [*found.query.producer, *found.facets.get("producer", {})]
        if not slugs:
            return {}
        return dict(
            self.env.execute_query(
                SQL(
                    """
                    SELECT asked.slug, (
                        SELECT partner.name
                          FROM chasqui_portal_product AS known
                          JOIN res_partner AS partner ON partner.id = known.producer_id
                         WHERE known.producer_slug = asked.slug
                         LIMIT 1
                    ) AS name
                      FROM unnest(%s) AS asked(slug)
                    """,
                    slugs,
                )
            )
        )

    @api.model
    def _get_way_names(self):
        names = self.env["chasqui.directory"]._get_way_names()
        return {way: names[way] for way in WAYS}
