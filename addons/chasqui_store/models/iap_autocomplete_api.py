from odoo import api, models


class IapAutocompleteApi(models.AbstractModel):
    """What staff type of a contact is told to nobody: Odoo's paid service is never asked."""

    _inherit = "iap.autocomplete.api"

    @api.model
    def _request_partner_autocomplete(self, action, params, timeout=15):
        """Answer as Odoo does where there is no contract, but without asking for one."""
        return False, "No account token"


class ResPartner(models.Model):
    _inherit = "res.partner"

    @api.model
    def autocomplete_by_vat(self, vat, query_country_id, timeout=15):
        """Propose nothing: Odoo would go on to ask the European Union's register."""
        return []


class ResCompany(models.Model):
    _inherit = "res.company"

    def iap_enrich_auto(self):
        """Look up no new company: the service would be told of every store."""
        return True
