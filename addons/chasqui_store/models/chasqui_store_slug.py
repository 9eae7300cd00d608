from odoo import fields, models


class ChasquiStoreSlug(models.Model):
    """Every slug a store has, or had: one table, so that one index keeps them all apart."""

    _name = "chasqui.store.slug"
    _description = "Present or former address of a store"
    _order = "id desc"
    _rec_name = "slug"

    slug = fields.Char(required=True, readonly=True)
    store_id = fields.Many2one(
        comodel_name="chasqui.store",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )

    _slug_unique = models.UniqueIndex(
        "(slug)", "This address belongs to another store, or belonged to one and leads there."
    )
