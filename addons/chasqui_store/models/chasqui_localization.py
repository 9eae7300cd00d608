from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError


class ChasquiLocalization(models.Model):
    """A country where organisations can be set up, and the books they get there.

    Installing its modules is an administrator's act in the settings, never part of a request
    that sets up an organisation.
    """

    _name = "chasqui.localization"
    _description = "Country with books for stores"
    _order = "sequence, id"
    _rec_name = "country_id"

    sequence = fields.Integer(default=10)
    country_id = fields.Many2one(comodel_name="res.country", required=True, ondelete="restrict")
    chart_template = fields.Char(required=True, help="Code of the chart of accounts, for example ar_base.")
    module_name = fields.Char(required=True, help="The module that has this chart, for example l10n_ar.")
    installed = fields.Boolean(compute="_compute_installed")

    _country_unique = models.UniqueIndex("(country_id)", "This country is already in the list.")

    def _compute_installed(self):
        installed = self.env["ir.module.module"]._installed()
        for localization in self:
            localization.installed = localization.module_name in installed

    def action_install(self):
        """Install the localisation's modules, with their companions for this country."""
        if not self.env.is_system():
            raise AccessError(self.env._("Only administrators can install a localisation."))
        modules = self.env["ir.module.module"].search(
            [("name", "in", self.mapped("module_name")), ("state", "=", "uninstalled")]
        )
        return modules.button_immediate_install()

    @api.model
    def _get_default_country(self):
        return self.sudo().search([]).filtered("installed")[:1].country_id


class ResCountry(models.Model):
    _inherit = "res.country"

    def _get_chasqui_lang(self):
        """Return the country's language where it is installed, else the database's own."""
        langs = self.env["res.lang"].search([])
        return (
            langs.filtered(lambda lang: lang.code.endswith(f"_{self.code}"))
            or langs.filtered(lambda lang: lang.code.startswith("es_"))
            or langs
        )[:1]

    def _get_chasqui_localization(self):
        """Return this country's localisation if its modules are installed, as sudo."""
        return (
            self.env["chasqui.localization"]
            .sudo()
            .search([("country_id", "in", self.ids)])
            .filtered("installed")
        )

    def _check_chasqui_localization(self):
        for country in self:
            if not country._get_chasqui_localization():
                raise UserError(
                    self.env._(
                        "There are no books for %s yet. An administrator can install them in the"
                        " settings; until then nobody can be set up there.",
                        country.name,
                    )
                )
