from odoo import fields, models

from ..tools.sharing import format_amount

MOST_REPLACEMENTS = 8


class ChasquiCollectiveOrder(models.Model):
    """What is short or not sold any more when a group is to be confirmed, for whom, and what to do."""

    _inherit = "chasqui.collective.order"

    shortages = fields.Json(
        copy=False, readonly=True, help="What there was too little of when the group was to be confirmed."
    )

    # === WHAT IS SHORT === #

    def _find_withdrawn(self):
        """Return what the store stopped selling while the group was choosing."""
        lines = self._get_baskets().order_id.order_line.filtered(
            lambda line: not line.is_delivery and not line.display_type and line.product_uom_qty > 0
        )
        gone = lines.product_id.filtered(lambda product: not product._is_chasqui_on_sale())
        return [{"product_id": product.id, "available": 0.0, "withdrawn": True} for product in gone]

    def _get_short_lines(self):
        """Return what was short, and for whom: ``[(product, available, lines)]``."""
        products = self.env["product.product"]
        lines = self._get_baskets().order_id.order_line
        return [
            (
                products.browse(shortage["product_id"]),
                shortage["available"],
                lines.filtered(lambda line, id_=shortage["product_id"]: line.product_id.id == id_),
            )
            for shortage in self.shortages or []
        ]

    def _get_short_texts(self):
        """Return what is short and who wants it, in sentences for all who take part."""
        return [
            self.env._(
                "%(product)s: the store does not sell it any more. It is in the baskets of: %(people)s.",
                **self._name_short(product, lines),
            )
            if self._is_withdrawn(product)
            else self.env._(
                "%(product)s: there is only %(quantity)s. It is in the baskets of: %(people)s.",
                quantity=self._format_available(product, available),
                **self._name_short(product, lines),
            )
            for product, available, lines in self._get_short_lines()
            if lines
        ]

    def _format_available(self, product, available):
        return format_amount(self.env, available, product.uom_id)

    def _name_short(self, product, lines):
        people = lines.order_id.chasqui_participant_ids
        return {
            "product": product.with_context(display_default_code=False).display_name,
            "people": ", ".join(people.mapped("name")),
        }

    def _share_out_short(self, available, lines):
        """Propose who takes how much of what is short: in the order in which they came, until it is gone."""
        shares, left = {}, available
        for line in lines:
            unit, product_unit = line.product_uom_id, line.product_id.uom_id
            fits = product_unit._compute_quantity(left, unit, rounding_method="DOWN")
            shares[line] = min(line.product_uom_qty, fits)
            left -= unit._compute_quantity(shares[line], product_unit)
        return shares

    def _is_withdrawn(self, product):
        return any(
            shortage["product_id"] == product.id and shortage.get("withdrawn")
            for shortage in self.shortages or []
        )

    def _get_replacements(self, product):
        """Return what could be taken instead: of the same categories, and there is some of it."""
        templates = self.env["product.template"].search(
            [
                ("company_id", "in", (self.company_id.id, False)),
                ("is_published", "=", True),
                ("sale_ok", "=", True),
                ("type", "=", product.type),
                ("public_categ_ids", "in", product.public_categ_ids.ids),
                ("id", "!=", product.product_tmpl_id.id),
            ],
            limit=3 * MOST_REPLACEMENTS,
        )
        order = self._get_inside()[:1].order_id
        single = templates.filtered(lambda template: template.product_variant_count == 1).product_variant_id
        return single.filtered(
            lambda variant: (
                not variant.is_storable
                or variant.allow_out_of_stock_order
                or order._get_free_qty(variant) > 0
            )
        )[:MOST_REPLACEMENTS]

    # === WHAT TO DO === #

    def _shorten(self, quantities, replacements=None, decider=None):
        """Give the people who want what is short less of it, none, or something else instead.

        Whoever gets something that they did not choose says again that they are ready.

        :param dict quantities: how much is left for each line, by its id; never more than was wanted
        :param dict replacements: the product to take for the rest, by the line's id
        :param decider: the participant who decides, who needs not be told
        """
        self._check_choosing()
        changed = self.env["chasqui.collective.participant"]
        for product, _available, lines in self._get_short_lines():
            offered = self._get_replacements(product) if replacements else product.browse()
            for line in lines.filtered(lambda line: line.id in quantities):
                person = line.order_id.chasqui_participant_ids[:1]
                instead = offered.filtered(lambda other, id_=line.id: other.id == replacements.get(id_))
                if self._shorten_line(line, quantities[line.id], instead):
                    changed |= person
                if instead and person != decider:
                    person.state = "choosing"
        self.shortages = False
        changed -= decider or changed.browse()
        changed._mail("changed")
        self._tell()

    def _shorten_line(self, line, quantity, instead):
        """Leave less of a line, and put something else beside it; tell whether anything changed."""
        order, wanted = line.order_id, line.product_uom_qty
        left = min(max(quantity, 0.0), wanted)
        if line.product_uom_id.compare(left, wanted) >= 0:
            return False
        order._cart_update_line_quantity(line.id, left, exact_quantity=left)
        if instead:
            order._cart_add(instead.id, wanted - left)
        return True


class ProductProduct(models.Model):
    _inherit = "product.product"

    def _is_chasqui_on_sale(self):
        """Tell whether the shop still sells this."""
        return self.active and self.sale_ok and self.product_tmpl_id.is_published
