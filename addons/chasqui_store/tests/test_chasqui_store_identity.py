from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import ChasquiStoreCommon, make_cuit


@tagged("post_install", "-at_install")
class TestChasquiStoreIdentity(ChasquiStoreCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.store = cls._create_store(name="Cooperativa Ñandú Ltda.", slug="nandu", vat=make_cuit(71999999))
        cls.incubator = cls.env["res.users"].create(
            {
                "name": "Incubator",
                "login": "incubator-identity",
                "group_ids": [(6, 0, cls.env.ref("chasqui_store.group_incubator").ids)],
            }
        )
        cls.manager = cls.env["res.users"].create(
            {
                "name": "Manager",
                "login": "manager-identity",
                "group_ids": [(6, 0, cls.env.ref("chasqui_store.group_manager").ids)],
            }
        )

    def assertRefused(self, sentence, **values):
        """Assert that a store with these values is refused, and what the person reads."""
        try:
            with mute_logger("odoo.sql_db"), self.env.cr.savepoint():
                self._create_store(**values)
        except IntegrityError as error:
            model = self.env[error.diag.table_name.replace("_", ".")]
            message = model._sql_error_to_message(error)
        except ValidationError as error:
            message = str(error)
        else:
            self.fail(f"A store was made of {values}")
        self.assertIn(sentence, message)

    def test_name_with_other_accents_and_dots_is_the_same_name(self):
        self.assertRefused("Another store already has this name", name="COOPERATIVA NANDU LTDA")

    def test_name_of_a_company_that_is_no_store_is_refused(self):
        self.env["res.company"].create({"name": "Federación del Sur"})
        self.assertRefused("already called", name="federación del sur")

    def test_tax_id_written_another_way_is_the_same(self):
        vat = self.store.vat
        self.assertRefused("Another store already has this tax ID", vat=f"{vat[:2]}-{vat[2:10]}-{vat[10:]}")

    def test_tax_id_of_a_company_that_is_no_store_is_refused(self):
        company = self.env["res.company"].create({"name": "Federación del Sur"})
        company.partner_id.vat = "30712345671"
        self.assertRefused("already has the tax ID", vat="30-71234567-1")

    def test_slug_of_another_store_is_refused(self):
        self.assertRefused("belongs to another store", slug="nandu")

    def test_former_slug_of_another_store_is_refused(self):
        self.store.slug = "nandu-nuevo"
        self.assertRefused("belongs to another store", slug="nandu")

    def test_store_may_take_its_former_slug_back(self):
        self.store.slug = "nandu-nuevo"
        self.store.slug = "nandu"
        self.assertEqual(self.store.address, "http://nandu.localhost:8069")

    def test_slug_kept_for_the_platform_is_refused(self):
        self.assertRefused("kept for the platform", slug="www")

    def test_slug_is_proposed_from_the_name(self):
        self.assertEqual(self._create_store(name="Panes del Río", slug=False).slug, "panes-del-rio")

    def test_manager_may_not_change_who_the_store_is(self):
        for values in ({"name": "Otra"}, {"slug": "otra"}, {"vat": make_cuit(3)}):
            with self.assertRaisesRegex(AccessError, "Ask the incubator"):
                self.store.with_user(self.manager).write(values)

    def test_form_shows_who_the_store_is_to_its_manager_read_only(self):
        fnames = ["name", "slug", "vat", "active", "phone"]
        for user, read_only in ((self.manager, {"name", "slug", "vat", "active"}), (self.incubator, set())):
            described = self.env["chasqui.store"].with_user(user).fields_get(fnames, ["readonly"])
            self.assertEqual({fname for fname in fnames if described[fname]["readonly"]}, read_only)

    def test_nobody_writes_what_the_workflow_decides(self):
        for values in (
            {"state": "open"},
            {"company_id": self.env.company.id},
            {"provisioning_state": "done"},
        ):
            with self.assertRaises(AccessError):
                self.store.with_user(self.incubator).write(values)

    def test_incubator_staff_may_rename_a_store(self):
        self.store.with_user(self.incubator).name = "Otro nombre"
        self.assertEqual(self.store.name, "Otro nombre")
