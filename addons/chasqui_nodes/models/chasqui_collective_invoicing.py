from odoo import api, fields, models
from odoo.exceptions import UserError


class ChasquiCollectiveOrder(models.Model):
    """Invoices: one for each basket, or one to an organisation for them all, as chosen at the start."""

    _inherit = "chasqui.collective.order"

    invoicing = fields.Selection(
        selection=[("each", "One for each person"), ("whole", "One to an organisation, for all")],
        string="Invoices",
        required=True,
        default="each",
    )
    invoice_partner_id = fields.Many2one(
        comodel_name="res.partner", string="Invoiced organisation", ondelete="restrict", copy=False
    )

    @api.model
    def _create_organisation(self, store, organisation, address):
        """Return who is invoiced for the whole: a customer of this store alone."""
        place = {key: value for key, value in (address or {}).items() if key in ("street", "city", "zip")}
        company = store.company_id
        return self.env["res.partner"].create(
            {
                "is_company": True,
                "company_id": company.id,
                "country_id": company.country_id.id,
                "state_id": company.partner_id.state_id.id,
                "name": organisation["name"],
                **self._get_tax_vals(company, organisation.get("vat")),
                **place,
            }
        )

    def _get_tax_vals(self, company, number):
        """Return how the organisation is known to the tax authority, if it said so."""
        if not number:
            return {}
        cuit = self.env.ref("l10n_ar.it_cuit", raise_if_not_found=False)
        if cuit and company.country_id.code == "AR":
            return {"vat": number, "l10n_latam_identification_type_id": cuit.id}
        return {"vat": number}

    # === ACTIONS === #

    def action_invoice(self):
        """Make the invoices of what can be invoiced; those that are there are shown."""
        self.ensure_one()
        orders = self._get_confirmed_orders().filtered(lambda order: order.invoice_status == "to invoice")
        if orders:
            orders._create_invoices(grouped=self.invoicing == "each")
        elif not self._get_invoices():
            raise UserError(self.env._("There is nothing to invoice yet."))
        return self.action_view_invoices()

    def action_view_invoices(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("account.action_move_out_invoice_type")
        return {**action, "domain": [("id", "in", self._get_invoices().ids)], "context": {"create": False}}

    # === BUSINESS METHODS === #

    def _get_invoices(self):
        return self.order_ids.invoice_ids

    def _get_invoiced(self, participant):
        """Return who the invoice of a basket is for."""
        return self.invoice_partner_id if self.invoicing == "whole" else participant.partner_id


class ChasquiCollectiveParticipant(models.Model):
    _inherit = "chasqui.collective.participant"

    # === ACTIONS === #

    def action_credit(self):
        """Make the credit note of this person's basket, and of nobody else's."""
        self.ensure_one()
        invoices = self.order_id.invoice_ids.filtered(
            lambda move: move.state == "posted" and move.move_type == "out_invoice"
        )
        if not invoices:
            raise UserError(self.env._("The basket of %s was not invoiced.", self.name))
        refunds = self.env["account.move"]
        for invoice in invoices:
            refunds |= self._credit(invoice)
        action = self.env["ir.actions.act_window"]._for_xml_id("account.action_move_out_refund_type")
        return {**action, "views": [(False, "form")], "res_id": refunds[:1].id, "context": {"create": False}}

    def _credit(self, invoice):
        """Return the credit note of what this person has on an invoice, which may be of many."""
        refund = invoice._reverse_moves(
            [
                {
                    "ref": self.env._(
                        "Credit of %(name)s: %(invoice)s", name=self.name, invoice=invoice.name
                    ),
                    "invoice_date": fields.Date.context_today(self),
                }
            ]
        )
        others = refund.invoice_line_ids.filtered(
            lambda line: line.sale_line_ids and line.sale_line_ids.order_id != self.order_id
        )
        if others:
            refund.write({"invoice_line_ids": [fields.Command.delete(line.id) for line in others]})
        return refund
