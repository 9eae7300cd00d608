from odoo import api, fields, models

DROP_OUT = [
    ("never", "Nobody, once it is confirmed"),
    ("confirmed", "Until the store accepts the purchase"),
    ("accepted", "Until the baskets are packed"),
]


class ChasquiBuyingWay(models.Model):
    """What holds for groups after they have confirmed."""

    _inherit = "chasqui.buying.way"

    drop_out = fields.Selection(
        selection=DROP_OUT, string="Who may drop out", required=True, default="confirmed"
    )
    drop_out_freight = fields.Boolean(
        string="Who drops out still pays their part of the freight",
        help="Otherwise the store bears it; the others never pay more than they confirmed.",
    )
    pay_days = fields.Integer(
        string="Days to pay",
        help="How long after the confirmation people may take to pay; 0 for no deadline.",
    )

    _check_pay_days = models.Constraint("CHECK (pay_days >= 0)", "Days to pay cannot be less than zero.")

    def _get_terms(self):
        """Return what a group that begins now takes over."""
        way = self[:1]
        return {
            "drop_out": way.drop_out or "confirmed",
            "drop_out_freight": way.drop_out_freight,
            "pay_days": way.pay_days,
        }


class ChasquiCollectiveOrder(models.Model):
    """The store's terms as they were when the group began: they are not changed under its feet."""

    _inherit = "chasqui.collective.order"

    drop_out = fields.Selection(
        selection=DROP_OUT, string="Who may drop out", required=True, default="confirmed", readonly=True
    )
    drop_out_freight = fields.Boolean(string="Who drops out still pays their freight", readonly=True)
    pay_days = fields.Integer(string="Days to pay", readonly=True)

    @api.model_create_multi
    def create(self, vals_list):
        stores = self.env["chasqui.store"]
        for vals in vals_list:
            way = stores.browse(vals.get("store_id"))._get_buying_way(self._get_way_kind(vals))
            for name, value in way._get_terms().items():
                vals.setdefault(name, value)
        return super().create(vals_list)

    def _get_way_kind(self, vals):
        """Return on the terms of which way of buying a purchase begins."""
        return "node" if vals.get("node_id") else "collective"

    def _get_drop_out_text(self):
        """Return what becomes of goods and money of who drops out, for those who are about to confirm."""
        if self.drop_out == "never":
            return self.env._(
                "Once it is confirmed nobody drops out: every basket is paid for and collected."
            )
        until = (
            self.env._("Whoever cannot go on may drop out until the store accepts the purchase.")
            if self.drop_out == "confirmed"
            else self.env._("Whoever cannot go on may drop out until the baskets are packed.")
        )
        if self.drop_out_freight:
            money = self.env._(
                "The goods go back to the store, and what was paid is given back but for their part of the"
                " freight."
            )
        else:
            money = self.env._("The goods go back to the store, and what was paid is given back.")
        return f"{until} {money}"
