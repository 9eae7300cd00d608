"""The demo network as `run` serves it: whole, alive, and with books and shelves that agree."""

import datetime
import subprocess

import pytest
from launcher import databases, paths, server

COPY = "chasqui_test_demo_again"


@pytest.fixture
def ask(postgres, demo_database):
    """Return a function that gives the rows of a query on the prepared demo database."""
    return lambda sql: _rows(postgres, demo_database, sql)


def _rows(postgres, database, sql):
    return [line.split("|") for line in postgres.query(sql, database).splitlines()]


def _number(rows):
    return float(rows[0][0] or 0)


def test_the_network_is_whole(ask):
    assert _number(ask("SELECT count(*) FROM chasqui_store WHERE state = 'open'")) == 7
    assert _number(ask("SELECT count(*) FROM chasqui_store WHERE umbrella_id IS NOT NULL")) == 1
    states = "SELECT count(DISTINCT state_id) FROM chasqui_store WHERE umbrella_id IS NULL"
    assert _number(ask(states)) == 5
    products = "SELECT count(*) FROM product_template WHERE is_published AND is_storable"
    assert _number(ask(products)) >= 180
    [[most]] = ask(
        "SELECT count(*) FROM res_partner WHERE is_chasqui_producer GROUP BY company_id"
        " ORDER BY 1 DESC LIMIT 1"
    )
    assert int(most) == 25
    shoppers = "SELECT count(*) FROM res_partner WHERE email LIKE '%@example.com' AND partner_latitude != 0"
    assert _number(ask(shoppers)) >= 40


def test_a_product_of_one_producer_is_sold_by_two_stores(ask):
    assert ask(
        "SELECT group_key FROM chasqui_portal_product GROUP BY group_key HAVING count(DISTINCT store_id) > 1"
    )


def test_whoever_the_list_of_logins_names_has_an_account(ask):
    logins = {login for login, _password, _who in paths.demo_logins()}
    assert logins <= {login for [login] in ask("SELECT login FROM res_users WHERE active")}


def test_six_months_were_worked_from_the_order_to_the_bank(ask):
    paid = "SELECT count(*) FROM account_move WHERE move_type = 'out_invoice' AND payment_state = 'paid'"
    assert _number(ask(paid)) >= 140
    months = "SELECT count(DISTINCT date_trunc('month', date_order)) FROM sale_order WHERE state = 'sale'"
    assert _number(ask(months)) >= 6
    for store in ask("SELECT company_id FROM chasqui_store"):
        sold = f"SELECT count(*) FROM sale_order WHERE state = 'sale' AND company_id = {store[0]}"
        assert _number(ask(sold)) >= 15


@pytest.mark.parametrize(
    ("table", "condition"),
    [
        ("sale_order", "state = 'draft' AND website_id IS NOT NULL"),
        ("payment_transaction", "state = 'pending'"),
        ("stock_picking", "state = 'assigned' AND sale_id IS NOT NULL AND backorder_id IS NULL"),
        ("stock_picking", "state = 'assigned' AND backorder_id IS NOT NULL"),
        ("sale_order", "invoice_status = 'to invoice'"),
        (
            "account_move",
            "move_type = 'out_invoice' AND payment_state = 'not_paid' AND invoice_date_due < now()",
        ),
        ("account_move", "move_type = 'out_refund' AND state = 'posted'"),
        ("account_bank_statement_line", "NOT is_reconciled"),
        ("purchase_order", "invoice_status = 'to invoice'"),
        ("stock_picking", "state = 'assigned' AND sale_id IS NULL"),
        ("chasqui_collective_order", "state = 'confirmed' AND node_id IS NOT NULL"),
        ("chasqui_collective_substitution", "state = 'made'"),
        ("chasqui_node_request", "state = 'asked'"),
        ("account_move", "move_type = 'in_invoice' AND payment_state = 'not_paid' AND state = 'posted'"),
    ],
)
def test_something_waits_to_be_done(ask, table, condition):
    assert _number(ask(f"SELECT count(*) FROM {table} WHERE {condition}")) > 0


def test_a_node_has_bought_before_and_not_everybody_has_paid(ask):
    delivered = "FROM chasqui_collective_order WHERE state = 'delivered' AND day < now()"
    assert _number(ask(f"SELECT count(*) {delivered}")) == 3
    of_them = f"collective_id IN (SELECT id {delivered})"
    assert ask(
        f"SELECT count(*), count(*) FILTER (WHERE cash_received) FROM chasqui_collective_participant"
        f" WHERE {of_them}"
    ) == [["15", "14"]]


def test_the_books_balance(ask):
    assert not ask("SELECT move_id FROM account_move_line GROUP BY move_id HAVING abs(sum(balance)) > 0.001")


def test_nothing_is_dated_before_the_books_open_or_after_today(ask):
    today = datetime.date.today()
    for table, field in (("account_move", "date"), ("stock_move", "date"), ("sale_order", "date_order")):
        done = {"account_move": "state = 'posted'", "stock_move": "state = 'done'", "sale_order": "true"}[
            table
        ]
        [[first, last]] = ask(f"SELECT min({field})::date, max({field})::date FROM {table} WHERE {done}")
        assert (today - datetime.date.fromisoformat(first)).days >= 150
        assert datetime.date.fromisoformat(last) <= today + datetime.timedelta(1)


def test_what_is_on_the_shelves_is_what_came_less_what_went_and_never_less_than_nothing(ask):
    moved = """
        WITH step AS (
            SELECT line.product_id, line.date, line.id, line.quantity_product_uom
                   * ((target.usage = 'internal')::int - (source.usage = 'internal')::int) AS quantity
              FROM stock_move_line line
              JOIN stock_location source ON source.id = line.location_id
              JOIN stock_location target ON target.id = line.location_dest_id
             WHERE line.state = 'done'
        ), running AS (
            SELECT product_id, sum(quantity) OVER (PARTITION BY product_id ORDER BY date, id) AS quantity
              FROM step
        ), shelf AS (
            SELECT product_id, sum(quant.quantity) AS quantity,
                   min(quant.quantity - reserved_quantity) AS free
              FROM stock_quant quant JOIN stock_location ON stock_location.id = quant.location_id
             WHERE usage = 'internal' GROUP BY product_id
        )
    """
    assert not ask(f"{moved} SELECT product_id FROM running WHERE quantity < -0.001")
    assert not ask(f"{moved} SELECT product_id FROM shelf WHERE free < -0.001")
    different = "abs(coalesce(shelf.quantity, 0) - coalesce(total.quantity, 0)) > 0.001"
    assert not ask(
        f"{moved}, total AS (SELECT product_id, sum(quantity) AS quantity FROM step GROUP BY product_id)"
        f" SELECT product_id FROM shelf FULL JOIN total USING (product_id) WHERE {different}"
    )


def test_invoices_are_numbered_in_the_order_of_their_dates(ask):
    assert not ask(
        """
        SELECT name FROM (
            SELECT name, invoice_date, lag(invoice_date) OVER (
                   PARTITION BY journal_id, sequence_prefix ORDER BY sequence_number) AS before
              FROM account_move WHERE state = 'posted' AND move_type IN ('out_invoice', 'out_refund')
        ) numbered WHERE before > invoice_date
        """
    )


def test_goods_are_worth_to_the_cent_what_the_books_say(postgres, demo_database):
    script = """
for store in env["chasqui.store"].search([]):
    company = store.company_id.with_company(store.company_id)
    company = company.with_context(allowed_company_ids=company.ids)
    print(company.currency_id.compare_amounts(
        sum(company.stock_value().values()), sum(company.stock_accounting_value().values())))
"""
    words = server.command(postgres, demo_database, ["shell", "--no-http", "--log-level=warn"])
    environment = server.variables(postgres)
    done = subprocess.run(words, input=script, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0"] * 7


def test_loading_again_changes_nothing(postgres, demo_database):
    counted = (
        "SELECT (SELECT count(*) FROM sale_order), (SELECT count(*) FROM purchase_order),"
        " (SELECT count(*) FROM account_move), (SELECT count(*) FROM stock_move),"
        " (SELECT count(*) FROM res_partner), (SELECT count(*) FROM ir_model_data),"
        " (SELECT count(*) FROM account_bank_statement_line), (SELECT count(*) FROM mail_mail)"
    )
    databases.clone(postgres, demo_database, COPY)
    try:
        server.run_odoo(postgres, COPY, ["chasqui_demo"], why="Loading again failed.")
        assert _rows(postgres, COPY, counted) == _rows(postgres, demo_database, counted)
    finally:
        databases.drop(postgres, COPY)
