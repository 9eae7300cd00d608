from odoo import fields, models


class ResUsers(models.Model):
    _inherit = "res.users"

    chasqui_seal_category_ids = fields.Many2many(
        comodel_name="chasqui.seal.category",
        relation="chasqui_seal_category_reviewer",
        column1="user_id",
        column2="category_id",
        string="Reviews seals of",
        help="Of the commission: the categories that this person reviews; none means all.",
    )

    def _get_invalidation_fields(self):
        """Rules on what may be reviewed are cached with these."""
        return super()._get_invalidation_fields() | {"chasqui_seal_category_ids"}
