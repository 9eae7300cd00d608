from odoo import fields, models


class ResPartnerBank(models.Model):
    _inherit = "res.partner.bank"

    chasqui_alias = fields.Char(
        string="Alias", help="The words that stand for the account's number, as LECHUGA.TOMATE.HUERTA."
    )
