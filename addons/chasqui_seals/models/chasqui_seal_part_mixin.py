from odoo import api, fields, models


class ChasquiSealPartMixin(models.AbstractModel):
    """A part of a claim: written while the claim may be, by who may write it, and read with it."""

    _name = "chasqui.seal.part.mixin"
    _description = "Part of a claim of a seal"

    grant_id = fields.Many2one(
        comodel_name="chasqui.seal.grant", required=True, ondelete="cascade", index=True
    )

    @api.model_create_multi
    def create(self, vals_list):
        parts = super().create(vals_list)
        parts._check_part("create")
        return parts

    def write(self, vals):
        self._check_part("write")
        res = super().write(vals)
        if "grant_id" in vals:
            self._check_part("write")
        return res

    def unlink(self):
        self._check_part("unlink")
        return super().unlink()

    def _get_part_field(self):
        """Return the field of the claim that holds these records."""
        raise NotImplementedError

    def _check_part(self, operation):
        """The claim decides who may change what it holds, and when."""
        if not self.env.su:
            for grant in self.grant_id:
                grant._check_only({self._get_part_field(): operation}, grant._get_writable_fields())
