"""Seals by the thousand. Runs inside Odoo's shell after `data`, whose names it may use.

Written by SQL, since nobody claims half a million seals in a form; the links of products to seals are made by
the addon itself.
"""

import time
from datetime import timedelta

from odoo.tools import SQL

SEALS = ("agroecological", "artisanal", "in_network", "recycled", "native_seed")
#: columns of a copied row that are its own
OWN_COLUMNS = ("id", "name", "default_code", "barcode", "product_tmpl_id", "combination_indices")


def carry_seals(env, template_id):
    """Give each product of a product's store five seals."""
    company = env["product.template"].browse(template_id).company_id
    _grant_all(env, company, company.env["chasqui.store"]._get_today() + timedelta(days=300))
    env.cr.commit()


def seal_catalogue(env):
    """Give every product of all stores three seals."""
    companies = env["chasqui.store"].search([]).company_id
    until = env["chasqui.store"]._get_today() + timedelta(days=300)
    _grant_all(env, companies, until, codes=SEALS[:3])
    env.cr.commit()


def fill_store(env, template_id, count):
    """Copy a product many times in its store, and give each product there five seals."""
    template = env["product.template"].browse(template_id)
    _copy_product(env, template, count)
    carry_seals(env, template_id)


def expire(env, template_id, count):
    """Return how many seconds it takes to expire this many grants that ended yesterday."""
    company = env["product.template"].browse(template_id).company_id
    yesterday = env["chasqui.store"]._get_today() - timedelta(days=1)
    _grant_all(env, company, yesterday, limit=count)
    env.cr.commit()
    begun = time.perf_counter()
    env["chasqui.seal.grant"]._cron_remind_and_expire()
    env.cr.commit()
    seconds = time.perf_counter() - begun
    left = env["chasqui.seal.grant"].search_count(
        [("company_id", "=", company.id), ("state", "=", "granted"), ("date_to", "=", yesterday)]
    )
    if left:
        raise RuntimeError(f"{left} grants did not expire")
    return seconds


def _copy_product(env, template, count):
    env.flush_all()
    columns = _get_columns(env, "product_template")
    env.cr.execute(
        SQL(
            """
            INSERT INTO product_template (name, %(columns)s)
                 SELECT jsonb_build_object('en_US', 'Copia ' || number, 'es_AR', 'Copia ' || number),
                        %(columns)s
                   FROM product_template, generate_series(1, %(count)s) AS number
                  WHERE id = %(id)s
              RETURNING id
            """,
            columns=columns,
            count=count,
            id=template.id,
        )
    )
    ids = [row[0] for row in env.cr.fetchall()]
    env.cr.execute(
        SQL(
            """
            INSERT INTO product_product (product_tmpl_id, combination_indices, %(columns)s)
                 SELECT copy, '', %(columns)s
                   FROM product_product, unnest(%(ids)s) AS copy
                  WHERE product_tmpl_id = %(id)s
            """,
            columns=_get_columns(env, "product_product"),
            ids=ids,
            id=template.id,
        )
    )


def _get_columns(env, table):
    env.cr.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_name = %s AND column_name != ALL(%s)",
        (table, list(OWN_COLUMNS)),
    )
    return SQL(", ").join(SQL.identifier(name) for (name,) in env.cr.fetchall())


def _grant_all(env, companies, until, limit=None, codes=SEALS):
    """Grant seals to each product of companies, by SQL, and let the addon spread them."""
    seals = env["chasqui.seal"].concat(*(env.ref(f"chasqui_seals.seal_{code}") for code in codes))
    env.flush_all()
    env.cr.execute(
        SQL(
            """
            INSERT INTO chasqui_seal_grant (seal_id, category_id, product_tmpl_id, company_id, state,
                        subject_type, subject_name, date_from, date_to, expiring_on, reminded_at, create_date)
                 SELECT seal.id, seal.category_id, product.id, product.company_id, 'granted',
                        'product', product.name->>'en_US', %(until)s - 300, %(until)s, %(until)s, 0, now()
                   FROM product_template AS product, chasqui_seal AS seal
                  WHERE product.company_id = ANY(%(companies)s) AND product.is_published
                    AND seal.id = ANY(%(seals)s)
                  LIMIT %(limit)s
            """,
            until=until,
            companies=companies.ids,
            seals=seals.ids,
            limit=limit,
        )
    )
    env.invalidate_all()
    env["chasqui.seal.link"]._sync(
        SQL("seal.id = ANY(%s)", seals.ids), SQL("seal_id = ANY(%s)", seals.ids), seals
    )
