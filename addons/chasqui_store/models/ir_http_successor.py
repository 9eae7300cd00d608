import werkzeug.exceptions

from odoo import models
from odoo.http import request


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @classmethod
    def _pre_dispatch(cls, rule, arguments):
        """Lead from a product to the one that followed it when its store graduated.

        Before Odoo looks whether the visitor may see the old one, which is archived.
        """
        product = arguments.get("product")
        if rule.endpoint.routing["type"] == "http" and isinstance(product, models.BaseModel):
            successor_sudo = cls._get_successor(product)
            if successor_sudo:
                werkzeug.exceptions.abort(request.redirect(successor_sudo.website_url, code=301))
        return super()._pre_dispatch(rule, arguments)

    @classmethod
    def _get_successor(cls, product):
        """Return what followed this product, as sudo; its own cursor is closed by now."""
        templates_sudo = request.env["product.template"].sudo()
        if product._name != templates_sudo._name:
            return templates_sudo
        return templates_sudo.browse(templates_sudo._get_successor_ids().get(product.id)).exists()
