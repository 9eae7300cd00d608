from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import formatLang


class ChasquiBuyingWay(models.Model):
    """How a store sells: to one person, or to people who buy together; each way with its terms.

    Every store has one of each kind and switches them on and off.
    """

    _name = "chasqui.buying.way"
    _description = "Way of Buying"
    _order = "store_id, id"
    _check_company_auto = True

    store_id = fields.Many2one(comodel_name="chasqui.store", required=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="store_id.company_id", store=True, index=True)
    currency_id = fields.Many2one(related="company_id.currency_id")
    kind = fields.Selection(
        selection=[("individual", "Alone"), ("collective", "Together")], required=True, default="individual"
    )
    is_on = fields.Boolean(string="Switched on")
    min_amount = fields.Monetary(string="Minimum amount")
    min_weight = fields.Float(string="Minimum kilos", digits="Stock Weight")
    min_baskets = fields.Integer(string="Minimum baskets", help="People with something in their basket.")
    carrier_ids = fields.Many2many(
        comodel_name="delivery.carrier",
        string="Ways of delivery",
        check_company=True,
        help="All that the store has, when none is chosen.",
    )
    provider_ids = fields.Many2many(
        comodel_name="payment.provider",
        string="Ways of paying",
        check_company=True,
        help="All that the store has, when none is chosen.",
    )
    pricelist_id = fields.Many2one(
        comodel_name="product.pricelist",
        check_company=True,
        help="Prices of those who buy together; the store's usual ones, when none is chosen.",
    )
    note = fields.Text(string="Text for shoppers", translate=True)

    _kind_unique = models.UniqueIndex("(store_id, kind)", "The store already sells in that way.")
    _check_minimums = models.Constraint(
        "CHECK (min_amount >= 0 AND min_weight >= 0 AND min_baskets >= 0)",
        "A minimum cannot be less than zero.",
    )

    @api.depends("kind")
    @api.depends_context("lang")
    def _compute_display_name(self):
        names = dict(self._fields["kind"]._description_selection(self.env))
        for way in self:
            way.display_name = names.get(way.kind, "")

    @api.constrains("is_on")
    def _check_some_way_is_on(self):
        for store in self.store_id:
            if not any(store.buying_way_ids.mapped("is_on")):
                raise ValidationError(self.env._("A store sells in one way at least."))

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        ways = super().create(vals_list)
        self.env.registry.clear_cache()  # _get_ids_that_sell_together
        return ways

    def write(self, vals):
        res = super().write(vals)
        if "is_on" in vals:
            self.env.registry.clear_cache()  # _get_ids_that_sell_together
        return res

    # === BUSINESS METHODS === #

    def _get_missing(self, amount, weight, baskets=None):
        """Return what is missing to the minimums, a sentence for each.

        :param int baskets: how many people have something; None where that does not matter
        """
        missing = []
        if self.currency_id and self.currency_id.compare_amounts(self.min_amount, amount) > 0:
            left = formatLang(self.env, self.min_amount - amount, currency_obj=self.currency_id)
            missing.append(self.env._("%s more are needed to reach the minimum.", left))
        if self.min_weight - weight > 0.0005:
            missing.append(
                self.env._("%s kg more are needed to reach the minimum.", f"{self.min_weight - weight:g}")
            )
        if baskets is not None and self.min_baskets > baskets:
            missing.append(
                self.env._("Baskets that are missing to the minimum: %s.", self.min_baskets - baskets)
            )
        return missing

    def _get_minimum_texts(self):
        """Return the minimums in words, for who has to choose a way."""
        texts = []
        if self.min_amount:
            texts.append(formatLang(self.env, self.min_amount, currency_obj=self.currency_id))
        if self.min_weight:
            texts.append(self.env._("%s kg", f"{self.min_weight:g}"))
        if self.min_baskets:
            texts.append(self.env._("%s baskets", self.min_baskets))
        return texts

    def _get_carriers(self):
        """Return the ways of delivery that are offered, cheap to ask for on a page."""
        carriers = self.carrier_ids or self.env["delivery.carrier"].search(
            [("company_id", "=", self.company_id.id)]
        )
        return carriers.filtered("website_published")
