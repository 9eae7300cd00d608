from datetime import timedelta

from odoo import Command, api, models


class ChasquiDemo(models.AbstractModel):
    """Who reviews the claims, and what the network decides about seals."""

    _inherit = "chasqui.demo"

    @api.model
    def _get_logins(self):
        return super()._get_logins() + self._read_csv("logins.csv", "chasqui_seals/demo")

    @api.model
    def _load(self):
        super()._load()
        self._prepare_loading()._load_decisions()

    @api.model
    def _load_people(self):
        """Let somebody who works for no store sit in the commission, and one of the incubator."""
        super()._load_people()
        person = {"login": "comision", "name": "Marta Ibáñez", "email": "comision@example.com"}
        users = self._load_user(person, "base.group_user") | self._ref("user_incubadora")
        self._ensure(
            "chasqui.seal.reviewer", {f"reviewer_{user.login}": {"user_id": user.id} for user in users}
        )

    @api.model
    def _load_decisions(self):
        """Show one vote that is on and one that was counted."""
        decisions = self._read_json("decisions.json", "chasqui_seals/demo")
        missing = [data for data in decisions if not self._ref(data["code"])]
        self._ensure(
            "chasqui.decision", {data["code"]: self._prepare_decision_vals(data) for data in missing}
        )
        for data in missing:
            decision = self._ref(data["code"])
            decision._hand_out_ballots()
            for ballot in decision.ballot_ids:
                if ballot.store_id.slug in data["votes"]:
                    ballot.option_id = decision.option_ids[data["votes"][ballot.store_id.slug]]

    @api.model
    def _prepare_decision_vals(self, data):
        today = self.env["chasqui.store"]._get_today()
        days = {"opens_on": "opens", "closes_on": "closes", "in_force_from": "in_force_from"}
        options = [("A favor", "approve"), ("En contra", "reject"), ("Abstención", "abstain")]
        category = data.get("category")
        return {
            **data["values"],
            "store_id": self._ref(data["store"]).id,
            "seal_category_id": category and self.env.ref(f"chasqui_seals.category_{category}").id,
            "option_ids": [Command.create({"name": name, "effect": effect}) for name, effect in options],
            **{name: today + timedelta(days=data[key]) for name, key in days.items() if key in data},
        }
