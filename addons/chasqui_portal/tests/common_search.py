from werkzeug.datastructures import MultiDict

from ..tools.product_query import ProductQuery
from .common_portal import PortalCommon


class SearchCommon(PortalCommon):
    """Two stores with sites and what they sell: honey, jam and chard at the garden, bread at the bakery."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Whatever else a database has on sale is none of these tests' business.
        cls.env["chasqui.store"].search([]).filtered(
            lambda store: store not in cls.garden | cls.bakery
        ).active = False
        cls.portal = cls.env["chasqui.portal.product"]
        cls.kilo = cls.env.ref("uom.product_uom_kgm")
        cls.env.cr.flush()

    @classmethod
    def _search(cls, search="", user=None, **filters):
        """Return what a visitor finds, or somebody who is signed in, as `Found`."""
        values = [(name, value) for name, values in filters.items() for value in _as_list(values)]
        portal = cls.portal.with_user(user) if user else cls.portal
        return portal._search_products(ProductQuery.from_values(MultiDict([("q", search), *values])))

    @classmethod
    def _get_names(cls, search="", **filters):
        found = cls._search(search, **filters)
        return cls.env["product.template"].browse(found.product_ids).mapped("name")


def _as_list(values):
    return [str(value) for value in (values if isinstance(values, list) else [values])]
