"""Neighbours who do things at the same moment: in purchases of their own, and in a node."""

import json
import re
from concurrent.futures import ThreadPoolExecutor

import requests

WORKERS = 8
#: begins each script that runs in Odoo's shell
BEGIN = """
import json
from datetime import timedelta
from odoo import SUPERUSER_ID, api, fields
from odoo.exceptions import UserError
from odoo.service.model import PG_CONCURRENCY_EXCEPTIONS_TO_RETRY

context = dict(env.context, tracking_disable=True, no_reset_password=True)
env = env(context=context)

def race(*deeds):
    '''Let all begin in the same moment, each in a transaction of its own, and go through one after the other.

    Who is refused begins again, as Odoo lets a request do. Return what each person was told.
    '''
    cursors = [env.registry.cursor() for _deed in deeds]
    for cr in cursors:
        cr.execute("SELECT count(*) FROM res_partner")
    told = []
    for cr, deed in zip(cursors, deeds):
        try:
            try:
                deed(api.Environment(cr, SUPERUSER_ID, context))
                cr.commit()
            except PG_CONCURRENCY_EXCEPTIONS_TO_RETRY:
                cr.rollback()
                deed(api.Environment(cr, SUPERUSER_ID, context))
                cr.commit()
            told.append("")
        except UserError as error:
            cr.rollback()
            told.append(str(error))
        cr.close()
    env.cr.rollback()
    env.invalidate_all()
    return told
"""

STORE = """
company = env.ref("base.main_company")
website = company.website_id or env["website"].search([("company_id", "=", company.id)], limit=1)
warehouse = env["stock.warehouse"].search([("company_id", "=", company.id)], limit=1)
website.warehouse_id = warehouse
store = company.chasqui_store_ids or env["chasqui.store"].create({
    "name": "Last units", "slug": "last-units", "state": "open",
    "company_id": company.id, "website_id": website.id,
})
store._get_buying_way("collective").is_on = True

def make_product(units):
    product = env["product.product"].create({
        "name": f"Last {units}", "type": "consu", "is_storable": True, "taxes_id": False,
        "list_price": 100.0, "website_published": True, "allow_out_of_stock_order": False,
    })
    env["stock.quant"].with_context(inventory_mode=True).create({
        "product_id": product.id, "location_id": warehouse.lot_stock_id.id, "inventory_quantity": units,
    }).action_apply_inventory()
    return product

def make_group(product, *quantities):
    '''Start a purchase whose people, the coordinator first, want so many and are ready.'''
    def person(number):
        return {"name": f"Person {number}", "phone": "11 5555 0000", "email": f"person-{number}@example.com"}
    group = env["chasqui.collective.order"]._start(
        store, person(0), address={"name": "Block", "street": "Street 1", "city": "Bernal"},
        name="The block", place_kind="home", deadline=fields.Datetime.now() + timedelta(days=2),
    )
    for number in range(1, len(quantities)):
        group._join(person(number))
    for participant, quantity in zip(group.participant_ids.sorted("id"), quantities):
        participant.order_id._cart_add(product.id, quantity)
        participant._set_ready()
    return group
"""

CONFIRMING = f"""{BEGIN}{STORE}
product = make_product(%(units)s)
groups = [make_group(product, *quantities) for quantities in %(groups)s]
result = [
    {{"id": group.id, "path": group._get_url(), "token": group.coordinator_id.token}} for group in groups
]
env.cr.commit()
print("RESULT" + json.dumps(result))
"""

PAYING = f"""{BEGIN}{STORE}
provider = env.ref("payment.payment_provider_transfer").copy({{"company_id": company.id, "state": "test"}})
method = env.ref("payment.payment_method_unknown")

def pay(env, person_id):
    '''Begin to pay one's basket, as the page lets people do.'''
    person = env["chasqui.collective.participant"].browse(person_id)
    orders = person._get_orders_to_pay()
    if not orders:
        raise UserError("There is nothing to pay.")
    return env["payment.transaction"].create({{
        "provider_id": provider.id, "payment_method_id": method.id, "amount": person._get_amount_to_pay(),
        "currency_id": orders.currency_id.id, "partner_id": person.partner_id.id,
        "sale_order_ids": [(6, 0, orders.ids)],
    }})

def receive(env, tx_id):
    '''Hear from the bank that the money came.'''
    tx = env["payment.transaction"].browse(tx_id)
    tx.state = "done"
    tx._check_amount_and_confirm_order()

def call_off(env, group_id):
    env["chasqui.collective.order"].browse(group_id)._cancel()

result = []
for moment in ("begins", "comes"):
    for pays_first in (True, False):
        group = make_group(make_product(9), 1, 2)
        person = group.participant_ids.sorted("id")[1]
        order, amount = person.order_id, person.amount_total
        tx = pay(env, person.id) if moment == "comes" else None
        env.cr.commit()
        deeds = [
            (lambda env: receive(env, tx.id)) if tx else (lambda env: pay(env, person.id)),
            lambda env: call_off(env, group.id),
        ]
        told = race(*(deeds if pays_first else deeds[::-1]))
        if order.transaction_ids.state == "draft":
            race(lambda env: receive(env, order.transaction_ids.id))
        result.append({{
            "group": group.state,
            "told": told,
            "payments": len(order.transaction_ids),
            "paid": sum(order.transaction_ids.mapped("amount")),
            "given_back": order.chasqui_given_back,
            "asked_to_give_back": len(order.activity_ids),
            "chosen": amount,
            "cart": person.amount_total,
            "payments_of_cart": len(person.order_id.transaction_ids),
        }})
print("RESULT" + json.dumps(result))
"""

NODE = f"""{BEGIN}
slug = "%(slug)s"
node = env["chasqui.node"].create({{
    "name": slug, "slug": slug, "city": "Bernal", "capacity": %(capacity)s, "state": "running",
}})
node._renew_invitation()
portal = env.ref("base.group_portal")

def make_person(name):
    login = f"{{slug}}-{{name}}"
    user = env["res.users"].create(
        {{"name": login, "login": login, "password": login, "group_ids": [(6, 0, portal.ids)]}}
    )
    return user.partner_id

def coordinate(name):
    return env["chasqui.node.member"].create({{
        "node_id": node.id, "partner_id": make_person(name).id, "name": name, "role": "coordinator",
        "state": "accepted", "joined_on": "2026-01-01",
    }})

rosa = coordinate("rosa")
people = [make_person(number) for number in range(%(people)s)]
"""

INVITED = f"""{NODE}
env.cr.commit()
print("RESULT" + json.dumps(node.invitation_token))
"""

COMING_AND_GOING = f"""{NODE}
asking = [node._ask_to_join(person).id for person in people]
env.cr.commit()

def take_in(member_id):
    return lambda env: env["chasqui.node.member"].browse(member_id)._accept()

def leave(member_id):
    return lambda env: env["chasqui.node.member"].browse(member_id)._leave()

taken_in = race(*map(take_in, asking))
in_node = node.member_count
node.capacity = 0
coordinators = [rosa.id, coordinate("nora").id]
env.cr.commit()
left = race(*map(leave, coordinators))
print("RESULT" + json.dumps({{
    "taken_in": taken_in, "in_node": in_node, "left": left,
    "coordinators": len(node._get_general_coordinators()),
}}))
"""


def run(server, script):
    """Run a script in Odoo's shell; return what it answers."""
    return json.loads(server.shell(script).split("RESULT")[1])


def at_once(deeds):
    """Do all in the same moment; return their answers, in order."""
    with ThreadPoolExecutor(WORKERS) as pool:
        return [doing.result() for doing in [pool.submit(deed) for deed in deeds]]


class Phone:
    """The browser of somebody who presses the buttons of a page.

    :param url: address of the site
    :param session: of somebody who has signed in, if they have
    """

    def __init__(self, url, session=None):
        self.url = url
        self.session = session or requests.Session()
        self.key = ""

    def opens(self, path):
        """Open a page; return its text."""
        answer = self.session.get(self.url + path, timeout=120)
        answer.raise_for_status()
        self.key = re.search(r'name="csrf_token" value="([^"]+)"', answer.text)[1]
        return answer.text

    def presses(self, path, **values):
        """Send a form of the page that is open; return the page that follows."""
        answer = self.session.post(self.url + path, {"csrf_token": self.key, **values}, timeout=120)
        answer.raise_for_status()
        return answer.text
