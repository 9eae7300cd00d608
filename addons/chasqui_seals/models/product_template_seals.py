from collections import defaultdict

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from odoo.addons.chasqui_store.tools import geo


class ProductTemplate(models.Model):
    """Which seals a product shows today. This is all that the shop needs to ask.

    * `_get_valid_seals()`: for the products of a page, in one query.
    * `_get_valid_seal_grants()`: the same with since when, until when, who verified.
    * `chasqui_seal_ids`: to search by, in any domain: `[("chasqui_seal_ids", "in", seals.ids)]`;
      several of such conditions mean all of them.

    Seals computed by distance are among them for whoever looks from somewhere: `website._get_seal_places`.
    """

    _inherit = "product.template"

    chasqui_seal_ids = fields.Many2many(
        comodel_name="chasqui.seal",
        string="Seals",
        compute="_compute_chasqui_seal_ids",
        search="_search_chasqui_seal_ids",
        compute_sudo=True,
        help="The seals that count today: the product's own, and its producer's and its store's.",
    )

    # === COMPUTE METHODS === #

    def _compute_chasqui_seal_ids(self):
        seals = self._get_valid_seals()
        for product in self:
            product.chasqui_seal_ids = seals.get(product._origin.id)

    @api.model
    def _search_chasqui_seal_ids(self, operator, value):
        if operator in ("any", "any!") and isinstance(value, Domain):  # by the name of a seal
            operator, value = "in", self.env["chasqui.seal"].search(value).ids
        if operator != "in":
            return NotImplemented
        shelf = self.env["chasqui.seal.shelf"]
        seals = self.env["chasqui.seal"].browse(id_ for id_ in value if id_)
        by_distance = seals & self.env["chasqui.seal"]._get_by_distance()
        places = self.env["website"]._get_seal_places()
        near = [SQL("(%s)", self._get_near_sql(seal.max_km, places)) for seal in by_distance.sudo()]
        shown = [shelf._get_products_sql(seals - by_distance), *near]
        domain = Domain.OR(Domain("id", "in", products) for products in shown)
        if False in value:
            domain |= Domain("id", "not in", shelf._get_products_sql(self.env["chasqui.seal"].search([])))
        return domain

    # === BUSINESS METHODS === #

    def _get_valid_seals(self):
        """Return `{product id: seals as sudo}` of the seals that count today, in the taxonomy's order.

        Products that show none are left out. One query for any number of products, and another for
        where they come from if there is somewhere to measure from.
        """
        ids_by_product = defaultdict(set)
        for product_id, seal_id, _grant_id in self.env["chasqui.seal.link"]._get_pairs(self._origin):
            ids_by_product[product_id].add(seal_id)
        for seal, product_ids in self._get_near_products().items():
            for product_id in product_ids:
                ids_by_product[product_id].add(seal.id)
        seals_sudo = self.env["chasqui.seal"].sudo().browse(set().union(*ids_by_product.values())).sorted()
        return {
            product_id: seals_sudo.filtered(lambda seal, ids=ids: seal.id in ids)
            for product_id, ids in ids_by_product.items()
        }

    def _get_valid_seal_grants(self):
        """Return `{product id: grants as sudo}` that count today: who verified what, since when.

        The seal that a grant shows is `grant._get_shown_seal()`.
        """
        ids_by_product = defaultdict(list)
        for product_id, _seal_id, grant_id in self.env["chasqui.seal.link"]._get_pairs(self._origin):
            ids_by_product[product_id].append(grant_id)
        grants_sudo = self.env["chasqui.seal.grant"].sudo()
        return {product_id: grants_sudo.browse(ids) for product_id, ids in ids_by_product.items()}

    def _get_near_products(self):
        """Return `{seal: product ids}` of the seals by distance, for where the shopper collects."""
        seals_sudo = self.env["chasqui.seal"]._get_by_distance()
        places = self.env["website"]._get_seal_places() if seals_sudo and self.ids else []
        near = {}
        for seal in seals_sudo if places else ():
            query = SQL(
                "SELECT id FROM product_template WHERE id = ANY(%s) AND id IN %s",
                self.ids,
                SQL("(%s)", self._get_near_sql(seal.max_km, places)),
            )
            near[seal] = [product_id for [product_id] in self.env.execute_query(query)]
        return near

    @api.model
    def _get_near_sql(self, max_km, places):
        """Return the SQL query of the ids of products made within a distance of one of these places.

        The distance is the great circle's; a box of degrees keeps most producers out of it.
        """
        self.flush_model(["chasqui_producer_id"])
        self.env["res.partner"].flush_model(["partner_latitude", "partner_longitude"])
        columns = (SQL("producer.partner_latitude"), SQL("producer.partner_longitude"))
        near = [geo.within_sql(*columns, place, max_km) for place in places]
        return SQL(
            """
            SELECT product.id
              FROM product_template AS product
              JOIN res_partner AS producer ON producer.id = product.chasqui_producer_id
             WHERE (producer.partner_latitude != 0 OR producer.partner_longitude != 0) AND (%s)
            """,
            SQL(" OR ").join(near) if near else SQL("FALSE"),
        )
