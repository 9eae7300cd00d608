from odoo import api, fields, models, tools
from odoo.exceptions import UserError

from .chasqui_buying_way_node import KINDS


class ChasquiStore(models.Model):
    _inherit = "chasqui.store"

    buying_way_ids = fields.One2many(
        comodel_name="chasqui.buying.way", inverse_name="store_id", string="Ways of buying"
    )

    @api.model_create_multi
    def create(self, vals_list):
        stores = super().create(vals_list)
        stores._create_buying_ways()
        return stores

    def _create_buying_ways(self):
        """Sell as any store does, to one person at a time, until the store says otherwise."""
        ways_sudo = self.env["chasqui.buying.way"].sudo()
        known = {(way.store_id, way.kind) for way in ways_sudo.search([("store_id", "in", self.ids)])}
        ways_sudo.create(
            [
                {"store_id": store.id, "kind": kind, "is_on": kind == "individual"}
                for store in self
                for kind in KINDS
                if (store, kind) not in known
            ]
        )
        # A store that is not set up has no company, whose members alone may read them: the incubator would
        # find in the cache what it may not read.
        self.invalidate_recordset(["buying_way_ids"])

    def _get_buying_way(self, kind):
        """Return the terms of one way of buying, as sudo."""
        return self.sudo().buying_way_ids.filtered(lambda way: way.kind == kind)

    def _sells_together(self):
        """Tell whether groups can buy here; asked on every page."""
        return self.id in self._get_ids_that_sell_together()

    @api.model
    @tools.ormcache()
    def _get_ids_that_sell_together(self):
        ways_sudo = self.env["chasqui.buying.way"].sudo()
        return frozenset(ways_sudo.search([("kind", "=", "collective"), ("is_on", "=", True)]).store_id.ids)

    def _check_sells_together(self, kind="collective"):
        """Refuse to start a purchase where none can end well."""
        self.ensure_one()
        if not self._get_buying_way(kind).is_on:
            raise UserError(self.env._("This store does not sell to groups."))
        if refusal := self.website_id._get_chasqui_refusal():
            raise UserError(refusal)
