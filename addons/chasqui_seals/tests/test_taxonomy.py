from datetime import date

from lxml import html

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import SealsCommon


@tagged("post_install", "-at_install")
class TestTaxonomy(SealsCommon):
    def test_what_a_seal_meant_on_a_date_can_be_read(self):
        for lang in ("en_US", "es_AR"):
            self.env["res.lang"]._activate_lang(lang)
        self.seal.with_context(lang="es_AR").name = "Precio justo del valle"
        self.criterion.with_context(lang="es_AR").name = "Los precios se acuerdan"
        grant = self._hand_in(self.honey)
        grant.action_grant()
        self._set_today(date(2026, 7, 1))
        self.seal.short_meaning = "Another meaning"
        self.criterion.name = "Prices are published"

        then, now = grant.version_id.sudo(), self.seal._get_version()
        self.assertEqual(now.number, then.number + 1)
        self.assertFalse(then.short_meaning)
        self.assertEqual(then._get_criteria_list(), ["Prices are agreed with the producers"])
        self.assertEqual(now._get_criteria_list(), ["Prices are published"])
        spanish = then.with_context(lang="es_AR")
        self.assertEqual(spanish.name, "Precio justo del valle")
        self.assertEqual(spanish._get_criteria_list(), ["Los precios se acuerdan"])
        self.assertEqual(self.seal._get_version(date(2026, 6, 30)), then)

    def test_what_ours_meant_from_the_first_can_be_read_in_every_language(self):
        for lang in ("es_AR", "pt_BR"):
            self.env["res.lang"]._activate_lang(lang)
        self.env["ir.module.module"]._load_module_terms(["chasqui_seals"], ["es_AR", "pt_BR"])
        organic = self.env.ref("chasqui_seals.seal_organic")
        for lang in ("es_AR", "pt_BR"):
            seal = organic.with_context(lang=lang)
            version = seal._get_version().with_context(lang=lang)
            self.assertNotEqual(seal.short_meaning, organic.with_context(lang="en_US").short_meaning)
            self.assertEqual(version.short_meaning, seal.short_meaning)
            self.assertEqual(version._get_criteria_list(), seal.criterion_ids.mapped("name"))

    def test_the_list_lets_seals_be_moved(self):
        """The web client moves rows only where nothing orders them before their handle does."""
        seals = html.fromstring(self.env["chasqui.seal"].get_view(view_type="list")["arch"])
        self.assertEqual(seals.get("default_order").split(",")[0], "sequence")
        self.assertEqual(seals.get("default_group_by"), "category_id")

    def test_what_is_written_in_one_day_is_one_version_until_something_is_granted_under_it(self):
        self._set_today(date(2026, 7, 1))
        self.seal.short_meaning = "One"
        self.seal.short_meaning = "Two"
        version = self.seal._get_version()
        self._hand_in(self.honey).action_grant()
        self.seal.short_meaning = "Three"
        self.assertEqual(version.short_meaning, "Two")
        self.assertEqual(self.seal._get_version().number, version.number + 1)

    def test_criteria_that_were_answered_are_archived_rather_than_deleted(self):
        other = self.criterion.copy({"name": "Never asked"})
        self._claim(self.honey)
        unanswered = self.env["chasqui.seal.criterion"].create({"seal_id": self.seal.id, "name": "Later"})
        (self.criterion + unanswered).unlink()
        self.assertFalse(unanswered.exists())
        self.assertFalse(self.criterion.active)
        self.assertTrue(other.active)

    def test_a_seal_with_history_is_retired_rather_than_deleted(self):
        grant = self._create_grant(self.honey)
        with self.assertRaises(UserError):
            self.seal.unlink()
        self.seal.with_user(self.incubator).action_retire()
        self.assertTrue(grant.exists())
        unused = self._create_seal(name="Unused")
        unused.unlink()
        self.assertFalse(unused.exists())

    def test_merged_seals_follow_to_the_one_that_stays(self):
        self._create_grant(self.honey)
        second, last = self._create_seal(name="Second"), self._create_seal(name="Last")
        self.seal.with_user(self.incubator)._merge_into(second)
        second.with_user(self.incubator)._merge_into(last)
        self.assertEqual(self.seal.merged_into_id, last)
        self.assertEqual(self.honey._get_valid_seals(), {self.honey.id: last})
        for target in (self.seal, last):
            with self.assertRaises(UserError):
                last._merge_into(target)
        with self.assertRaises(UserError):
            self.seal.action_restore()
        with self.assertRaises(AccessError):
            last.with_user(self.manager_a)._merge_into(second)

    def test_a_seal_gets_an_address_from_its_name(self):
        self.assertEqual(self._create_seal(name="Sin agrotóxicos").slug, "sin-agrotoxicos")

    def test_the_incubator_keeps_the_commission(self):
        env = self.env(user=self.incubator)
        user = self.operator_a.with_env(env)
        member = env["chasqui.seal.reviewer"].create({"user_id": user.id})
        self.assertTrue(user.has_group("chasqui_seals.group_commission"))
        member.unlink()
        self.assertFalse(user.has_group("chasqui_seals.group_commission"))
        with self.assertRaises(AccessError):
            self.env(user=self.manager_a)["chasqui.seal.reviewer"].create({"user_id": self.manager_a.id})
