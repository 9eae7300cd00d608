from odoo import api, fields, models

VERSIONED_FIELDS = {"name", "short_meaning", "meaning", "legal_note"}


class ChasquiSeal(models.Model):
    """What a seal meant on a date."""

    _inherit = "chasqui.seal"

    version_ids = fields.One2many(
        comodel_name="chasqui.seal.version", inverse_name="seal_id", string="Versions"
    )

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        seals = super().create(vals_list)
        seals._keep_version()
        return seals

    def write(self, vals):
        res = super().write(vals)
        if vals.keys() & VERSIONED_FIELDS:
            self._keep_version()
        return res

    # === BUSINESS METHODS === #

    def _keep_version(self):
        """Write down what these seals mean from today on.

        What was changed today, and nothing granted under it yet, is still being written: it stays the
        same version.
        """
        today = self.env["chasqui.store"]._get_today()
        for seal_sudo in self.sudo():
            version = seal_sudo._get_version()
            if not version or version.date_from != today or version.grant_ids:
                version = version.create(
                    {
                        "seal_id": seal_sudo.id,
                        "number": version.number + 1,
                        "date_from": today,
                        "name": seal_sudo.name,
                    }
                )
            version._copy_texts()

    def _get_version(self, day=None):
        """Return, as sudo, the version of this seal that holds on a day, by default the newest."""
        self.ensure_one()
        domain = [("seal_id", "=", self.id)]
        if day:
            domain.append(("date_from", "<=", day))
        return self.env["chasqui.seal.version"].sudo().search(domain, limit=1)

    @api.model
    def _translate_versions(self):
        """Let the newest versions speak the languages that have come: their files go past `write`."""
        seals_sudo = self.sudo().with_context(active_test=False).search([])
        versions_sudo = self.env["chasqui.seal.version"].union(*(seal._get_version() for seal in seals_sudo))
        versions_sudo._add_languages()
