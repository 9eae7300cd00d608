import werkzeug.exceptions

from odoo import models
from odoo.http import request


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @classmethod
    def _pre_dispatch(cls, rule, arguments):
        """Lead from a product on the platform's site, which sells nothing, to its store.

        Before Odoo looks whether the visitor may see it here: it is another company's.
        """
        product = arguments.get("product")
        if rule.endpoint.routing["type"] == "http" and isinstance(product, models.BaseModel):
            cls._leave_platform(product)
        return super()._pre_dispatch(rule, arguments)

    @classmethod
    def _leave_platform(cls, product):
        website = request.env["website"].get_current_website()
        if product._name != "product.template" or not website._is_chasqui_storeless_platform():
            return
        template_sudo = request.env["product.template"].sudo().browse(product.id).exists()
        url = template_sudo._get_chasqui_store_url()
        if not url:
            raise werkzeug.exceptions.NotFound
        werkzeug.exceptions.abort(request.redirect(url, local=False))
