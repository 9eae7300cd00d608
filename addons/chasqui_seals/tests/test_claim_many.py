import base64
from datetime import date

from odoo.exceptions import RedirectWarning
from odoo.tests import Form, tagged

from .common import SealsCommon


@tagged("post_install", "-at_install")
class TestClaimMany(SealsCommon):
    def _open(self, action):
        env = self.env(user=self.manager_a, context=action["context"])
        form = Form(env["chasqui.seal.claim"], "chasqui_seals.chasqui_seal_claim_view_form")
        form.seal_id = self.seal
        with form.answer_ids.edit(0) as line:
            line.answer = "yes"
        return form

    def test_all_products_of_a_producer_are_claimed_with_the_same_answers_and_evidence(self):
        products = self.env["product.template"].create(
            [
                {
                    "name": f"Jam {n}",
                    "company_id": self.store_a.company_id.id,
                    "chasqui_producer_id": self.producer.id,
                }
                for n in range(20)
            ]
        )
        self._hand_in(self.honey)
        form = self._open(self.producer.action_claim_seal_for_products())
        form.statement = "Together since 2003"
        claim = form.save()
        claim.write({"evidence": base64.b64encode(b"%PDF-1.7 papers"), "evidence_name": "papers.pdf"})
        self.assertEqual(claim.product_ids, products + self.honey)
        claim.action_claim()
        grants = products.seal_grant_ids
        self.assertEqual(len(grants), 20, "what was claimed already is left out")
        self.assertEqual(set(grants.mapped("state")), {"submitted"})
        self.assertEqual(set(grants.answer_ids.mapped("answer")), {"yes"})
        self.assertEqual(len(grants.evidence_ids), 20)
        self.assertEqual(set(grants.evidence_ids.mapped("filename")), {"papers.pdf"})

    def test_nothing_left_to_claim_is_said_and_leads_to_what_was_claimed(self):
        grant = self._hand_in(self.honey)
        claim = self._open(self.honey.action_claim_seal()).save()
        for step in (lambda: None, lambda: grant._put_in_transition("To do", date(2026, 9, 1))):
            step()
            with self.assertRaises(RedirectWarning) as told:
                claim.action_claim()
            self.assertEqual(told.exception.args[1]["domain"], [("id", "in", grant.ids)])

    def test_the_answers_to_choose_from_are_in_the_readers_language(self):
        self.env["res.lang"]._activate_lang("es_AR")
        for model, name, word in (
            ("chasqui.seal.claim.answer", "answer", "Sí"),
            ("chasqui.decision", "seal_granting", "Con un certificado"),
        ):
            fields = self.env[model].with_context(lang="es_AR").fields_get([name])
            self.assertIn(word, dict(fields[name]["selection"]).values())
