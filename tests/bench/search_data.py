"""A network of a thousand stores for the portal's search. Runs inside Odoo's shell after `data`.

Stores and products are copies by SQL of two that were made as they should be; what the search knows of
them is written by the addon's own statement, with prices that are made up. Their names are drawn from the
Spanish words of Odoo's own translations, some much more often than others, as in a language.
"""

import random
import re
import time

from odoo.tools import SQL, file_open

WORDS = 6000
CATEGORIES = 40
SEALS = 12
BATCH = 2000
LETTERS = "abcdefghijklmnopqrstuvwxyz"
UNIQUE = ("id", "name", "name_key", "vat", "vat_key", "slug", "domain", "company_id", "website_id")


def fill_network(env, stores, products):
    """Copy the first store until there are so many, with so many products in all; return how long it took."""
    begun = time.perf_counter()
    store = env["chasqui.store"].search([("state", "=", "open")], limit=1)
    ids = [store.id] + [_copy_store(env, store, number) for number in range(stores - 1)]
    words = _read_words()
    companies = dict(
        env.execute_query(SQL("SELECT id, company_id FROM chasqui_store WHERE id = ANY(%s)", ids))
    )
    template = env["product.template"].search(
        [("company_id", "=", store.company_id.id), ("is_published", "=", True)], limit=1
    )
    _copy_products(env, template, [companies[id_] for id_ in ids], products // stores, words)
    _give_seals(env, ids)
    _write_search(env)
    env.cr.commit()
    return time.perf_counter() - begun


def search_seconds(env, count):
    """Return how long searches with a word and filters take, each with the words understood and the SQL."""
    from werkzeug.datastructures import MultiDict

    from odoo.addons.chasqui_portal.tools.product_query import ProductQuery

    portal = env["chasqui.portal.product"]
    seconds = []
    for number, url in enumerate(search_addresses(env, count + 5)):
        query = ProductQuery.from_values(MultiDict(url))
        portal._get_version()
        begun = time.perf_counter()
        portal._search_products(query)
        if number >= 5:
            seconds.append(time.perf_counter() - begun)
    return seconds


def search_addresses(env, count):
    """Return the values of so many different searches: a word or two, and none to three filters."""
    pick = random.Random(7)
    words = [
        word for (word,) in env.execute_query(SQL("SELECT shown FROM chasqui_portal_word ORDER BY word"))
    ]
    seals = env["chasqui.seal"].search([], limit=SEALS).mapped("slug")
    categories = env["product.public.category"].search([], limit=CATEGORIES).ids
    found = []
    for _ in range(count):
        values = [("q", " ".join(pick.sample(words, pick.choice((1, 1, 1, 2)))))]
        filters = [
            ("seal", pick.choice(seals)),
            ("category", str(pick.choice(categories))),
            ("at", "-34.70,-58.27"),
            ("way", "pickup"),
        ]
        found.append(values + pick.sample(filters, pick.randrange(4)))
    # what most people look for: the words that most products have
    common = _read_words()[:20]
    return [
        values if number % 2 else [("q", pick.choice(common)), *values[1:]]
        for number, values in enumerate(found)
    ]


def misspelt_share(env, count):
    """Return which share of words with one letter wrong find a product that has the right word."""
    from werkzeug.datastructures import MultiDict

    from odoo.addons.chasqui_portal.tools.product_query import ProductQuery

    pick = random.Random(11)
    rows = env.execute_query(
        SQL(
            "SELECT word, stem FROM chasqui_portal_word WHERE length(word) >= 4"
            " AND word ~ '^[a-z]+$' ORDER BY word"
        )
    )
    portal = env["chasqui.portal.product"]
    found = 0
    rows = pick.sample(rows, min(count, len(rows)))
    for word, stem in rows:
        typed = _misspell(word, pick)
        result = portal._search_products(ProductQuery.from_values(MultiDict([("q", typed)])))
        hits = env.execute_query(
            SQL(
                "SELECT 1 FROM chasqui_portal_product WHERE product_tmpl_id = ANY(%s)"
                " AND words @@ quote_literal(%s)::tsquery LIMIT 1",
                result.product_ids,
                stem,
            )
        )
        found += bool(hits)
    return found / len(rows)


def edit_seconds(env, count):
    """Return how long staff's change of a price takes until it can be found."""
    products = env["product.template"].search([("is_published", "=", True)], limit=count, order="id desc")
    seconds = []
    for product in products:
        begun = time.perf_counter()
        product.list_price += 1
        env.cr.flush()
        seconds.append(time.perf_counter() - begun)
    env.cr.rollback()
    return seconds


def _misspell(word, pick):
    at = pick.randrange(len(word))
    kind = pick.choice(("leave out", "add", "change", "swap"))
    if kind == "leave out":
        return word[:at] + word[at + 1 :]
    if kind == "add":
        return word[:at] + pick.choice(LETTERS) + word[at:]
    if kind == "change":
        return word[:at] + pick.choice(LETTERS.replace(word[at], "")) + word[at + 1 :]
    at = min(at, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _read_words():
    """Return Spanish words in a fixed, mixed order: the first ones will be the most frequent."""
    with file_open("base/i18n/es_419.po") as file:
        texts = re.findall(r'^msgstr "(.*)"$', file.read(), re.MULTILINE)
    words = sorted({word.lower() for text in texts for word in re.findall(r"[^\W\d_]{4,14}", text)})
    random.Random(3).shuffle(words)
    return words[:WORDS]


def _draw(pick, words):
    """Return a word, the first ones of the list much more often."""
    return words[int(len(words) * pick.random() ** 2)]


def _copy(env, table, row_id, **own):
    """Copy a row by SQL with some columns of its own; return the new id."""
    columns = [
        name
        for (name,) in env.execute_query(
            SQL(
                "SELECT column_name FROM information_schema.columns WHERE table_name = %s"
                " AND column_name != ALL(%s)",
                table,
                ["id", *own],
            )
        )
    ]
    names = SQL(", ").join(map(SQL.identifier, [*own, *columns]))
    values = SQL(", ").join([*(SQL("%s", value) for value in own.values()), *map(SQL.identifier, columns)])
    [[new_id]] = env.execute_query(
        SQL(
            "INSERT INTO %(table)s (%(names)s)"
            " SELECT %(values)s FROM %(table)s WHERE id = %(id)s RETURNING id",
            table=SQL.identifier(table),
            names=names,
            values=values,
            id=row_id,
        )
    )
    return new_id


def _copy_store(env, store, number):
    name = f"Copia {number} de tienda"
    company_id = _copy(env, "res_company", store.company_id.id, name=name)
    website_id = _copy(
        env,
        "website",
        store.website_id.id,
        name=name,
        domain=f"http://copia-{number}.localhost:8069",
        company_id=company_id,
    )
    store_id = _copy(
        env,
        "chasqui_store",
        store.id,
        name=name,
        slug=f"copia-{number}",
        name_key=f"copia{number}",
        vat=None,
        vat_key=None,
        company_id=company_id,
        website_id=website_id,
    )
    for table in ("chasqui_pickup_point", "chasqui_buying_way"):
        for (row_id,) in env.execute_query(
            SQL("SELECT id FROM %s WHERE store_id = %s", SQL.identifier(table), store.id)
        ):
            place = {}
            if table == "chasqui_pickup_point":
                place = {"latitude": -34.0 - number % 97 / 50, "longitude": -58.0 - number % 89 / 50}
            _copy(env, table, row_id, store_id=store_id, company_id=company_id, **place)
    carrier = env["delivery.carrier"].search([("company_id", "=", store.company_id.id)], limit=1)
    _copy(env, "delivery_carrier", carrier.id, company_id=company_id, website_id=website_id)
    return store_id


def _copy_products(env, template, company_ids, each, words):
    """Give each company products with names, producers and categories drawn by chance."""
    pick = random.Random(5)
    categories = env["product.public.category"].create(
        [{"name": f"Rubro {_draw(pick, words)}"} for _number in range(CATEGORIES)]
    )
    env.flush_all()
    names, owners = [], []
    for company_id in company_ids:
        for _number in range(each):
            names.append(f"{_draw(pick, words)} {_draw(pick, words)} de {_draw(pick, words)}".capitalize())
            owners.append(company_id)
    columns = _get_columns(env, "product_template")
    env.cr.execute(
        SQL(
            """
            INSERT INTO product_template (name, company_id, %(others)s)
                 SELECT jsonb_build_object('en_US', drawn.name, 'es_AR', drawn.name), drawn.company_id,
                        %(from)s
                   FROM unnest(%(names)s, %(owners)s) AS drawn(name, company_id), product_template
                  WHERE product_template.id = %(id)s
              RETURNING id
            """,
            others=SQL(", ").join(map(SQL.identifier, columns)),
            **{"from": SQL(", ").join(SQL.identifier("product_template", name) for name in columns)},
            names=names,
            owners=owners,
            id=template.id,
        )
    )
    ids = [row[0] for row in env.cr.fetchall()]
    columns = _get_columns(env, "product_product", "product_tmpl_id", "combination_indices")
    env.cr.execute(
        SQL(
            """
            INSERT INTO product_product (product_tmpl_id, combination_indices, %(names)s)
                 SELECT copy, '', %(names)s FROM product_product, unnest(%(ids)s) AS copy
                  WHERE product_product.product_tmpl_id = %(id)s
            """,
            names=SQL(", ").join(map(SQL.identifier, columns)),
            ids=ids,
            id=template.id,
        )
    )
    env.cr.execute(
        SQL(
            """
            INSERT INTO product_public_category_product_template_rel
                        (product_public_category_id, product_template_id)
                 SELECT (%s::int[])[1 + id %% %s], id FROM unnest(%s) AS id
            """,
            categories.ids,
            len(categories),
            ids,
        )
    )


def _get_columns(env, table, *own):
    own = own or ("name", "company_id", "website_id")
    rows = env.execute_query(
        SQL(
            "SELECT column_name FROM information_schema.columns"
            " WHERE table_name = %s AND column_name != ALL(%s)",
            table,
            ["id", "default_code", "barcode", *own],
        )
    )
    return [name for (name,) in rows]


def _give_seals(env, store_ids):
    """Grant each store three seals, and spread them over its products as the addon does."""
    seals = env["chasqui.seal"].search([("max_km", "=", 0)], limit=SEALS)
    seals.write({"shows_on_products": True})
    env.flush_all()
    today = env["chasqui.store"]._get_today()
    env.cr.execute(
        SQL(
            """
            INSERT INTO chasqui_seal_grant (seal_id, category_id, store_id, company_id, state, subject_type,
                        subject_name, date_from, reminded_at, create_date)
                 SELECT seal.id, seal.category_id, store.id, store.company_id, 'granted', 'store', store.name,
                        %(today)s - 30, 0, now()
                   FROM chasqui_store AS store
                   JOIN chasqui_seal AS seal ON seal.id = ANY(%(seals)s)
                  WHERE store.id = ANY(%(stores)s) AND (store.id + seal.id) %% 4 = 0
            """,
            today=today,
            seals=seals.ids,
            stores=store_ids,
        )
    )
    links = env["chasqui.seal.link"]
    env.cr.execute(
        links._get_insert_sql(
            SQL("granted.company_id = product.company_id"),
            SQL(
                """seal.shows_on_products AND product.company_id = (
                    SELECT store.company_id FROM chasqui_store AS store WHERE store.id = granted.store_id
                )"""
            ),
        )
    )


def _write_search(env):
    portal = env["chasqui.portal.product"]
    env.cr.execute("ANALYZE")
    currency_id = env.ref("base.ARS").id
    ids = [
        product_id
        for (product_id,) in env.execute_query(SQL("SELECT product.id %s", portal._get_visible_sql()))
    ]
    for start in range(0, len(ids), BATCH):
        prices = [
            (
                id_,
                currency_id,
                100.0 + id_ % 997,
                100.0 + id_ % 997,
                ("kg", "l", None)[id_ % 3],
                0.5 if id_ % 3 < 2 else None,
            )
            for id_ in ids[start : start + BATCH]
        ]
        env.cr.execute(portal._get_upsert_sql(prices))
        env["chasqui.portal.word"]._learn(ids[start : start + BATCH])
        env.cr.commit()
    env["chasqui.portal.word"]._recount()
