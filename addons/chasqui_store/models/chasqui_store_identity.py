from odoo import api, models


class ChasquiStore(models.Model):
    """What no two stores share, and what a store's own staff may not change of it."""

    _inherit = "chasqui.store"

    _name_key_unique = models.UniqueIndex(
        "(name_key)", "Another store already has this name, or one that only looks different."
    )
    _vat_key_unique = models.UniqueIndex(
        "(vat_key) WHERE vat_key IS NOT NULL", "Another store already has this tax ID."
    )

    @api.model
    def _get_workflow_fields(self):
        return super()._get_workflow_fields() | {"manager_id", "slug_ids", "state", "website_id"}

    @api.model
    def _get_identity_fields(self):
        return super()._get_identity_fields() | {"own_domain", "slug", "umbrella_id"}

    def _sync_company(self, fnames):
        super()._sync_company(fnames)
        if "name" in fnames:
            for store in self.filtered("website_id"):
                store.website_id.name = store.name
