from odoo import models

# What a store is, as opposed to what it says and does: the platform decides it.
PLATFORM_FIELDS = {
    "active",
    "company_id",
    "website_id",
    "slug",
    "manager_id",
    "provisioning_state",
    "provisioning_error",
    "provisioning_step_ids",
}


class ChasquiStore(models.Model):
    _inherit = "chasqui.store"

    def _has_field_access(self, field, operation):
        """Leave to the platform what a store is.

        Members get the company of their store, so that whoever could write the company of a store
        could give themselves any other.
        """
        if operation == "write" and field.name in PLATFORM_FIELDS and not self.env.su:
            return not self.env.user._is_chasqui_store_staff()
        return super()._has_field_access(field, operation)
