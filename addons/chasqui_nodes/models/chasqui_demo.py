from odoo import api, fields, models


class ChasquiDemo(models.AbstractModel):
    _inherit = "chasqui.demo"

    @api.model
    def _fill_store(self, store, data):
        """Let the store sell to groups, and some neighbours be at it."""
        super()._fill_store(store, data)
        demo = self._read_json("purchases.json", "chasqui_nodes/demo").get(store.slug, {})
        store._get_buying_way("collective").write(demo.get("way", {}))
        for purchase in demo.get("purchases", []):
            self._load_purchase(store, purchase)

    @api.model
    def _load_purchase(self, store, data):
        """Start a purchase at a store's first pickup point, and fill its baskets."""
        carriers = store._get_buying_way("collective")._get_carriers()
        collective = self.env["chasqui.collective.order"]._start(
            store,
            dict(data["people"][0]["person"]),
            name=data["name"],
            place_kind="pickup",
            pickup_point_id=store.pickup_point_ids[:1].id,
            carrier_id=carriers.filtered(lambda carrier: carrier.delivery_type == "chasqui_pickup")[:1].id,
            deadline=fields.Datetime.add(fields.Datetime.now(), days=4),
            visibility="items",
        )
        for person in data["people"][1:]:
            collective._join(dict(person["person"]))
        for participant, person in zip(collective.participant_ids, data["people"], strict=True):
            self._fill_basket(store, participant, person)

    @api.model
    def _fill_basket(self, store, participant, person):
        for name, quantity in person["basket"].items():
            product = self._ref(f"{store.slug}_{name}").product_variant_id
            participant.order_id._cart_add(product.id, quantity)
        if person.get("ready"):
            participant._set_ready()
