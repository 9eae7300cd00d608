from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

NUDGE_PAUSE = timedelta(hours=12)


class ChasquiNode(models.Model):
    """What a node writes, and to whom."""

    _inherit = "chasqui.node"

    # === BUSINESS METHODS === #

    @api.model
    def _get_email_from(self):
        """Return the sender of what nodes write: the network, not whoever pressed a button."""
        return self.env["website"]._get_chasqui_email_from()

    def _get_coordinator_emails(self):
        return ",".join(member.email for member in self._get_general_coordinators() if member.email)

    def _get_coordinator_lang(self):
        return self._get_general_coordinators().partner_id[:1].lang

    def _tell_coordinators(self, template, record):
        """Write to the general coordinators about something that waits for them."""
        if self._get_coordinator_emails():
            self.env.ref(template)._send_soon(record.ids)


class ChasquiNodeMember(models.Model):
    _inherit = "chasqui.node.member"

    nudged_at = fields.Datetime(readonly=True, copy=False)

    # === BUSINESS METHODS === #

    def _mail(self, template):
        """Write to those who left an address."""
        self.env.ref(template)._send_soon(self.filtered("email").ids)

    def _mail_about(self, template, purchase):
        """Write to those who left an address about a purchase of their node."""
        template = self.env.ref(template).with_context(chasqui_purchase_id=purchase.id)
        template._send_soon(self.filtered("email").ids)

    def _get_announced_purchase(self):
        """Return the purchase that a mail is about."""
        return self.env["chasqui.collective.order"].sudo().browse(self.env.context.get("chasqui_purchase_id"))

    def _get_purchase_url(self, purchase):
        """Return where a person fills their basket: on the node's page, or by the link without an account."""
        return self.node_id._get_member_url() if self.partner_id else purchase.sudo()._get_invitation_url()

    def _nudge(self, purchase):
        """Remind somebody who has not ordered, not more than once in half a day."""
        self.ensure_one()
        purchase._check_choosing()
        if not self.email:
            raise UserError(self.env._("%s left no e-mail address: call them.", self.name))
        now = fields.Datetime.now()
        if self.nudged_at and self.nudged_at > now - NUDGE_PAUSE:
            raise UserError(self.env._("%s was reminded already today.", self.name))
        self.nudged_at = now
        self._mail_about("chasqui_nodes.mail_template_node_nudge", purchase)
