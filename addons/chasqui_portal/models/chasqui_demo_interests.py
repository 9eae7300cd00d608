from odoo import Command, api, models

FAVOURITES = {"ana": [("huerta", "tomate"), ("tejedoras", "ruana")], "bruno": [("huerta", "lechuga")]}
SEALS = {"ana": ("agroecological", "artisanal")}


class ChasquiDemo(models.AbstractModel):
    """What shoppers of the demonstration like: products of several stores, and seals."""

    _inherit = "chasqui.demo"

    @api.model
    def _load(self):
        super()._load()
        self._load_favourites()
        self._load_preferred_seals()

    @api.model
    def _load_favourites(self):
        wishes = [(login, *marked) for login, marks in FAVOURITES.items() for marked in marks]
        self._ensure(
            "product.wishlist",
            {
                f"favourite_{login}_{slug}_{code}": self._prepare_favourite_vals(login, slug, code)
                for login, slug, code in wishes
                if self._ref(f"{slug}_{code}")
            },
        )

    @api.model
    def _prepare_favourite_vals(self, login, slug, code):
        store = self.env["chasqui.store"].search([("slug", "=", slug)])
        return {
            "partner_id": self._ref(f"user_{login}").partner_id.id,
            "product_id": self._ref(f"{slug}_{code}").product_variant_id.id,
            "website_id": store.website_id.id,
        }

    @api.model
    def _load_preferred_seals(self):
        for login, codes in SEALS.items():
            user = self._ref(f"user_{login}")
            if not user.chasqui_seal_ids:
                seals = [self.env.ref(f"chasqui_seals.seal_{code}").id for code in codes]
                user.chasqui_seal_ids = [Command.set(seals)]
