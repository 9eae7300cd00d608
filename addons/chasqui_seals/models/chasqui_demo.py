from datetime import timedelta

from odoo import api, models


class ChasquiDemo(models.AbstractModel):
    _inherit = "chasqui.demo"

    @api.model
    def _fill_store(self, store, data):
        super()._fill_store(store, data)
        self._load_seal_grants(store)

    @api.model
    def _load_seal_grants(self, store):
        """Give the store, its producers and its products their seals: some in doubt, one about to end."""
        rows = [
            row for row in self._read_csv("grants.csv", "chasqui_seals/demo") if row["store"] == store.slug
        ]
        self._ensure(
            "chasqui.seal.grant",
            {
                "_".join(("grant", store.slug, row["seal"], row["code"] or "store")): (
                    self._prepare_grant_vals(store, row)
                )
                for row in rows
            },
        )

    @api.model
    def _prepare_grant_vals(self, store, row):
        today = store._get_today()
        dates = {}
        if row["since"]:
            dates["date_from"] = today - timedelta(days=int(row["since"]))
            dates["date_to"] = today + timedelta(days=int(row["left"]))
        return {
            "seal_id": self.env.ref(f"chasqui_seals.seal_{row['seal']}").id,
            **self._prepare_subject_vals(store, row),
            "state": row["state"],
            "verifier": row["verifier"],
            **dates,
            **self._prepare_certificate_vals(row, dates),
        }

    @api.model
    def _prepare_subject_vals(self, store, row):
        if row["subject"] == "store":
            return {"store_id": store.id}
        if row["subject"] == "producer":
            return {"producer_id": self._ref(f"{store.slug}_producer_{row['code']}").id}
        return {"product_tmpl_id": self._ref(f"{store.slug}_{row['code']}").id}

    @api.model
    def _prepare_certificate_vals(self, row, dates):
        if not row["certificate_number"]:
            return {}
        return {
            "certificate_number": row["certificate_number"],
            "certifier": row["certifier"],
            "certificate_date": dates["date_from"],
        }
