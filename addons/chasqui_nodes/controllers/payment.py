from odoo import http
from odoo.exceptions import ValidationError
from odoo.fields import Command
from odoo.http import request

from odoo.addons.chasqui_store.controllers.payment import PaymentPortal
from odoo.addons.sale.controllers.portal import CustomerPortal

from .collective_purchase import ChasquiCollectivePurchase


class ChasquiCollectivePayment(ChasquiCollectivePurchase):
    """One payment for the baskets of all, by who coordinates."""

    @http.route(
        "/collective/purchase/<int:collective_id>/pay",
        type="http",
        auth="public",
        website=True,
        methods=["GET"],
        sitemap=False,
    )
    def pay(self, collective_id, **_kw):
        collective_sudo = self._get_participant(collective_id)._get_to_pay_for_all()
        if not collective_sudo:
            return request.redirect(f"/collective/purchase/{collective_id}")
        left = collective_sudo._get_amount_left()
        values = CustomerPortal._get_payment_values(
            CustomerPortal(), collective_sudo._get_confirmed_orders()[:1], payment_amount=left
        )
        url = collective_sudo._get_url()
        values.update(transaction_route=f"{url}/transaction", landing_route=url, collective=collective_sudo)
        return request.render("chasqui_nodes.purchase_pay", values)


class ChasquiPaymentPortal(PaymentPortal):
    @http.route(
        "/collective/purchase/<int:collective_id>/transaction", type="jsonrpc", auth="public", website=True
    )
    def collective_transaction(self, collective_id, amount=None, access_token=None, **kwargs):
        """Create the one payment of all baskets; what it comes to is ours to say."""
        participant_sudo = ChasquiCollectivePurchase()._get_participant(collective_id)
        collective_sudo = participant_sudo._get_to_pay_for_all()
        if not collective_sudo:
            raise ValidationError(request.env._("There is nothing left to pay."))
        orders_sudo = collective_sudo._get_confirmed_orders()
        self._validate_transaction_kwargs(kwargs)
        tx_sudo = self._create_transaction(
            amount=collective_sudo._get_amount_left(),
            currency_id=collective_sudo.currency_id.id,
            partner_id=participant_sudo.partner_id.id,
            custom_create_values={"sale_order_ids": [Command.set(orders_sudo.ids)]},
            **kwargs,
        )
        return tx_sudo._get_processing_values()
