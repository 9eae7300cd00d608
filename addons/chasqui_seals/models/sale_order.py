from odoo import models


class SaleOrder(models.Model):
    _inherit = "sale.order"

    def _action_confirm(self):
        res = super()._action_confirm()
        self._keep_seals()
        return res

    # === BUSINESS METHODS === #

    def _keep_seals(self):
        """Note on each line what it was sold with: a seal that ends later leaves the past as it was."""
        for order in self:
            seals = order._get_seals_by_product()
            for line_sudo in order.sudo().order_line.filtered("product_id"):
                line_sudo.chasqui_seal_ids = seals.get(line_sudo.product_id.product_tmpl_id.id)

    def _get_seals_by_product(self):
        """Return `{product id: seals as sudo}` of the basket, near or not from where it is collected."""
        self.ensure_one()
        products = self.sudo().order_line.product_id.product_tmpl_id
        point_sudo = self.sudo().chasqui_pickup_point_id
        if point_sudo.latitude or point_sudo.longitude:
            products = products.with_context(
                chasqui_seal_places=[(point_sudo.latitude, point_sudo.longitude)]
            )
        return products._get_valid_seals()

    def _get_basket_seals(self):
        """Return `[(seal as sudo, its products' names)]` of what is, or is about to be, sold."""
        self.ensure_one()
        lines_sudo = self.sudo().website_order_line.filtered("product_id")
        now = {} if self.state == "sale" else self._get_seals_by_product()
        names = {}
        for line in lines_sudo:
            for seal in now.get(line.product_id.product_tmpl_id.id, line.chasqui_seal_ids):
                names.setdefault(seal, {})[line.name_short or line.product_id.name] = True
        return [(seal, list(names[seal])) for seal in sorted(names, key=_in_taxonomy)]

    def _render_basket_seals(self):
        """Return the basket's seals as they are told in a mail; nothing if there are none."""
        self.ensure_one()
        order = self.with_context(lang=self.partner_id.lang or self.env.lang)
        seals = order._get_basket_seals()
        if not seals:
            return ""
        return order.env["ir.qweb"]._render("chasqui_seals.mail_basket_seals", {"basket_seals": seals})


def _in_taxonomy(seal):
    return seal.category_sequence, seal.sequence, seal.id
