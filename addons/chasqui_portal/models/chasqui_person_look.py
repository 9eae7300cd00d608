from odoo import api, fields, models
from odoo.tools import SQL

from odoo.addons.chasqui_store.tools.transaction import own_transaction

KEPT_DAYS = 365


class ChasquiPersonLook(models.Model):
    """A day on which staff opened the sheet of a shopper in the back office.

    Shoppers see which store it was. Lists, searches, prints and orders show names, too, and are not
    counted: what is promised is what is measured.
    """

    _name = "chasqui.person.look"
    _description = "Look at a Person's Data"
    _log_access = False
    _order = "date desc, id desc"

    partner_id = fields.Many2one(comodel_name="res.partner", required=True, ondelete="cascade")
    company_id = fields.Many2one(comodel_name="res.company", required=True, ondelete="cascade")
    user_id = fields.Many2one(comodel_name="res.users", required=True, ondelete="cascade")
    date = fields.Date(required=True)

    _once_a_day = models.UniqueIndex("(partner_id, company_id, user_id, date)")

    @api.model
    def _note(self, partner, company, user):
        """Note that a user of a company opened a person's sheet today."""
        with own_transaction(self.env) as cr:
            cr.execute(
                SQL(
                    """
                    INSERT INTO chasqui_person_look (partner_id, company_id, user_id, date)
                         VALUES (%s, %s, %s, %s)
                    ON CONFLICT DO NOTHING
                    """,
                    partner.id,
                    company.id,
                    user.id,
                    fields.Date.context_today(self),
                )
            )

    @api.model
    def _get_looks(self, partner):
        """Return who looked: ``(date, name of the store)``, the latest first."""
        looks_sudo = self.sudo().search([("partner_id", "=", partner.id)], limit=100)
        pairs = [
            (look.date, look.company_id.chasqui_store_ids[:1].name or look.company_id.name)
            for look in looks_sudo
        ]
        return list(dict.fromkeys(pairs))

    @api.autovacuum
    def _gc_looks(self):
        old = fields.Date.subtract(fields.Date.today(), days=KEPT_DAYS)
        self.search([("date", "<", old)], limit=10000).unlink()
