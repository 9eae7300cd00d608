from odoo import api, models


class ChasquiCollectiveOrder(models.Model):
    """What coordinators look at: the running order, and what the last ones came to."""

    _inherit = "chasqui.collective.order"

    def _get_coordinator_summary(self, member):
        """Return where a purchase is, who is missing, and who has not paid."""
        self.ensure_one()
        return {
            "purchase": self,
            "summary": self._get_summary(),
            "missing_people": self._get_members_without_basket() if self.state == "choosing" else [],
            "payments": [
                (participant, self._get_owed(participant))
                for participant in self._get_baskets()
                if participant.order_id.state == "sale"
            ],
            "my_part": self._get_member_participants().get(member),
        }

    def _get_result(self):
        """Return what a purchase that was delivered came to."""
        self.ensure_one()
        baskets = self._get_baskets().filtered(lambda participant: participant.order_id.state == "sale")
        owed = sum(max(self._get_owed(participant), 0.0) for participant in baskets)
        incentive = self.node_store_id.incentive_share or self.node_id.incentive_share
        amount = sum(baskets.order_id.mapped("amount_total"))
        return {
            "purchase": self,
            "baskets": len(baskets),
            "amount": amount,
            "owed": self.currency_id.round(owed),
            "incentive": self.currency_id.round(amount * incentive / 100),
        }


class ChasquiNode(models.Model):
    _inherit = "chasqui.node"

    @api.model
    def _add_up_results(self, results):
        """Return what several purchases came to together, by currency."""
        totals = {}
        for result in results:
            currency = result["purchase"].currency_id
            total = totals.setdefault(currency, {"currency": currency, "amount": 0.0, "baskets": 0})
            total["amount"] = currency.round(total["amount"] + result["amount"])
            total["baskets"] += result["baskets"]
        return list(totals.values())

    def _ask_store(self, store, note=None):
        """Ask a store whether it delivers here; one that said no, or has ended, is asked anew."""
        self.ensure_one()
        self._check_running()
        known = self.node_store_ids.filtered(lambda link: link.store_id == store)
        values = {"state": "asked", "note": note, "answer": False}
        if not known:
            known = self.env["chasqui.node.store"].create(
                {
                    **values,
                    "node_id": self.id,
                    "store_id": store.id,
                    "rhythm_number": self.rhythm_number,
                    "rhythm_unit": self.rhythm_unit,
                }
            )
        elif known.state in ("refused", "ended"):
            known.write(values)
        known._ask_who_decides()
        return known


class ChasquiNodeStore(models.Model):
    _inherit = "chasqui.node.store"

    def _ask_who_decides(self):
        """Put it on the list of things to do of the store's manager."""
        for link in self.filtered(lambda link: link.state == "asked" and link.store_id.manager_id):
            link.activity_schedule(
                "mail.mail_activity_data_todo",
                user_id=link.store_id.manager_id.id,
                summary=self.env._("A node would like to buy from you: %s", link.node_name),
            )
