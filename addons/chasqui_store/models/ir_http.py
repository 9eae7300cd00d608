from odoo import models
from odoo.http import request


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @classmethod
    def _pre_dispatch(cls, rule, args):
        """Enter the store before Odoo checks whether the record that the address names may be read."""
        if request.is_frontend:
            request.chasqui_visit = cls._get_store_visit()
            if request.chasqui_visit:
                _user_id, company_id = request.chasqui_visit
                request.update_context(allowed_company_ids=[company_id])
        super()._pre_dispatch(rule, args)

    @classmethod
    def _frontend_pre_dispatch(cls):
        """Let a shopper into the store they visit, for this request only.

        It must be known before Odoo chooses the companies of the request: Odoo takes the website's
        company where ``_get_company_ids`` has it, and the user's own otherwise.
        """
        request.chasqui_visit = cls._get_store_visit()
        super()._frontend_pre_dispatch()

    @classmethod
    def _get_store_visit(cls):
        """Return ``(user id, company id)`` of a signed-in shopper on a store's website, or nothing."""
        user = request.env.user
        if not user.share or user._is_public():
            return None
        website = request.env["website"].get_current_website()
        if not website._get_chasqui_store_id():
            return None
        return user.id, website._get_cached("company_id")

    def routing_map(self, key=None):
        """Share one map of routes, of several megabytes, between websites without own rewrites."""
        if not key and request:
            key = request.website_routing
        return super().routing_map(key=self.env["website"]._get_routing_scope(key))
