from secrets import token_urlsafe
from uuid import uuid4

from odoo import SUPERUSER_ID, models
from odoo.exceptions import UserError

from odoo.addons.chasqui_nodes.models.chasqui_node_member import LIVE_STATES

FORGOTTEN_FIELDS = (
    "email",
    "phone",
    "street",
    "street2",
    "zip",
    "city",
    "state_id",
    "vat",
    "ref",
    "function",
    "website",
    "comment",
    "image_1920",
    "company_name",
    "partner_latitude",
    "partner_longitude",
)


class ResPartner(models.Model):
    """Somebody leaves: what is theirs is deleted; books keep their figures, of nobody by name.

    Posted invoices stay as they were issued, as the law asks of each store. Other addons forget what
    they keep by extending :meth:`_chasqui_forget`.
    """

    _inherit = "res.partner"

    def _get_chasqui_reasons_to_stay(self):
        """Return, in sentences, what this person has to settle before they can leave."""
        reasons = [
            self.env._("You take part in “%s”, which is not over yet.", one.collective_id.name)
            for one in self._get_chasqui_groups()
        ]
        reasons += [
            self.env._("You coordinate the node “%s”: hand it over first.", member.node_id.name)
            for member in self._get_chasqui_node_members()
            if member.state == "accepted" and member.is_coordinator
        ]
        undelivered_sudo = (
            self.env["sale.order"]
            .sudo()
            .search(
                [
                    *self._get_chasqui_purchases_domain(),
                    "|",
                    ("state", "=", "sent"),
                    ("delivery_status", "in", ("pending", "started", "partial")),
                ]
            )
        )
        reasons += [
            self.env._(
                "Your purchase %(number)s at %(store)s is still on its way.",
                number=order.name,
                store=order.company_id.name,
            )
            for order in undelivered_sudo
        ]
        reasons += [
            self.env._("You and %s still have an account to settle.", balance["company"].name)
            for balance in self._get_chasqui_balances()
            if not balance["currency"].is_zero(balance["amount"])
        ]
        return reasons

    def _chasqui_leave(self):
        """Delete the account of these people, with all that nobody has to keep."""
        for partner_sudo in self.with_user(SUPERUSER_ID):  # Odoo lets nobody end their own account
            reasons = partner_sudo._get_chasqui_reasons_to_stay()
            if reasons:
                raise UserError("\n".join(reasons))
            partner_sudo._chasqui_forget()

    def _chasqui_forget(self):
        """Delete what is only this person's, and take their name off the rest."""
        people_sudo = self | self.with_context(active_test=False).child_ids
        self._chasqui_forget_account()
        self._chasqui_forget_purchases(people_sudo)
        self._chasqui_forget_talk(people_sudo)
        people_sudo.with_context(tracking_disable=True).write(
            {"name": self.env._("Somebody who left"), **dict.fromkeys(FORGOTTEN_FIELDS, False)}
        )
        people_sudo.with_context(tracking_disable=True).active = False

    def _chasqui_forget_account(self):
        """End the account: no password, no sign-in name, no sessions, no keys."""
        for user in self.user_ids:
            user.write(
                {
                    "login": f"left-{uuid4()}",
                    "password": token_urlsafe(32),
                    "signature": False,
                    "chasqui_seal_ids": [(5, 0, 0)],
                    "chasqui_generation": user.chasqui_generation + 1,
                }
            )
            user.api_key_ids._remove()
            self.env["chasqui.sign.in"].search([("user_id", "=", user.id)]).unlink()
            self.env["res.device.log"].search([("user_id", "=", user.id)]).unlink()
            user.active = False

    def _chasqui_forget_purchases(self, people):
        """Delete carts and favourites; old links to orders lead nowhere; groups keep a nameless line."""
        self.env["product.wishlist"].search([("partner_id", "in", people.ids)]).unlink()
        orders = self.env["sale.order"].search([("partner_id", "in", people.ids)])
        orders.filtered(lambda order: order.state == "draft" and not order.chasqui_collective_id).unlink()
        orders.exists().with_context(tracking_disable=True).access_token = False
        moves = self.env["account.move"].search([("partner_id", "in", people.ids)])
        moves.with_context(tracking_disable=True).access_token = False
        self.env["payment.token"].search([("partner_id", "in", people.ids)]).active = False
        participants = self.env["chasqui.collective.participant"].search([("partner_id", "in", people.ids)])
        nameless = {"name": self.env._("Somebody who left"), "phone": False, "email": False}
        participants.write(nameless)
        members = self._get_chasqui_node_members()
        members.write({**nameless, "note": False})
        members.filtered(lambda member: member.state in LIVE_STATES).state = "left"

    def _chasqui_forget_talk(self, people):
        """Delete what was noted on their sheet; what they wrote to stores stays, without their address."""
        on_sheet = [("model", "=", "res.partner"), ("res_id", "in", people.ids)]
        self.env["mail.message"].search(on_sheet).unlink()
        self.env["ir.attachment"].search(
            [("res_model", "=", "res.partner"), ("res_id", "in", people.ids), ("res_field", "=", False)]
        ).unlink()
        self.env["mail.message"].search([("author_id", "in", people.ids)]).email_from = False
        self.env["mail.followers"].search([("partner_id", "in", people.ids)]).unlink()
        self.env["website.visitor"].search([("partner_id", "in", people.ids)]).unlink()
        self.env["chasqui.person.look"].search([("partner_id", "in", people.ids)]).unlink()
