from odoo import fields, models


class ResUsers(models.Model):
    """All that the network keeps about a shopper, in words that they understand.

    Other addons add what they keep: a section is ``(name, title, rows)``, each row a dictionary whose
    keys are what a person would call it.
    """

    _inherit = "res.users"

    def _get_chasqui_data(self):
        """Return the sections of what is kept about the present user, asked for by themselves."""
        partner_sudo = self.env.user.partner_id.sudo()
        _ = self.env._
        return [
            ("person", _("Who you are"), self._get_chasqui_person_rows(partner_sudo)),
            ("addresses", _("Addresses"), self._get_chasqui_address_rows(partner_sudo)),
            ("purchases", _("Purchases"), self._get_chasqui_purchase_rows(partner_sudo)),
            ("products", _("What you bought"), self._get_chasqui_product_rows(partner_sudo)),
            ("invoices", _("Invoices"), self._get_chasqui_invoice_rows(partner_sudo)),
            ("groups", _("Collective purchases"), self._get_chasqui_group_rows(partner_sudo)),
            ("nodes", _("Nodes"), self._get_chasqui_node_rows(partner_sudo)),
            ("favourites", _("Favourites"), self._get_chasqui_favourite_rows(partner_sudo)),
            ("seals", _("Seals you care about"), self._get_chasqui_seal_rows()),
            ("messages", _("Messages you wrote"), self._get_chasqui_message_rows(partner_sudo)),
            (
                "stores",
                _("Stores that can see your name and address"),
                self._get_chasqui_store_rows(partner_sudo),
            ),
            ("looks", _("Who opened your sheet"), self._get_chasqui_look_rows(partner_sudo)),
            ("devices", _("Where you signed in"), self._get_chasqui_device_rows()),
        ]

    def _get_chasqui_person_rows(self, partner):
        _ = self.env._
        user = self.env.user
        return [
            {
                _("Name"): partner.name,
                _("E-mail"): partner.email or "",
                _("Sign-in name"): user.login,
                _("Phone"): partner.phone or "",
                _("Tax or identity number"): partner.vat or "",
                _("Language"): partner.lang or "",
                _("Account since"): self._format_chasqui_time(user.create_date),
            }
        ]

    def _get_chasqui_address_rows(self, partner):
        _ = self.env._
        addresses = partner | partner.child_ids
        return [
            {
                _("Name"): address.name or partner.name,
                _("Street"): ", ".join(filter(None, (address.street, address.street2))),
                _("City"): " ".join(filter(None, (address.zip, address.city))),
                _("Province"): address.state_id.name or "",
                _("Country"): address.country_id.name or "",
                _("Phone"): address.phone or "",
            }
            for address in addresses
        ]

    def _get_chasqui_orders(self, partner):
        return (
            self.env["sale.order"]
            .sudo()
            .search(
                [("partner_id", "child_of", partner.commercial_partner_id.ids)],
                order="date_order desc, id desc",
            )
        )

    def _get_chasqui_purchase_rows(self, partner):
        _ = self.env._
        states = dict(self.env["sale.order"]._fields["state"]._description_selection(self.env))
        return [
            {
                _("Number"): order.name,
                _("Store"): order._get_chasqui_store_sudo().name or order.company_id.name,
                _("Date"): self._format_chasqui_time(order.date_order),
                _("State"): states[order.state],
                _("Bought with"): order._get_chasqui_way()[1],
                _("Total"): order.amount_total,
                _("Currency"): order.currency_id.name,
            }
            for order in self._get_chasqui_orders(partner)
        ]

    def _get_chasqui_product_rows(self, partner):
        _ = self.env._
        lines = self._get_chasqui_orders(partner).order_line.filtered(lambda line: not line.display_type)
        return [
            {
                _("Purchase"): line.order_id.name,
                _("Product"): line.name,
                _("Quantity"): line.product_uom_qty,
                _("Unit"): line.product_uom_id.name or "",
                _("Price"): line.price_unit,
                _("Total"): line.price_total,
            }
            for line in lines
        ]

    def _get_chasqui_invoice_rows(self, partner):
        _ = self.env._
        moves = (
            self.env["account.move"]
            .sudo()
            .search(
                [
                    ("partner_id", "child_of", partner.commercial_partner_id.ids),
                    ("move_type", "in", ("out_invoice", "out_refund", "out_receipt")),
                    ("state", "=", "posted"),
                ]
            )
        )
        return [
            {
                _("Number"): move.name,
                _("Store"): move.company_id.name,
                _("Date"): str(move.invoice_date or ""),
                _("Total"): move.amount_total_signed,
                _("Left to pay"): move.amount_residual_signed,
                _("Currency"): move.currency_id.name,
            }
            for move in moves
        ]

    def _get_chasqui_group_rows(self, partner):
        _ = self.env._
        participants = (
            self.env["chasqui.collective.participant"]
            .sudo()
            .search([("partner_id", "child_of", partner.commercial_partner_id.ids)])
        )
        return [
            {
                _("Purchase"): one.collective_id.name,
                _("Store"): one.collective_id.store_id.name,
                _("Name"): one.name,
                _("Phone"): one.phone or "",
                _("E-mail"): one.email or "",
                _("Coordinator"): _("yes") if one.is_coordinator else _("no"),
            }
            for one in participants
        ]

    def _get_chasqui_node_rows(self, partner):
        _ = self.env._
        members = partner._get_chasqui_node_members()
        states = dict(members._fields["state"]._description_selection(self.env))
        return [
            {
                _("Node"): member.node_id.name,
                _("State"): states[member.state],
                _("Name"): member.name,
                _("Phone"): member.phone or "",
                _("E-mail"): member.email or "",
            }
            for member in members
        ]

    def _get_chasqui_favourite_rows(self, partner):
        _ = self.env._
        wishes = self.env["product.wishlist"].sudo().search([("partner_id", "=", partner.id)])
        return [{_("Product"): wish.product_id.name, _("Store"): wish.website_id.name} for wish in wishes]

    def _get_chasqui_seal_rows(self):
        return [{self.env._("Seal"): seal.name} for seal in self.env.user.sudo().chasqui_seal_ids]

    def _get_chasqui_message_rows(self, partner):
        _ = self.env._
        messages = (
            self.env["mail.message"]
            .sudo()
            .search(
                [("author_id", "=", partner.id), ("message_type", "in", ("comment", "email"))], limit=1000
            )
        )
        return [
            {
                _("Date"): self._format_chasqui_time(message.date),
                _("On"): message.record_name or "",
                _("Text"): message.preview or "",
            }
            for message in messages
        ]

    def _get_chasqui_store_rows(self, partner):
        stores = partner.chasqui_dealing_company_ids.chasqui_store_ids
        return [{self.env._("Store"): store.name} for store in stores.sorted("name")]

    def _get_chasqui_look_rows(self, partner):
        _ = self.env._
        looks = self.env["chasqui.person.look"]._get_looks(partner)
        return [{_("Date"): str(date), _("Store"): name} for date, name in looks]

    def _get_chasqui_device_rows(self):
        _ = self.env._
        logs = (
            self.env["res.device.log"]
            .sudo()
            .search([("user_id", "=", self.env.uid)], order="last_activity desc", limit=100)
        )
        return [
            {
                _("Last time"): self._format_chasqui_time(log.last_activity),
                _("Device"): " ".join(filter(None, (log.platform, log.browser))),
                _("Address on the network"): log.ip_address or "",
            }
            for log in logs
        ]

    def _format_chasqui_time(self, moment):
        return str(fields.Datetime.context_timestamp(self.env.user, moment))[:16] if moment else ""
