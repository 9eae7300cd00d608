"""Groups that buy together. Runs inside Odoo's shell after `data`, whose names it may use."""

import time
from datetime import timedelta

PEOPLE, LINES = 100, 10


def open_group(env, template_id, people):
    """Start a purchase with this many people at a product's store; return how each of them gets in."""
    store = _get_store(env, template_id)
    collective = _start_group(store, people)
    env.cr.commit()
    return {
        "path": collective._get_url(),
        "tokens": collective.participant_ids.mapped("token"),
        "products": [
            [product.id, product.product_tmpl_id.id] for product in _get_products(env, store.company_id)
        ],
    }


def count_baskets(env, tokens):
    """Return how many things each of these people has in their basket."""
    people = env["chasqui.collective.participant"].search([("token", "in", tokens)])
    found = {person.token: sum(person.order_id.order_line.mapped("product_uom_qty")) for person in people}
    return [found[token] for token in tokens]


def confirm_group(env, template_id):
    """Return how many seconds it takes to confirm a hundred baskets together."""
    store = _get_store(env, template_id)
    env = store.env
    collective = _start_group(store, PEOPLE)
    products = _get_products(env, store.company_id)[:LINES]
    env["sale.order.line"].create(
        [
            {"order_id": order.id, "product_id": product.id, "product_uom_qty": 2}
            for order in collective.order_ids
            for product in products
        ]
    )
    collective.participant_ids.state = "ready"
    collective._close()
    env.cr.commit()
    env.invalidate_all()
    begun = time.perf_counter()
    collective._confirm_queued()
    env.cr.commit()
    seconds = time.perf_counter() - begun
    if collective.state != "confirmed" or len(collective.batch_id.picking_ids) != PEOPLE:
        raise RuntimeError(f"The group was not confirmed: {collective.state} {collective.problem}")
    return seconds


def confirm_singly(env, template_id):
    """Return how many seconds a hundred confirmations take stock Odoo, one after the other."""
    company = env["product.template"].browse(template_id).company_id
    env = env(context={**env.context, "allowed_company_ids": company.ids})
    products = _get_products(env, company)[:LINES]
    website = env["website"].search([("company_id", "=", company.id)], limit=1)
    partners = env["res.partner"].create([_prepare_person(number) for number in range(PEOPLE)])
    orders = env["sale.order"].create(
        [
            {
                "partner_id": partner.id,
                "company_id": company.id,
                "website_id": website.id,
                "order_line": [
                    (0, 0, {"product_id": product.id, "product_uom_qty": 2}) for product in products
                ],
            }
            for partner in partners
        ]
    )
    env.cr.commit()
    env.invalidate_all()
    begun = time.perf_counter()
    for order in orders:
        order.action_confirm()
        env.cr.commit()
        env.invalidate_all()
    seconds = time.perf_counter() - begun
    if len(orders.picking_ids) != PEOPLE:
        raise RuntimeError("Not every order has its transfer")
    return seconds


def _get_store(env, template_id):
    company = env["product.template"].browse(template_id).company_id
    env = env(context={**env.context, "allowed_company_ids": company.ids})
    return env["chasqui.store"].search([("company_id", "=", company.id)])


def _start_group(store, people):
    env = store.env
    store._get_buying_way("collective").is_on = True
    collective = env["chasqui.collective.order"]._start(
        store,
        _prepare_person(0),
        address={"name": "La cuadra", "street": "Roque Sáenz Peña 352", "city": "Bernal"},
        name="La cuadra",
        place_kind="home",
        deadline=env.cr.now() + timedelta(days=2),
    )
    for number in range(1, people):
        collective._join(_prepare_person(number))
    return collective


def _prepare_person(number):
    return {"name": f"Persona {number}", "phone": "11 5555 0000", "email": f"persona-{number}@example.com"}


def _get_products(env, company):
    return env["product.product"].search(
        [("company_id", "=", company.id), ("is_storable", "=", True)], order="id"
    )
