from odoo import api, fields, models

SPEAKS_OF = [
    ("product", "The product"),
    ("process", "How it is produced"),
    ("organisation", "Who makes or sells it"),
]


class ChasquiSealCategory(models.Model):
    """What a family of seals speaks of: a product, how it is produced, or an organisation."""

    _name = "chasqui.seal.category"
    _description = "Category of Seals"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    code = fields.Char(required=True, help="A fixed name, for addresses and interchange.")
    speaks_of = fields.Selection(selection=SPEAKS_OF, required=True, default="product")
    sequence = fields.Integer(default=10)
    seal_ids = fields.One2many(comodel_name="chasqui.seal", inverse_name="category_id", string="Seals")

    _code_unique = models.UniqueIndex("(code)", "There is already a category with this code.")

    @api.model_create_multi
    def create(self, vals_list):
        """Who reviews all categories reviews the new ones too: rules on that are cached."""
        self.env.registry.clear_cache()
        return super().create(vals_list)
