from odoo.exceptions import ValidationError
from odoo.http import request

from odoo.addons.website_sale.controllers.payment import PaymentPortal as WebsiteSalePaymentPortal

from ..shop_input import parse_id


class PaymentPortal(WebsiteSalePaymentPortal):
    """Whatever is paid, and wherever: through a provider of its seller, for goods that are held."""

    def _create_transaction(
        self,
        provider_id,
        payment_method_id,
        token_id,
        amount,
        currency_id,
        partner_id,
        flow,
        *args,
        custom_create_values=None,
        **kwargs,
    ):
        documents_sudo = self._get_paid_documents(custom_create_values, **kwargs)
        self._check_way_of_paying(
            documents_sudo,
            provider_id=provider_id,
            payment_method_id=payment_method_id,
            token_id=token_id,
            amount=amount,
            currency_id=currency_id,
            partner_id=partner_id,
            flow=flow,
        )
        if documents_sudo._name == "sale.order":
            documents_sudo.filtered(lambda o: o.state in ("draft", "sent"))._chasqui_check_hold()
        return super()._create_transaction(
            provider_id,
            payment_method_id,
            token_id,
            amount,
            currency_id,
            partner_id,
            flow,
            *args,
            custom_create_values=custom_create_values,
            **kwargs,
        )

    def _get_paid_documents(self, custom_create_values, sale_order_id=None, **_kwargs):
        """Return, as sudo, the orders or the invoices that are about to be paid."""
        values = custom_create_values or {}
        Transaction = request.env["payment.transaction"]
        for name in ("invoice_ids", "sale_order_ids"):
            if values.get(name):
                ids = Transaction._fields[name].convert_to_cache(values[name], Transaction)
                return request.env[Transaction._fields[name].comodel_name].sudo().browse(ids)
        return request.env["sale.order"].sudo().browse(parse_id(sale_order_id) or [])

    def _check_way_of_paying(self, documents, **values):
        """Raise unless the seller offers this way of paying for these documents.

        What is paid with no document is paid to whom the website belongs to.
        """
        order = documents if documents._name == "sale.order" else documents.browse()
        website = documents.website_id[:1] or request.env["website"].get_current_website()
        company = documents.company_id[:1] or website.sudo().company_id
        context = {
            "currency_id": values["currency_id"],
            "sale_order_id": order[:1].id,
            "website_id": website.id,
        }
        providers_sudo = (
            request.env["payment.provider"]
            .sudo()
            ._get_compatible_providers(company.id, values["partner_id"], values["amount"] or 0.0, **context)
            .filtered(lambda p: p.company_id == company and p.id == parse_id(values["provider_id"]))
        )
        if not providers_sudo or not self._is_method_of_provider(providers_sudo, values):
            raise ValidationError(request.env._("That way of paying is not available here."))

    def _is_method_of_provider(self, provider_sudo, values):
        """Return whether the method, or the saved token, belongs to the provider."""
        if values["flow"] == "token":
            tokens_sudo = request.env["payment.token"].sudo().browse(parse_id(values["token_id"]))
            return tokens_sudo.exists().provider_id == provider_sudo
        methods_sudo = provider_sudo.payment_method_ids
        return parse_id(values["payment_method_id"]) in (methods_sudo | methods_sudo.brand_ids).ids
