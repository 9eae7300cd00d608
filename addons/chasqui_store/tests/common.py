from itertools import count

from odoo.tests import TransactionCase

CUIT_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def make_cuit(number):
    """Return a valid CUIT of a company, different for each number."""
    digits = f"30{number:08d}"
    check = 11 - sum(int(d) * w for d, w in zip(digits, CUIT_WEIGHTS, strict=True)) % 11
    return digits + str({11: 0, 10: 9}.get(check, check))


class ChasquiStoreCommon(TransactionCase):
    """Factories of stores and of what they sell; ``_provision_store`` makes all of a store."""

    _numbers = count(70000000)

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["ir.config_parameter"].set_param("chasqui_store.base_url", "http://localhost:8069")

    @classmethod
    def _create_store(cls, **values):
        number = next(cls._numbers)
        return cls.env["chasqui.store"].create(
            {
                "name": f"Cooperativa {number}",
                "slug": f"coop-{number}",
                "country_id": cls.env.ref("base.ar").id,
                "vat": make_cuit(number),
                "street": "Roque Sáenz Peña 352",
                "zip": "B1876",
                "city": "Bernal",
                "manager_name": f"Gestora {number}",
                "manager_email": f"gestora-{number}@example.com",
                **values,
            }
        )

    @classmethod
    def _provision_store(cls, **values):
        store = cls._create_store(**values)
        store._provision()
        return store

    @classmethod
    def _create_site_product(cls, store, **values):
        return cls.env["product.template"].create(
            {
                "name": "Tomate",
                "list_price": 10.0,
                "company_id": store.company_id.id,
                "is_published": True,
                "taxes_id": False,
                **values,
            }
        )

    @classmethod
    def _create_producer(cls, store, **values):
        return cls.env["res.partner"].create(
            {
                "name": "Familia Quispe",
                "is_chasqui_producer": True,
                "company_id": store.company_id.id,
                **values,
            }
        )
