from odoo import api, models
from odoo.exceptions import AccessError

# Talking about a record changes nothing of it.
TALK_FIELDS = {"activity_ids", "message_ids", "message_follower_ids", "message_main_attachment_id"}


class ChasquiGuardedMixin(models.AbstractModel):
    """A record that goes through steps: what people write of it depends on the step it is at.

    All else is written by the steps themselves, as superuser and after their own checks.
    """

    _name = "chasqui.guarded.mixin"
    _description = "Record that changes by steps"

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            for vals in vals_list:
                self._check_only(vals, self._get_initial_fields())
        return super().create(vals_list)

    def write(self, vals):
        if not self.env.su:
            for record in self:
                self._check_only(vals, record._get_writable_fields())
        return super().write(vals)

    @api.model
    def _get_initial_fields(self):
        """Return the fields that whoever creates a record may give."""
        raise NotImplementedError

    def _get_writable_fields(self):
        """Return the fields that the user may write at this step."""
        raise NotImplementedError

    @api.model
    def _check_only(self, vals, names):
        forbidden = vals.keys() - names - TALK_FIELDS
        if forbidden:
            raise AccessError(
                self.env._(
                    "This cannot be written here, or not now (%s): it changes by its buttons.",
                    ", ".join(sorted(forbidden)),
                )
            )
