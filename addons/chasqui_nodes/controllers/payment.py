from odoo import http
from odoo.exceptions import ValidationError
from odoo.fields import Command
from odoo.http import request

from odoo.addons.chasqui_store.controllers.payment import PaymentPortal
from odoo.addons.sale.controllers.portal import CustomerPortal

from .collective_purchase import FLASH_KEY, ChasquiCollectivePurchase


class ChasquiCollectivePayment(ChasquiCollectivePurchase):
    """Pay for one's own basket, or for the baskets of all, without an account."""

    @http.route(
        "/collective/purchase/<int:collective_id>/pay",
        type="http",
        auth="public",
        website=True,
        methods=["GET"],
        sitemap=False,
    )
    def pay(self, collective_id, **_kw):
        participant_sudo = self._get_participant(collective_id)
        collective_sudo = participant_sudo.collective_id
        url = collective_sudo._get_url()
        orders_sudo = participant_sudo._get_orders_to_pay()
        if not orders_sudo:
            request.session[FLASH_KEY] = participant_sudo._get_why_not_to_pay()
            return request.redirect(url)
        amount = participant_sudo._get_amount_to_pay()
        values = CustomerPortal._get_payment_values(
            CustomerPortal(), orders_sudo[:1], is_down_payment=True, payment_amount=amount
        )
        values.update(
            amount=amount,
            transaction_route=f"{url}/transaction",
            landing_route=url,
            collective=collective_sudo,
            me=participant_sudo,
        )
        return request.render("chasqui_nodes.purchase_pay", values)


class ChasquiPaymentPortal(PaymentPortal):
    @http.route(
        "/collective/purchase/<int:collective_id>/transaction", type="jsonrpc", auth="public", website=True
    )
    def collective_transaction(self, collective_id, amount=None, access_token=None, **kwargs):
        """Create the payment of what this person pays for; what it comes to is ours to say."""
        participant_sudo = ChasquiCollectivePurchase()._get_participant(collective_id)
        orders_sudo = participant_sudo._get_orders_to_pay()
        if not orders_sudo:
            raise ValidationError(participant_sudo._get_why_not_to_pay())
        self._validate_transaction_kwargs(kwargs)
        tx_sudo = self._create_transaction(
            amount=participant_sudo._get_amount_to_pay(),
            currency_id=participant_sudo.currency_id.id,
            partner_id=participant_sudo.partner_id.id,
            custom_create_values={"sale_order_ids": [Command.set(orders_sudo.ids)]},
            **kwargs,
        )
        return tx_sudo._get_processing_values()
