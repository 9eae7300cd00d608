from datetime import timedelta

from odoo import fields

from odoo.addons.chasqui_store.tests.common_shop import ShopCommon


class CollectiveCommon(ShopCommon):
    """A store that sells to groups, and neighbours who buy together."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.way = cls.store._get_buying_way("collective")
        cls.way.is_on = True
        cls.bread = cls._create_product(name="Bread", list_price=50.0, stock=20, weight=1.0)
        cls._set_stock(cls.jam, 20)
        cls.jam.weight = 3.0
        cls.freight_product = cls.env["product.product"].create(
            {"name": "Truck", "type": "service", "list_price": 100.0, "taxes_id": False}
        )
        cls.truck = cls._create_carrier(
            name="Truck", delivery_type="fixed", product_id=cls.freight_product.id, fixed_price=100.0
        )

    @classmethod
    def _start(cls, **values):
        return cls.env["chasqui.collective.order"]._start(
            cls.store,
            cls._person("Ana"),
            address={"name": "Home of Ana", "street": "Calle 8 123", "city": "Bernal"},
            **{"name": "Neighbours", "place_kind": "home", "carrier_id": cls.truck.id, **values},
        )

    @classmethod
    def _person(cls, name):
        return {"name": name, "phone": "11 5555 0000", "email": f"{name.lower()}@example.com"}

    @classmethod
    def _fill(cls, participant, *quantities):
        for product, quantity in quantities:
            participant.order_id._cart_add(product.id, quantity)

    @classmethod
    def _start_with(cls, *baskets, **values):
        """Return a purchase whose people, the coordinator first, have filled these baskets."""
        collective = cls._start(**values)
        people = collective.coordinator_id
        for number in range(1, len(baskets)):
            people |= collective._join(cls._person(f"Neighbour{number}"))
        for participant, basket in zip(people, baskets, strict=True):
            cls._fill(participant, *basket)
        return collective

    @classmethod
    def _all_ready(cls, collective):
        for participant in collective._get_baskets():
            participant._set_ready()

    @classmethod
    def _pass_deadline(cls, collective):
        collective.deadline = fields.Datetime.now() - timedelta(minutes=1)

    # === MONEY === #

    @classmethod
    def _create_payment(cls, orders, amount):
        provider = cls.env.ref("payment.payment_provider_transfer").copy(
            {"company_id": cls.company.id, "state": "test"}
        )
        return cls.env["payment.transaction"].create(
            {
                "provider_id": provider.id,
                "payment_method_id": cls.env.ref("payment.payment_method_unknown").id,
                "amount": amount,
                "currency_id": orders.currency_id.id,
                "partner_id": orders.partner_id[:1].id,
                "sale_order_ids": [fields.Command.set(orders.ids)],
            }
        )

    @classmethod
    def _succeed(cls, tx):
        tx.state = "done"
        tx._check_amount_and_confirm_order()
        tx.sale_order_ids.invalidate_recordset(["amount_paid"])

    @classmethod
    def _pay(cls, orders, amount):
        tx = cls._create_payment(orders, amount)
        cls._succeed(tx)
        return tx
