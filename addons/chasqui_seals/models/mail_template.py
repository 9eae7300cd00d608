from odoo import api, models


class MailTemplate(models.Model):
    _inherit = "mail.template"

    def _generate_template(self, res_ids, render_fields, *args, **kwargs):
        """Tell at the end of the mails about an order what seals its basket carries."""
        values = super()._generate_template(res_ids, render_fields, *args, **kwargs)
        if "body_html" in render_fields and self in self._get_order_templates():
            for order in self.env["sale.order"].browse(values):
                values[order.id]["body_html"] += order._render_basket_seals()
        return values

    @api.model
    def _get_order_templates(self):
        """Return the templates that tell shoppers what they bought."""
        names = ("sale.mail_template_sale_confirmation", "chasqui_store.mail_template_order_to_pay")
        return self.browse().concat(
            *(self.env.ref(name, raise_if_not_found=False) or self.browse() for name in names)
        )
