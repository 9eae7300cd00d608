from odoo import api, models
from odoo.tools import formatLang


class ChasquiPortalProduct(models.Model):
    """What the page says of the search itself: what was chosen, and in which orders it can be shown."""

    _inherit = "chasqui.portal.product"

    @api.model
    def _prepare_chips(self, query):
        """Return what narrows the search, each with the address of the page without it."""
        chips = [
            {"name": town_name, "url": query.with_changes(near="", at="", km=None).get_url()}
            for town_name in [self._get_place_name(query)]
            if town_name
        ]
        labels = {
            "store": dict(
                self.env["chasqui.store"]
                .search([("slug", "in", query.store)])
                .mapped(lambda s: (s.slug, s.name))
            ),
            "seal": {seal.slug: seal.name for seal in self.env["chasqui.seal"]._find_by_slugs(query.seal)},
            "category": {
                category.id: category.name
                for category in self.env["product.public.category"].browse(query.category).exists()
            },
            "producer": {slug: slug.replace("-", " ").title() for slug in query.producer},
            "way": self._get_way_names(),
        }
        for name, names in labels.items():
            chips += [
                {"name": names.get(value, value), "url": query.toggle(name, value).get_url()}
                for value in getattr(query, name)
            ]
        if query.measure:
            chips.append(
                {
                    "name": self._get_price_name(query),
                    "url": query.with_changes(measure="", low=None, high=None).get_url(),
                }
            )
        return chips

    @api.model
    def _get_place_name(self, query):
        """Return the name of where distances are measured from."""
        if not query.place:
            return ""
        return self.env._("Near you") if query.at else self.env._("Near %s", query.town.label)

    @api.model
    def _get_price_name(self, query):
        low, high = (
            formatLang(self.env, bound, digits=0) if bound is not None else None
            for bound in (query.low, query.high)
        )
        unit = {"kg": self.env._("the kilo"), "l": self.env._("the litre")}[query.measure]
        if low and high:
            return self.env._("$ %(low)s to %(high)s %(unit)s", low=low, high=high, unit=unit)
        if high:
            return self.env._("up to $ %(high)s %(unit)s", high=high, unit=unit)
        if low:
            return self.env._("from $ %(low)s %(unit)s", low=low, unit=unit)
        return self.env._("priced by %s", unit)

    @api.model
    def _prepare_sorts(self, query):
        """Return the orders that make sense now: nobody pays to come first in any of them."""
        names = {
            "relevance": self.env._("What fits best"),
            "near": self.env._("Nearest first"),
            "new": self.env._("Newest first"),
            "price": self.env._("Price: lowest first"),
            "measure": self.env._("Price per kilo or litre"),
        }
        left_out = {"relevance" if not query.search else "", "near" if not query.place else ""}
        return [
            {
                "name": name,
                "url": query.with_changes(sort=sort).get_url(),
                "chosen": sort == query.order,
            }
            for sort, name in names.items()
            if sort not in left_out
        ]
