"""Two members of the commission decide at the same moment, each in a process of their own."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from .support.real_server import RealServer
from .support.rpc import Refused, Rpc

PASSWORD = "commission"
#: its check digit is right; it is given to nobody
TAX_ID = "30719990068"
REVIEWERS = ("reviewer-one", "reviewer-two")
CLAIMS = 8
TOLD = re.compile(r"Somebody else is deciding on this right now|is (granted|refused) already, by")

PREPARE = f"""
import json
from odoo import Command
users = env["res.users"].with_context(no_reset_password=True).create([
    {{"name": login, "login": login, "password": {PASSWORD!r}, "lang": "en_US",
      "group_ids": [Command.set(env.ref("base.group_user").ids)]}}
    for login in {REVIEWERS!r}
])
env["chasqui.seal.reviewer"].create([{{"user_id": user.id}} for user in users])
company = env["res.company"].create({{"name": "La Chacra"}})
website = env["website"].create(
    {{"name": "La Chacra", "company_id": company.id, "domain": "http://chacra.localhost"}}
)
store = env["chasqui.store"].create({{
    "name": "La Chacra", "slug": "chacra", "country_id": env.ref("base.ar").id, "vat": {TAX_ID!r},
    "street": "Alsina 100", "zip": "B1744", "city": "Moreno", "manager_name": "Elsa Ledesma",
    "manager_email": "elsa@example.com", "state": "open",
    "company_id": company.id, "website_id": website.id,
}})
products = env["product.template"].create([
    {{"name": f"Product {{number}}", "company_id": store.company_id.id, "is_published": True}}
    for number in range({CLAIMS})
])
seals = env.ref("chasqui_seals.seal_agroecological") + env.ref("chasqui_seals.seal_native_seed")
claims = env["chasqui.seal.grant"].create([
    {{"seal_id": seal.id, "product_tmpl_id": product.id, "state": "submitted"}}
    for product in products for seal in seals
])
env.cr.commit()
print("claims:", json.dumps([claims[i:i + 2].ids for i in range(0, len(claims), 2)]))
"""


@pytest.fixture(scope="module")
def server(postgres, addons_database):
    options = ["--max-cron-threads=0"]
    with RealServer(postgres, "seals", addons_database, workers=4, options=options) as running:
        yield running
        # Who is told that somebody else decides is in the log too.
        problems = [line for line in running.problems() if not TOLD.search(line)]
        assert not problems, "The server logged:\n" + "\n".join(problems)


@pytest.fixture(scope="module")
def claims(server):
    """Pairs of claims: two seals for each product."""
    return json.loads(server.shell(PREPARE).rpartition("claims:")[2])


@pytest.fixture(scope="module")
def reviewers(server, claims):
    return [Rpc(server.url, server.database, login, PASSWORD) for login in REVIEWERS]


def at_once(*calls):
    """Make the calls at the same moment; return what each answered, or how it was refused."""
    barrier = Barrier(len(calls))

    def run(call):
        barrier.wait()
        try:
            return call()
        except Refused as refusal:
            return refusal

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_of_two_who_decide_on_a_claim_at_once_one_decides_and_the_other_is_told(server, claims, reviewers):
    first, second = reviewers
    for claim, _other in claims[: CLAIMS // 2]:
        values = {"grant_ids": [[6, 0, [claim]]], "step": "refused", "reason": "Not shown to be true"}
        dialog = second.call("chasqui.seal.step", "create", values)
        answers = at_once(
            lambda claim=claim: first.call("chasqui.seal.grant", "action_grant", [claim]),
            lambda dialog=dialog: second.call("chasqui.seal.step", "action_confirm", [dialog]),
        )
        told = [answer for answer in answers if isinstance(answer, Refused)]
        assert len(told) == 1, answers
        assert TOLD.search(str(told[0])), told
        decided = "refused" if told[0] is answers[0] else "granted"
        assert server.query(f"SELECT state FROM chasqui_seal_grant WHERE id = {claim}") == decided
        steps = f"SELECT step FROM chasqui_seal_grant_event WHERE grant_id = {claim} AND actor = 'review'"
        assert server.query(steps).split() == [decided]


def test_a_product_shows_both_seals_that_two_people_grant_at_once(server, claims, reviewers):
    for pair in claims[CLAIMS // 2 :]:
        answers = at_once(
            *(
                lambda reviewer=reviewer, claim=claim: reviewer.call(
                    "chasqui.seal.grant", "action_grant", [claim]
                )
                for reviewer, claim in zip(reviewers, pair, strict=True)
            )
        )
        assert answers == [True, True]
        shown = f"""
            SELECT cardinality(shelf.seal_ids)
              FROM chasqui_seal_shelf shelf JOIN chasqui_seal_grant claim USING (product_tmpl_id)
             WHERE claim.id = {pair[0]}
        """
        assert server.query(shown) == "2"
