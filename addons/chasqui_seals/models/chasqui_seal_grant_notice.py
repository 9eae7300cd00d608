from markupsafe import Markup

from odoo import models
from odoo.tools import format_date

TOLD = ("asked_back", "granted", "transition", "refused", "withdrawn")
LISTED = 20  # a mail names so many claims, and leads to the rest


class ChasquiSealGrant(models.Model):
    """Tells a store's managers what those who review decided."""

    _inherit = "chasqui.seal.grant"

    def _tell_stores(self, state, reason):
        """Write one mail to each store, however many of its claims were decided at once."""
        if state not in TOLD:
            return
        for company_sudo, grants_sudo in self.sudo().grouped("company_id").items():
            managers_sudo = company_sudo.chasqui_store_ids[:1]._get_seal_managers()
            if managers_sudo:
                told = grants_sudo.with_context(lang=managers_sudo[0].lang)
                # Of no record: the button of its mail would lead to one of them, or to the store.
                self.env["mail.thread"].sudo().message_notify(
                    partner_ids=managers_sudo.ids, **told._prepare_notice(state, reason)
                )

    def _prepare_notice(self, state, reason):
        label = dict(self._fields["state"]._description_selection(self.env))[state]
        return {
            "subject": self.env._("Seals: %s", label),
            "body": Markup("<p>%s</p>%s%s")
            % (self._describe_decision(state), self._list_links(), self._quote(reason)),
        }

    def _describe_decision(self, state):
        """Return the sentence that says what was decided, and what the store can do now."""
        return {
            "asked_back": self.env._(
                "Before they decide, those who review have a question. Answer it in the claim, and hand it in"
                " again:"
            ),
            "granted": self.env._("Granted. From today on your shop shows it:"),
            "transition": self.env._(
                "In transition: it is granted when what is still to be done is done, by %s. Then add to the"
                " claim what shows it, and hand it in again:",
                format_date(self.env, self[:1].transition_deadline),
            ),
            "refused": self.env._("Not granted; the reason is below. You may claim it again:"),
            "withdrawn": self.env._("Withdrawn; the reason is below. Your shop does not show it any more:"),
        }[state]

    def _list_links(self):
        """Return the list of these claims for a mail, each with the way to it."""
        items = [
            Markup('<li><a href="%s">%s</a></li>') % (grant._get_form_url(), grant.display_name)
            for grant in self[:LISTED]
        ]
        if len(self) > LISTED:
            items.append(Markup("<li>%s</li>") % self.env._("and %s more", len(self) - LISTED))
        return Markup("<ul>%s</ul>") % Markup().join(items)

    def _quote(self, reason):
        return Markup('<p style="white-space: pre-line">“%s”</p>') % reason if reason else ""

    def _get_form_url(self):
        """Return the address of the claim in the back office."""
        self.ensure_one()
        return f"{self.env['chasqui.store']._get_platform_url()}/odoo/{self._name}/{self.id}"
