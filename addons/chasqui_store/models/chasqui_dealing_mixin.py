from odoo import api, models


class ChasquiDealingMixin(models.AbstractModel):
    """A document through which a contact deals with a company: an order, an invoice, a transfer.

    Contacts are shared by all stores, and the staff of one may see only those who deal with it. That
    is written down when it comes about, so that a record rule can ask for it at the cost of a join.
    """

    _name = "chasqui.dealing.mixin"
    _description = "Document of a contact's dealings with a store"

    @api.model_create_multi
    def create(self, vals_list):
        documents = super().create(vals_list)
        documents._record_dealings()
        return documents

    def write(self, vals):
        res = super().write(vals)
        if vals.keys() & {"company_id", *self._get_dealing_partner_fields()}:
            self._record_dealings()
        return res

    @api.model
    def _get_dealing_partner_fields(self):
        """Return the fields whose contacts the company of the document deals with."""
        return ["partner_id"]

    def _record_dealings(self):
        """Note that the contacts of these documents deal with the companies of these documents."""
        pairs = set()
        for document in self.sudo():
            partners = self.env["res.partner"].union(
                *(document[name] for name in self._get_dealing_partner_fields())
            )
            partners |= partners.commercial_partner_id
            pairs.update((partner.id, document.company_id.id) for partner in partners)
        self.env["res.partner"]._add_dealings(
            (partner_id, company_id) for partner_id, company_id in pairs if company_id
        )

