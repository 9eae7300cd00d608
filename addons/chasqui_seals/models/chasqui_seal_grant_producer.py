import hashlib
import secrets
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from .chasqui_seal_grant import CLAIMED_STATES

LINK_DAYS = 30
MAX_EVIDENCE = 20


class ChasquiSealGrant(models.Model):
    """A producer adds evidence of their own by a link, without an account.

    The link is for one claim, for a while, and for this alone. What is kept of it is a digest: whoever
    reads the database cannot use it.
    """

    _inherit = "chasqui.seal.grant"

    producer_digest = fields.Char(
        copy=False, readonly=True, index="btree_not_null", groups="base.group_system"
    )
    producer_link_until = fields.Datetime(string="Producer's link valid until", copy=False, readonly=True)

    # === ACTIONS === #

    def action_ask_producer(self):
        """Make a link for the producer, and show it: it cannot be read again."""
        self.ensure_one()
        self._check_claimant()
        self._check_step(*CLAIMED_STATES)
        producer_sudo = self._get_producer_sudo()
        if not producer_sudo:
            raise UserError(self.env._("Nobody is named as the producer of “%s”.", self.subject_name))
        invitation = self.env["chasqui.seal.producer.link"].create(
            {"grant_id": self.id, "url": self._make_producer_url(), "email": producer_sudo.email}
        )
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Ask the producer"),
            "res_model": invitation._name,
            "res_id": invitation.id,
            "view_mode": "form",
            "target": "new",
        }

    # === BUSINESS METHODS === #

    def _get_producer_sudo(self):
        return self.sudo().producer_id or self.sudo().product_tmpl_id.chasqui_producer_id

    def _make_producer_url(self):
        """Return the address of a new link; one made before does not work any more."""
        token = secrets.token_urlsafe(32)
        self.sudo().write(
            {
                "producer_digest": self._digest(token),
                "producer_link_until": fields.Datetime.now() + timedelta(days=LINK_DAYS),
            }
        )
        return f"{self.env['chasqui.store']._get_platform_url()}/seal-evidence/{token}"

    @api.model
    def _digest(self, token):
        return hashlib.sha256(token.encode()).hexdigest()

    @api.model
    def _get_by_producer_token(self, token):
        """Return, as sudo, the claim that a link is for while it takes evidence, or nothing."""
        return self.sudo().search(
            Domain("producer_digest", "=", self._digest(token))
            & Domain("producer_link_until", ">", fields.Datetime.now())
            & Domain("state", "in", CLAIMED_STATES),
            limit=1,
        )

    def _add_producer_evidence(self, author, vals_list):
        """Add what the producer shows, and note that they did."""
        given = self.evidence_ids.filtered(lambda evidence: evidence.given_by == "producer")
        if len(given) + len(vals_list) > MAX_EVIDENCE:
            raise UserError(
                self.env._("That is more than %s pieces of evidence: choose the best ones.", MAX_EVIDENCE)
            )
        self.env["chasqui.seal.evidence"].sudo().create(
            [{**vals, "grant_id": self.id, "given_by": "producer"} for vals in vals_list]
        )
        self._log_events("evidence", actor="producer", user_id=False, author=author)
