import ast

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import new_test_user, tagged

from .common_walls import WallsCommon


@tagged("post_install", "-at_install")
class TestWallsPeople(WallsCommon):
    def test_a_member_gets_the_role_and_the_company_of_the_store(self):
        self.assertTrue(self.operator_a.has_group("chasqui_store.group_operator"))
        self.assertFalse(self.operator_a.has_group("chasqui_store.group_manager"))
        self.assertEqual(self.operator_a.company_ids, self.store_a.company_id)

    def test_a_manager_invites_to_their_own_store_only(self):
        store = self.store_a.with_user(self.manager_a)
        member = store._invite_member("Rosa", "rosa@example.com", "operator")
        self.assertEqual(member.user_id.company_id, self.store_a.company_id)
        with self.assertRaises(AccessError):
            self.store_b.with_user(self.manager_a)._invite_member("X", "x@example.com", "operator")
        with self.assertRaises(AccessError):
            self.store_a.with_user(self.operator_a)._invite_member("Y", "y@example.com", "operator")

    def test_one_person_works_for_two_stores_in_one_role(self):
        self.store_b.with_user(self.manager_b)._invite_member("", self.operator_a.login.upper(), "operator")
        self.assertEqual(self.operator_a.company_ids, (self.store_a + self.store_b).company_id)
        self.operator_a.chasqui_member_ids[0].with_user(self.manager_a).unlink()
        self.assertEqual(self.operator_a.company_ids, self.store_b.company_id)
        self.assertTrue(self.operator_a.active)

    def test_a_manager_cannot_raise_somebody_who_works_elsewhere(self):
        with self.assertRaises(AccessError):
            self.store_b.with_user(self.manager_b)._invite_member("", self.operator_a.login, "manager")

    def test_who_leaves_the_last_store_cannot_sign_in(self):
        self.operator_a.chasqui_member_ids.with_user(self.manager_a).unlink()
        self.assertFalse(self.operator_a.active)

    def test_a_shoppers_account_cannot_become_staff(self):
        with self.assertRaises(UserError):
            self.store_a.with_user(self.manager_a)._invite_member("", self.shopper.login, "operator")
        self.assertTrue(self.shopper.share)

    def test_staff_cannot_be_given_groups_that_reach_every_store(self):
        for xmlid in (
            "base.group_system",
            "base.group_erp_manager",
            "base.group_sanitize_override",
            "website.group_website_designer",
        ):
            with self.subTest(xmlid), self.assertRaises(ValidationError):
                self.manager_a.group_ids = [Command.link(self.env.ref(xmlid).id)]

    def test_roles_imply_no_group_that_reaches_every_store(self):
        forbidden = self.env["res.groups"].union(
            *map(self.env.ref, ("base.group_erp_manager", "website.group_website_designer"))
        )
        for role in ("operator", "manager", "incubator"):
            group = self.env.ref(f"chasqui_store.group_{role}")
            self.assertFalse(group.all_implied_ids & forbidden, role)

    def test_only_web_editors_of_the_incubator_are_designers(self):
        designer = Command.link(self.env.ref("website.group_website_designer").id)
        with self.assertRaises(ValidationError):
            self.incubator.group_ids = [designer]
        self.incubator.group_ids = [Command.link(self.env.ref("chasqui_store.group_web_editor").id)]
        self.assertTrue(self.incubator.has_group("website.group_website_designer"))

    def test_web_editors_and_nobody_else_choose_web_editors(self):
        colleague = new_test_user(self.env, "colleague", "chasqui_store.group_incubator")
        with self.assertRaises(AccessError):
            colleague.with_user(self.incubator).action_make_web_editor()
        self.incubator.group_ids = [Command.link(self.env.ref("chasqui_store.group_web_editor").id)]
        with self.assertRaises(UserError):
            self.manager_a.with_user(self.incubator).action_make_web_editor()
        colleague.with_user(self.incubator).action_make_web_editor()
        self.assertTrue(colleague.has_group("website.group_website_designer"))
        with self.assertRaises(UserError):
            self.incubator.with_user(self.incubator).action_unmake_web_editor()
        self.incubator.with_user(colleague).action_unmake_web_editor()
        self.assertFalse(self.incubator.has_group("website.group_website_designer"))
        self.assertTrue(self.incubator.has_group("chasqui_store.group_incubator"))

    def test_incubator_staff_see_who_writes_the_platforms_pages(self):
        editor = new_test_user(self.env, "editor", "chasqui_store.group_web_editor", name="Edith")
        action = self.env.ref("chasqui_store.platform_team_action")
        users = self.env["res.users"].with_user(self.incubator)
        team = users.search(ast.literal_eval(action.domain))
        self.assertLessEqual(editor + self.incubator, team)
        self.assertNotIn(self.manager_a, team)
        listed = team.web_read({"name": {}, "login": {}, "is_chasqui_web_editor": {}})
        self.assertIn(("Edith", True), [(row["name"], row["is_chasqui_web_editor"]) for row in listed])

    def test_who_may_not_edit_a_page_reads_who_writes_it(self):
        page = ("website.page", 1)
        platform = self.env["website"]._ensure_chasqui_platform()
        editor = new_test_user(self.env, "editor", "chasqui_store.group_web_editor", name="Edith")
        self.assertFalse(platform.with_user(editor).get_chasqui_edit_advice(*page))
        advice = platform.with_user(self.incubator).get_chasqui_edit_advice(*page)
        self.assertIn("Edith", advice["text"])
        self.assertEqual(advice["action"], "chasqui_store.platform_team_action")
        self.assertFalse(platform.with_user(self.manager_a).get_chasqui_edit_advice(*page)["action"])
        site = self.store_a.website_id
        for user in (self.manager_a, self.incubator, editor):
            advice = site.with_user(user).get_chasqui_edit_advice(*page)
            self.assertEqual(advice["action"]["res_id"], self.store_a.id, user.name)
        self.assertFalse(site.with_user(self.manager_b).get_chasqui_edit_advice(*page)["action"])
        product = self.env["product.template"].create(
            {"name": "Chard", "company_id": self.store_a.company_id.id}
        )
        about = ("product.template", product.id)
        self.assertFalse(site.with_user(self.manager_a).get_chasqui_edit_advice(*about))
        self.assertTrue(site.with_user(self.operator_a).get_chasqui_edit_advice(*about))

    def test_staff_and_incubator_cannot_write_groups(self):
        manager_group = self.env.ref("chasqui_store.group_manager")
        for user in (self.manager_a, self.incubator):
            with self.assertRaises(AccessError):
                self.operator_a.with_user(user).group_ids = [Command.link(manager_group.id)]
            with self.assertRaises(AccessError):
                user.with_user(user).group_ids = [Command.link(self.env.ref("base.group_system").id)]

    def test_staff_see_their_colleagues_only(self):
        users = self.env["res.users"].with_user(self.operator_a).search([])
        self.assertIn(self.manager_a, users)
        self.assertNotIn(self.manager_b, users)
        self.assertNotIn(self.shopper, users)
        partners = self.env["res.partner"].with_user(self.operator_a).search([])
        self.assertNotIn(self.manager_b.partner_id, partners)

    def test_staff_see_people_once_they_deal_with_their_store(self):
        partner_b = self.shopper.partner_id.with_user(self.manager_b)
        self.assertFalse(partner_b.has_access("read"))
        self._create_order(self.store_b, self.shopper.partner_id)
        self.assertTrue(partner_b.has_access("read"))
        self.assertFalse(self.shopper.partner_id.with_user(self.manager_a).has_access("read"))
        self.assertFalse(partner_b.has_access("unlink"))

    def test_nobody_else_changes_the_email_of_a_person_with_an_account(self):
        self._create_order(self.store_b, self.shopper.partner_id)
        partner = self.shopper.partner_id.with_user(self.manager_b)
        partner.phone = "+54 11 4444 0000"
        with self.assertRaises(AccessError):
            partner.email = "thief@example.com"
        with self.assertRaises(AccessError):
            partner.parent_id = self.manager_b.partner_id
        self.assertEqual(self.shopper.email, "shopper@example.com")

    def test_the_picture_of_a_buyer_is_seen_though_their_user_is_not(self):
        """Cards of contacts, which a phone offers to choose from, show it."""
        self._create_order(self.store_b, self.shopper.partner_id)
        partner = self.shopper.partner_id.with_user(self.manager_b).sudo(False)
        self.env.invalidate_all()
        self.assertTrue(partner.sudo().user_ids, "what the server itself read is remembered")
        self.assertTrue(partner.avatar_128)
        self.assertFalse(self.shopper.with_user(self.manager_b)._filtered_access("read"))

    def test_no_contact_is_put_under_a_person_with_an_account(self):
        self._create_order(self.store_b, self.shopper.partner_id)
        partners = self.env["res.partner"].with_user(self.manager_b)
        vals = {"name": "Thief", "email": "thief@example.com", "parent_id": self.shopper.partner_id.id}
        with self.assertRaises(AccessError):
            partners.create(vals)
        partners.create({**vals, "type": "delivery"})

    def test_what_staff_create_belongs_to_their_store(self):
        company = self.store_a.company_id
        env = self.env(user=self.manager_a)
        self.assertEqual(env["res.partner"].create({"name": "Proveedora"}).company_id, company)
        self.assertEqual(env["product.template"].create({"name": "Miel"}).company_id, company)

    def test_staff_neither_create_nor_write_what_all_stores_share(self):
        env = self.env(user=self.manager_a)
        shared = self.env["product.template"].create({"name": "Shared"})
        with self.assertRaises(AccessError):
            shared.with_env(env).name = "Mine"
        with self.assertRaises(AccessError):
            env["product.template"].create({"name": "For all", "company_id": False})
        with self.assertRaises(AccessError):
            self.env.ref("uom.product_uom_kgm").with_env(env).name = "kilo"

    def test_what_a_store_says_about_a_shared_contact_stays_there(self):
        partner = self.shopper.partner_id
        for store in self.store_a + self.store_b:
            self._create_order(store, partner)
        note = partner.with_user(self.manager_b).message_post(body="Pays late")
        self.assertTrue(note.with_user(self.manager_b).has_access("read"))
        self.assertFalse(note.with_user(self.manager_a).has_access("read"))

    def test_a_manager_cannot_change_what_the_store_is(self):
        store = self.store_a.with_user(self.manager_a)
        for vals in (
            {"company_id": self.store_b.company_id.id},
            {"website_id": self.store_b.website_id.id},
            {"slug": "another"},
        ):
            with self.subTest(vals), self.assertRaises(AccessError):
                store.write(vals)
        self.assertEqual(self.store_a.slug, "walls-a")

    def test_the_incubator_works_for_every_store(self):
        companies = (self.store_a + self.store_b).company_id
        self.assertLessEqual(companies, self.incubator.company_ids)
        newcomer = new_test_user(self.env, "newcomer", "chasqui_store.group_incubator")
        self.assertLessEqual(companies, newcomer.company_ids)
        store = self._open_store("c")
        self.assertIn(store.company_id, self.incubator.company_ids)
        self.assertNotIn(store.company_id, self.manager_a.company_ids)

    def test_the_incubator_writes_what_all_stores_share(self):
        for xmlid in (
            "uom.product_uom_kgm",
            "product.product_category_goods",
            "base.state_ar_b",
        ):
            with self.subTest(xmlid):
                self.assertTrue(self.env.ref(xmlid).with_user(self.incubator).has_access("write"))
                self.assertFalse(self.env.ref(xmlid).with_user(self.manager_a).has_access("write"))
