from odoo.fields import Command

from .common import ChasquiStoreCommon


class ShopCommon(ChasquiStoreCommon):
    """A store on the main company's website, and another store beside it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context=dict(cls.env.context, tracking_disable=True, no_reset_password=True))
        cls.company = cls.env.company
        cls.website = cls.company.website_id or cls.env["website"].create(
            {"name": "La Huerta", "company_id": cls.company.id}
        )
        cls.warehouse = cls.env["stock.warehouse"].search([("company_id", "=", cls.company.id)], limit=1)
        cls.website.warehouse_id = cls.warehouse
        cls.store = cls.website.chasqui_store_ids or cls._create_store(
            name="La Huerta",
            slug="la-huerta-test",
            state="open",
            company_id=cls.company.id,
            website_id=cls.website.id,
        )
        cls.unit = cls.env.ref("uom.product_uom_unit")
        cls.kg = cls.env.ref("uom.product_uom_kgm")
        cls.shopper = cls.env["res.partner"].create(
            {
                "name": "Juana Shopper",
                "email": "juana@example.com",
                "phone": "+54 11 5555 0000",
                "street": "Calle 1 100",
                "city": "Quilmes",
                "zip": "1878",
                "country_id": cls.env.ref("base.ar").id,
                "state_id": cls.env.ref("base.state_ar_b").id,
            }
        )
        cls.pickup_product = cls.env["product.product"].create(
            {"name": "Pickup", "type": "service", "list_price": 0.0, "taxes_id": False}
        )
        cls.pickup = cls._create_carrier(name="Pickup")
        cls.jam = cls._create_product(name="Jam", list_price=100.0)

    @classmethod
    def _create_other_store(cls):
        """Return a second store, with a company and a website of its own."""
        company = cls.env["res.company"].create({"name": "El Horno"})
        website = cls.env["website"].create({"name": "El Horno", "company_id": company.id})
        return cls._create_store(
            name="El Horno",
            slug="el-horno-test",
            state="open",
            company_id=company.id,
            website_id=website.id,
        )

    @classmethod
    def _create_carrier(cls, **values):
        return cls.env["delivery.carrier"].create(
            {
                "delivery_type": "chasqui_pickup",
                "product_id": cls.pickup_product.id,
                "company_id": cls.company.id,
                "website_published": True,
                **values,
            }
        )

    @classmethod
    def _create_product(cls, stock=0.0, **values):
        product = cls.env["product.product"].create(
            {
                "type": "consu",
                "is_storable": True,
                "allow_out_of_stock_order": False,
                "website_published": True,
                "taxes_id": False,
                **values,
            }
        )
        if stock:
            cls._set_stock(product, stock)
        return product

    @classmethod
    def _set_stock(cls, product, quantity):
        """Count what there is of a product."""
        cls.env["stock.quant"].with_context(inventory_mode=True).create(
            {
                "product_id": product.id,
                "location_id": cls.warehouse.lot_stock_id.id,
                "inventory_quantity": quantity,
            }
        ).action_apply_inventory()

    @classmethod
    def _create_point(cls, **values):
        return cls.env["chasqui.pickup.point"].create(
            {
                "store_id": cls.store.id,
                "name": "Community centre",
                "street": "Calle 2 200",
                "city": "Bernal",
                **values,
            }
        )

    @classmethod
    def _create_cart(cls, *quantities, **values):
        """Return a cart of (product, quantity) pairs."""
        return cls.env["sale.order"].create(
            {
                "partner_id": cls.shopper.id,
                "website_id": cls.website.id,
                "order_line": [
                    Command.create({"product_id": product.id, "product_uom_qty": quantity})
                    for product, quantity in quantities
                ],
                **values,
            }
        )
