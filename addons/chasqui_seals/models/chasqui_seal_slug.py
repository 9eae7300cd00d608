from odoo import fields, models


class ChasquiSealSlug(models.Model):
    """A former address of a seal, which leads to the present one."""

    _name = "chasqui.seal.slug"
    _description = "Former address of a seal"
    _rec_name = "slug"

    slug = fields.Char(required=True, readonly=True)
    seal_id = fields.Many2one(
        comodel_name="chasqui.seal", required=True, readonly=True, index=True, ondelete="cascade"
    )

    _slug_unique = models.UniqueIndex("(slug)", "This address belonged to another seal, and leads there.")
