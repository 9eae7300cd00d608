from odoo import api, models
from odoo.tools import SQL


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

    @api.model
    def _record_all_dealings(self):
        """Note the dealings of all documents that there are, of all models that inherit this."""
        for name in self.pool.descendants([self._name], "_inherit"):
            model = self.env[name]
            if not model._abstract:
                model.flush_model()
                for field_name in model._get_dealing_partner_fields():
                    self.env.cr.execute(model._get_dealings_query(field_name))
        self.env["res.partner"].invalidate_model(["chasqui_dealing_company_ids"])

    def _get_dealings_query(self, field_name):
        return SQL(
            """
            INSERT INTO chasqui_partner_dealing (partner_id, company_id)
                 SELECT DISTINCT unnest(ARRAY[partner.id, partner.commercial_partner_id]),
                        document.company_id
                   FROM %(table)s AS document
                   JOIN res_partner AS partner ON partner.id = document.%(partner)s
                  WHERE document.company_id IS NOT NULL
            ON CONFLICT DO NOTHING
            """,
            table=SQL.identifier(self._table),
            partner=SQL.identifier(field_name),
        )
