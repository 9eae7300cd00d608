from markupsafe import Markup

from odoo import models

TOLD = ("asked_back", "granted", "transition", "refused", "withdrawn")


class ChasquiSealGrant(models.Model):
    """Tells a store's managers what those who review decided."""

    _inherit = "chasqui.seal.grant"

    def _tell_stores(self, state, reason):
        """Write one mail to each store, however many of its claims were decided at once."""
        if state not in TOLD:
            return
        for company_sudo, grants_sudo in self.sudo().grouped("company_id").items():
            store_sudo = company_sudo.chasqui_store_ids[:1]
            managers_sudo = store_sudo._get_seal_managers()
            if managers_sudo:
                told = grants_sudo.with_context(lang=managers_sudo[0].lang)
                store_sudo.message_notify(
                    partner_ids=managers_sudo.ids, **told._prepare_notice(state, reason)
                )

    def _prepare_notice(self, state, reason):
        label = dict(self._fields["state"]._description_selection(self.env))[state]
        items = Markup().join(Markup("<li>%s</li>") % grant.display_name for grant in self)
        why = Markup("<p>%s</p>") % reason if reason else ""
        return {
            "subject": self.env._("Seals: %s", label),
            "body": Markup("<p>%s</p><ul>%s</ul>%s") % (label, items, why),
        }
