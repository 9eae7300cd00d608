import re

from odoo.fields import Command, Datetime
from odoo.tests import new_test_user, tagged

from .common_site import SiteCommon


@tagged("post_install", "-at_install")
class TestWithdrawal(SiteCommon):
    """A purchase is taken back from any page, without an account; the right store is told."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.platform = cls.env["website"]._ensure_chasqui_platform()
        cls.platform.write(
            {
                "domain": "http://platform-regret.localhost",
                "default_lang_id": cls.spanish.id,
                "language_ids": [Command.set((cls.spanish | cls.english).ids)],
            }
        )
        cls.garden.company_id.email = "huerta@example.com"
        cls.shopper = cls.env["res.partner"].create({"name": "Ana", "email": "ana@example.com"})
        cls.order = cls._create_order(cls.garden)
        cls.withdrawals = cls.env["chasqui.withdrawal"]

    @classmethod
    def _create_order(cls, store):
        product = cls._create_site_product(store)
        return (
            cls.env["sale.order"]
            .with_company(store.company_id)
            .create(
                {
                    "partner_id": cls.shopper.id,
                    "company_id": store.company_id.id,
                    "order_line": [(0, 0, {"product_id": product.product_variant_id.id})],
                }
            )
        )

    @classmethod
    def _create_manager(cls, store):
        return new_test_user(
            cls.env,
            f"manager-{store.slug}",
            "chasqui_store.group_manager",
            company_id=store.company_id.id,
            company_ids=[(6, 0, store.company_id.ids)],
        )

    def setUp(self):
        super().setUp()
        self.patch(self.env.registry["chasqui.attempt"], "_add", lambda self, key, window=3600: 1)

    def _ask(self, host="huerta-pages.localhost", **values):
        options = {"headers": {"Host": host}, "cookies": {"frontend_lang": "en_US"}}
        page = self.url_open("/en/withdrawal", **options).text
        token = re.search(r'name="csrf_token" value="([^"]+)"', page)[1]
        form = {
            "csrf_token": token,
            "order_ref": self.order.name,
            "contact_name": "Ana",
            "contact_email": "ana@example.com",
            **values,
        }
        return self.url_open("/en/withdrawal", data=form, **options)

    def _get_asked(self):
        return self.withdrawals.search([("order_ref", "=", self.order.name)])

    def test_every_page_of_a_store_and_the_platform_leads_there(self):
        self.assertIn('href="/en/withdrawal"', self._visit(self.garden, "/en/shop").text)
        page = self.url_open("/en", headers={"Host": "platform-regret.localhost"}).text
        self.assertIn('href="/en/withdrawal"', page)

    def test_the_code_is_told_at_once_and_by_mail_and_the_store_is_told_too(self):
        page = self._ask(reason="Me arrepentí").text
        withdrawal = self._get_asked()
        self.assertRegex(withdrawal.name, r"^ARR-[A-Z2-9]{6}$")
        self.assertIn(withdrawal.name, page)
        self.assertEqual((withdrawal.store_id, withdrawal.order_id), (self.garden, self.order))
        [mail] = self.env["mail.mail"].search([("email_to", "=", "ana@example.com")])
        self.assertIn(withdrawal.name, mail.subject)
        self.assertTrue(self.env["mail.mail"].search([("email_to", "=", "huerta@example.com")]))

    def test_an_order_that_is_not_there_or_not_theirs_is_taken_in_too(self):
        self._ask(contact_email="otra@example.com")
        withdrawal = self._get_asked()
        self.assertFalse(withdrawal.order_id)
        self.assertTrue(withdrawal.in_time)

    def test_after_ten_days_the_store_sees_that_it_is_late(self):
        self.order.date_order = Datetime.subtract(Datetime.now(), days=11)
        self._ask()
        self.assertFalse(self._get_asked().in_time)

    def test_on_the_platform_the_store_is_chosen(self):
        page = self._ask("platform-regret.localhost", store_id="").text
        self.assertIn("Choose the store", page)
        self.assertFalse(self._get_asked())
        page = self._ask("platform-regret.localhost", store_id=str(self.garden.id)).text
        self.assertIn(self._get_asked().name, page)

    def test_another_store_cannot_be_named_at_a_stores_site(self):
        self._ask(store_id=str(self.bakery.id))
        self.assertEqual(self._get_asked().store_id, self.garden)

    def test_only_the_stores_staff_and_who_has_the_link_see_it(self):
        self._ask()
        withdrawal = self._get_asked()
        own, other = (
            withdrawal.with_user(self._create_manager(store)) for store in (self.garden, self.bakery)
        )
        self.assertTrue(own.has_access("write"))
        self.assertFalse(other.search([("id", "=", withdrawal.id)]))
        self.assertFalse(other.has_access("read"))
        self.assertEqual(self._visit(self.bakery, f"/withdrawal/{withdrawal.token}").status_code, 404)
        self.assertEqual(self._visit(self.garden, "/withdrawal/unknown").status_code, 404)

    def test_the_store_answers_and_the_page_says_so(self):
        self._ask()
        withdrawal = self._get_asked()
        cards = self.env["chasqui.today"].with_user(self._create_manager(self.garden)).get_today()["cards"]
        self.assertIn("Withdrawals to answer", [card["title"] for card in cards])
        withdrawal.action_done()
        page = self._visit(self.garden, f"/en/withdrawal/{withdrawal.token}").text
        self.assertIn("The store has dealt with it.", page)

    def test_what_is_missing_is_told(self):
        for values in ({"order_ref": " "}, {"contact_name": ""}, {"contact_email": "ana"}):
            self.assertIn('role="alert"', self._ask(**values).text)
        self.assertFalse(self.withdrawals.search_count([]))
