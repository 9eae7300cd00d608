from odoo import fields, models


class ChasquiUmbrella(models.Model):
    """An organisation that lends its tax identity and books to small groups, and is no store.

    Each group is a branch: a store whose company has the umbrella's as its parent.
    """

    _name = "chasqui.umbrella"
    _description = "Umbrella organisation"
    _inherit = ["mail.thread", "chasqui.provisioning.mixin"]
    _order = "name, id"

    active = fields.Boolean(default=True)
    store_ids = fields.One2many(
        comodel_name="chasqui.store", inverse_name="umbrella_id", string="Groups", readonly=True
    )

    _name_key_unique = models.UniqueIndex(
        "(name_key)", "Another umbrella organisation already has this name."
    )
    _vat_key_unique = models.UniqueIndex(
        "(vat_key) WHERE vat_key IS NOT NULL",
        "Another umbrella organisation already has this tax ID.",
    )
    _company_unique = models.UniqueIndex(
        "(company_id) WHERE company_id IS NOT NULL", "This company is already an umbrella organisation's."
    )
