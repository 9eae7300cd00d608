"""Stores and products, the stock way and ours. Runs inside Odoo's shell, which hands over `env`.

What is compared is made alike: the products by the same lines for both, and so is all a shopper needs to
buy: a warehouse with stock, two delivery methods, payment by wire transfer. Only the birth of a store
differs, and it is timed. Each function returns what JSON can carry.
"""

import time

BASE_HOST = "localhost:8069"
CATEGORIES = ("Almacén", "Verdulería", "Limpieza")
CUIT_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
PLENTY = 1_000_000


def make_stock_stores(env, first, count, products):
    """Make stores as stock Odoo does: a company with its country, then its website."""
    env["ir.config_parameter"].set_param("sale.async_emails", "True")  # as Chasqui has it
    return [_make_stock_store(env, number, products) for number in range(first, first + count)]


def make_chasqui_stores(env, first, count, products):
    """Make stores as Chasqui provisions them."""
    return [_make_chasqui_store(env, number, products) for number in range(first, first + count)]


def _make_stock_store(env, number, products):
    begun = time.perf_counter()
    company = env["res.company"].create({"name": _name(number), "country_id": env.ref("base.ar").id})
    env.cr.commit()
    website = env["website"].create(_prepare_stock_website_vals(env, company, number))
    env.cr.commit()
    seconds = time.perf_counter() - begun
    env = env(context={**env.context, "allowed_company_ids": company.ids})
    company, website = company.with_env(env), website.with_env(env)
    env["stock.warehouse"].create({"name": company.name, "code": f"T{number}", "company_id": company.id})
    _enable_wire_transfer(company, website)
    _create_carriers(company, website)
    return _stock_up(company, website, number, products, seconds)


def _make_chasqui_store(env, number, products):
    begun = time.perf_counter()
    store = env["chasqui.store"].create(_prepare_chasqui_store_vals(env, number))
    store._provision()
    env.cr.commit()
    seconds = time.perf_counter() - begun
    store.write({"state": "open"})
    env = env(context={**env.context, "allowed_company_ids": store.company_id.ids})
    store = store.with_env(env)
    return _stock_up(store.company_id, store.website_id, number, products, seconds)


def _prepare_stock_website_vals(env, company, number):
    lang = env["res.lang"].search([("code", "=", "es_AR")])
    return {
        "name": company.name,
        "company_id": company.id,
        "domain": f"http://{_slug(number)}.{BASE_HOST}",
        "default_lang_id": lang.id,
        "language_ids": [(6, 0, lang.ids)],
        "homepage_url": "/shop",
    }


def _prepare_chasqui_store_vals(env, number):
    return {
        "name": _name(number),
        "slug": _slug(number),
        "country_id": env.ref("base.ar").id,
        "vat": _cuit(number),
        "street": "Roque Sáenz Peña 352",
        "zip": "B1876",
        "city": "Bernal",
        "manager_name": f"Gestora {number}",
        "manager_email": f"gestora-{number}@example.com",
    }


def _name(number):
    return f"Tienda {number}"


def _slug(number):
    return f"tienda-{number}"


def _mark(number):
    """Return what the names of a store's products have and no other store's."""
    return f"({_slug(number)})"


def _cuit(number):
    """Return a valid CUIT of a company, different for each number."""
    digits = f"30{71000000 + number:08d}"
    check = 11 - sum(int(d) * w for d, w in zip(digits, CUIT_WEIGHTS, strict=True)) % 11
    return digits + str({11: 0, 10: 9}.get(check, check))


def _enable_wire_transfer(company, website):
    provider = _wire_transfer(company)
    provider.write({"state": "enabled", "is_published": True, "website_id": website.id})


def _wire_transfer(company):
    return company.env["payment.provider"].search(
        [("company_id", "=", company.id), ("custom_mode", "=", "wire_transfer")], limit=1
    )


def _create_carriers(company, website):
    for sequence, name in enumerate(("Retiro", "Envío a domicilio")):
        product = company.env["product.product"].create(
            {"name": name, "type": "service", "company_id": company.id, "sale_ok": False}
        )
        company.env["delivery.carrier"].create(
            {
                "name": name,
                "sequence": sequence,
                "delivery_type": "fixed",
                "product_id": product.id,
                "company_id": company.id,
                "website_id": website.id,
                "is_published": True,
            }
        )


def _stock_up(company, website, number, count, seconds):
    """Give a store its products; return what visitors need to know of it."""
    env = company.env
    products = env["product.product"].create(_prepare_products_vals(company, website, number, count))
    warehouse = env["stock.warehouse"].search([("company_id", "=", company.id)], limit=1)
    for product in products:
        env["stock.quant"]._update_available_quantity(product, warehouse.lot_stock_id, PLENTY)
    carrier = env["delivery.carrier"].search(
        [("company_id", "=", company.id), ("delivery_type", "=", "fixed")], order="sequence desc", limit=1
    )
    env.cr.commit()
    return {
        "host": f"{_slug(number)}.{BASE_HOST}",
        "seconds": seconds,
        "product_id": products[0].id,
        "product_template_id": products[0].product_tmpl_id.id,
        "product_name": products[0].name,
        "mark": _mark(number),
        "product_path": products[0].website_url,
        "carrier_id": carrier.id,
        "provider_id": _wire_transfer(company).id,
        "guest": _prepare_guest_vals(env),
    }


def _prepare_guest_vals(env):
    """Return what a guest enters in the address form; Odoo's one asks Argentines for tax data."""
    return {
        "name": "Juana Vecina",
        "email": "juana@example.com",
        "phone": "+54 11 4365 7100",
        "street": "Roque Sáenz Peña 352",
        "city": "Bernal",
        "zip": "B1876",
        "country_id": env.ref("base.ar").id,
        "state_id": env.ref("base.state_ar_b").id,
        "vat": "23456789",
        "l10n_latam_identification_type_id": env.ref("l10n_ar.it_dni").id,
        "l10n_ar_afip_responsibility_type_id": env.ref("l10n_ar.res_CF").id,
    }


def _prepare_products_vals(company, website, number, count):
    categories = company.env["product.public.category"].create(
        [{"name": name, "website_id": website.id} for name in CATEGORIES]
    )
    return [
        {
            "name": f"Producto {position} {_mark(number)}",
            "company_id": company.id,
            "list_price": 100.0 + position,
            "type": "consu",
            "is_storable": True,
            "allow_out_of_stock_order": False,
            "is_published": True,
            "description_sale": "Hecho sin patrón, en el barrio.",
            "public_categ_ids": [(6, 0, categories[position % len(categories)].ids)],
        }
        for position in range(count)
    ]
