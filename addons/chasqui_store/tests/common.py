from itertools import count

from odoo.tests import TransactionCase

CUIT_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def make_cuit(number):
    """Return a valid CUIT of a company, different for each number."""
    digits = f"30{number:08d}"
    check = 11 - sum(int(d) * w for d, w in zip(digits, CUIT_WEIGHTS, strict=True)) % 11
    return digits + str({11: 0, 10: 9}.get(check, check))


class ChasquiStoreCommon(TransactionCase):
    """Factories of stores; ``_create_store`` makes the record, ``_provision_store`` all of it."""

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
