"""A network of many stores to be found in the portal. Runs inside Odoo's shell, which hands over `env`."""

PLACES = ((-34.57, -59.11), (-31.42, -64.18), (-32.95, -60.64), (-24.19, -65.3), (-41.13, -71.31))
KINDS = ("cooperative", "family_farm", "recovered_factory", "social_enterprise")


def list_stores(env, first, count, products):
    """Open stores that the directory shows: a company, a website and products each, no books."""
    env = env(context={**env.context, "chasqui_provisioning": True, "tracking_disable": True})
    companies = env["res.company"].create(
        [{"name": f"Puesto {number}"} for number in range(first, first + count)]
    )
    websites = env["website"].create(
        [
            {
                "name": company.name,
                "company_id": company.id,
                "domain": f"http://puesto-{first + position}.localhost:8069",
            }
            for position, company in enumerate(companies)
        ]
    )
    stores = env["chasqui.store"].create(
        [
            _prepare_store_vals(env, first + position, company, website)
            for position, (company, website) in enumerate(zip(companies, websites, strict=True))
        ]
    )
    _stock_shelves(env, companies, products)
    stores.write({"state": "open"})
    env.cr.commit()
    return len(stores)


def _prepare_store_vals(env, number, company, website):
    states = env.ref("base.ar").state_ids.sorted("id")
    latitude, longitude = PLACES[number % len(PLACES)]
    company.partner_id.write(
        {
            "partner_latitude": latitude + (number * 7 % 100) / 50,
            "partner_longitude": longitude + (number * 13 % 100) / 50,
        }
    )
    return {
        "name": company.name,
        "slug": f"puesto-{number}",
        "country_id": env.ref("base.ar").id,
        "vat": str(20_000_000_000 + number),
        "city": f"Pueblo {number % 60}",
        "state_id": states[number % len(states)].id,
        "tagline": "De la quinta a tu mesa, sin patrón",
        "organisation_type": KINDS[number % len(KINDS)],
        "manager_name": f"Gestora {number}",
        "manager_email": f"puesto-{number}@example.com",
        "company_id": company.id,
        "website_id": website.id,
    }


def _stock_shelves(env, companies, products):
    categories = env["product.public.category"].create([{"name": f"Rubro {number}"} for number in range(12)])
    env["product.template"].create(
        [
            {
                "name": f"Cosa {position}",
                "company_id": company.id,
                "list_price": 100.0 + position,
                "is_published": True,
                "public_categ_ids": [(6, 0, categories[(company.id + position) % len(categories)].ids)],
            }
            for company in companies
            for position in range(products)
        ]
    )
