"""Shoppers who pay at the same time, against a real server, through a payment that happens elsewhere."""

import json
import random
from concurrent.futures import ThreadPoolExecutor

import requests

SETUP = """
import json
demo = env["ir.module.module"].search([("name", "=", "payment_demo"), ("state", "!=", "installed")])
if demo:
    demo.button_immediate_install()
env = env(context=dict(env.context, tracking_disable=True))
company = env.ref("base.main_company")
website = company.website_id or env["website"].search([("company_id", "=", company.id)], limit=1)
warehouse = env["stock.warehouse"].search([("company_id", "=", company.id)], limit=1)
website.write({"warehouse_id": warehouse.id})
if not company.chasqui_store_ids:
    store = env["chasqui.store"].create({
        "name": "Last units", "slug": "last-units", "state": "open",
        "company_id": company.id, "website_id": website.id,
    })
provider = env["payment.provider"].search([("code", "=", "demo"), ("company_id", "=", company.id)], limit=1)
journal = env["account.journal"].search([("type", "=", "bank"), ("company_id", "=", company.id)], limit=1)
provider.write({"state": "test", "is_published": True, "journal_id": journal.id})
method = provider.payment_method_ids[:1]
method.active = True
delivery = env["product.product"].create({"name": "Delivery", "type": "service", "taxes_id": False})
carrier = env["delivery.carrier"].create({
    "name": "Delivery", "delivery_type": "fixed", "product_id": delivery.id, "website_published": True,
    "company_id": company.id,
})
country = env.ref("base.ar")
result = {"provider": provider.id, "method": method.id, "products": {}}
for units in %(units)s:
    product = env["product.product"].create({
        "name": f"Last {units}", "type": "consu", "is_storable": True, "taxes_id": False,
        "list_price": 100.0, "website_published": True, "allow_out_of_stock_order": False,
    })
    env["stock.quant"].with_context(inventory_mode=True).create({
        "product_id": product.id, "location_id": warehouse.lot_stock_id.id, "inventory_quantity": units,
    }).action_apply_inventory()
    partners = env["res.partner"].create([
        {"name": f"Shopper {units}-{index}", "email": f"s{units}-{index}@example.com", "street": "Calle 1",
         "city": "Bernal", "zip": "1876", "country_id": country.id}
        for index in range(%(shoppers)s)
    ])
    orders = env["sale.order"].create([
        {"partner_id": partner.id, "website_id": website.id, "carrier_id": carrier.id,
         "order_line": [(0, 0, {"product_id": product.id, "product_uom_qty": 1})]}
        for partner in partners
    ])
    result["products"][units] = {
        "id": product.id,
        "orders": [(order.id, order._portal_ensure_token(), order.amount_total) for order in orders],
    }
env.cr.commit()
print("RESULT" + json.dumps(result))
"""


class Checkouts:
    """Carts that wait to be paid, one unit each, of products of which few are left.

    :param server: a running RealServer
    :param units: how many there are of each product
    :param shoppers: how many want one, for each product
    """

    def __init__(self, server, units, shoppers):
        self.server = server
        output = server.shell(SETUP % {"units": list(units), "shoppers": shoppers})
        data = json.loads(output.split("RESULT")[1])
        self.provider, self.method = data["provider"], data["method"]
        self.products = {int(key): value for key, value in data["products"].items()}

    def orders(self, *units):
        """Return the carts of some products, shuffled."""
        orders = [order for key in units for order in self.products[key]["orders"]]
        random.shuffle(orders)
        return orders

    def start_all(self, orders, at_once=16):
        """Start paying all at once; return what those got who may go on."""
        with ThreadPoolExecutor(at_once) as pool:
            return [payment for payment in pool.map(self.start, orders) if payment]

    def pay_all(self, payments, at_once=16):
        """Let all payments come back at once, done."""
        with ThreadPoolExecutor(at_once) as pool:
            list(pool.map(self.pay, payments))

    def start(self, order):
        """Start to pay one cart; return its session and reference, or None when it is refused."""
        order_id, token, amount = order
        session = requests.Session()
        answer = self._call(
            session,
            f"/shop/payment/transaction/{order_id}",
            access_token=token,
            provider_id=self.provider,
            payment_method_id=self.method,
            token_id=None,
            amount=amount,
            flow="direct",
            tokenization_requested=False,
            landing_route="/shop/payment/validate",
        )
        if "result" in answer:
            return session, answer["result"]["reference"]
        assert answer["error"]["data"]["name"] == "odoo.exceptions.ValidationError", answer
        return None

    def pay(self, payment):
        """Come back from the payment, and look at its status until the shop has answered."""
        session, reference = payment
        self._call(
            session,
            "/payment/demo/simulate_payment",
            reference=reference,
            payment_details="1234",
            simulated_state="done",
        )
        for _try in range(30):
            if "result" in self._call(session, "/payment/status/poll"):
                return
        raise AssertionError(f"{reference} was paid and never answered")

    def _call(self, session, path, **params):
        body = {"jsonrpc": "2.0", "method": "call", "id": 1, "params": params}
        response = session.post(self.server.url + path, json=body, timeout=300)
        response.raise_for_status()
        return response.json()

    # What became of it

    def count_orders(self, units, condition):
        return int(
            self.server.query(
                "SELECT count(DISTINCT o.id) FROM sale_order o JOIN sale_order_line l ON l.order_id = o.id"
                f" WHERE l.product_id = {self.products[units]['id']} AND {condition}"
            )
        )

    def count_assigned(self, units):
        return int(
            self.server.query(
                "SELECT count(*) FROM stock_move WHERE state = 'assigned' AND product_id ="
                f" {self.products[units]['id']}"
            )
        )

    def count_over_reserved(self, units):
        """Return how many units are reserved beyond what there is, in any place."""
        return float(
            self.server.query(
                "SELECT COALESCE(SUM(GREATEST(reserved_quantity - quantity, 0)), 0) FROM stock_quant q"
                " JOIN stock_location l ON l.id = q.location_id WHERE l.usage = 'internal'"
                f" AND product_id = {self.products[units]['id']}"
            )
        )

    def expire_holds(self):
        self.server.query("UPDATE chasqui_stock_hold SET expires_at = now() - interval '1 hour'")
