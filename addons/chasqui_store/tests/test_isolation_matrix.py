import logging

from odoo.fields import Command
from odoo.tests import new_test_user, tagged
from odoo.tools import SQL, mute_logger

from .common_walls import WallsCommon
from .isolation import CreationProbe, Probe, Seeder, get_probed_models, load_exemptions
from .isolation_business import BusinessSeeder

_logger = logging.getLogger(__name__)
MINIMUM_PROBES = 30000
MINIMUM_RECORDS = 900
MINIMUM_CREATIONS = 100
# Who may create the most; the others may create less of the same.
CREATORS = ("manager", "operator", "shopper of A", "web editor")


@tagged("post_install", "-at_install")
class TestIsolationMatrix(WallsCommon):
    """No role of one store reaches a record of another, whatever the model."""

    @classmethod
    def setUpClass(cls):
        cls.records = {}
        cls.failed = {}
        cls.seeders = {}
        super().setUpClass()
        cls.exempt = load_exemptions(cls.env)
        cls._create_roles()
        for store, manager in ((cls.store_a, cls.manager_a), (cls.store_b, cls.manager_b)):
            before = cls._get_last_ids()
            with mute_logger("odoo.sql_db", "odoo.models", "odoo.addons.base.models.ir_model"):
                cls._seed_store(store, manager)
            cls._add_records(store.slug, before)
        cls.records = {
            slug: {name: kept for name, found in by_name.items() if (kept := cls._keep(found))}
            for slug, by_name in cls.records.items()
        }

    @classmethod
    def _keep(cls, records):
        """Leave out what is gone since, and what is nobody's.

        The pictures of websites are public; Odoo numbers payments together in one sequence of all.
        """
        records = records.exists()
        if records._name == "ir.attachment":
            return records.filtered(lambda record: record.res_model != "website")
        if records._name == "ir.sequence":
            return records.filtered("company_id")
        return records

    @classmethod
    def _open_store(cls, name):
        """Override: whole stores, with books, warehouse, methods and all."""
        cls.names = get_probed_models(cls.env)
        cls.env = cls.env(context={**cls.env.context, "tracking_disable": True})
        before = cls._get_last_ids()
        store = cls._provision_store(name=f"Store {name}", slug=f"walls-{name}")
        store.state = "open"
        cls._add_records(store.slug, before)
        return store

    @classmethod
    def _add_records(cls, slug, before):
        """Note as a store's all records that were made since."""
        mine = cls.records.setdefault(slug, {})
        for name, records in cls._get_records_since(before).items():
            mine[name] = mine.get(name, records) | records

    @classmethod
    def _create_roles(cls):
        branch_company = cls.env["res.company"].create(
            {"name": "Branch of A", "parent_id": cls.store_a.company_id.id}
        )
        company_a = cls.store_a.company_id
        cls.roles = {
            "operator": cls.operator_a,
            "manager": cls.manager_a,
            "nobody yet": cls._create_user("plain", "base.group_user", company_a),
            "shopper": cls.shopper,
            "shopper of A": cls._create_user("shopper-a", "base.group_portal", company_a),
            "visitor": company_a._get_public_user(),
            "operator of a branch": cls._create_user(
                "operator-d", "chasqui_store.group_operator", branch_company
            ),
            "manager of two": cls._create_user(
                "manager-two", "chasqui_store.group_manager", company_a + branch_company
            ),
            "bookkeeper": cls._create_user(
                "books", "account.group_account_manager,account.group_account_user", company_a
            ),
            "web editor": cls._create_user("editor", "website.group_website_designer", company_a),
            "stock keeper": cls._create_user("stock", "stock.group_stock_manager", company_a),
        }

    @classmethod
    def _create_user(cls, login, groups, companies):
        return new_test_user(
            cls.env,
            f"walls-{login}",
            groups,
            company_id=companies[0].id,
            company_ids=[Command.set(companies.ids)],
        )

    @classmethod
    def _get_last_ids(cls):
        cls.env.flush_all()
        queries = [
            SQL(
                "SELECT %s, COALESCE(MAX(id), 0) FROM %s",
                name,
                SQL.identifier(cls.env[name]._table),
            )
            for name in cls.names
        ]
        return dict(cls.env.execute_query(SQL(" UNION ALL ").join(queries)))

    @classmethod
    def _get_records_since(cls, last_ids):
        """Return the records of each model that were made since."""
        now = cls._get_last_ids()
        found = {}
        for name in cls.names:
            if now[name] > last_ids[name]:
                records = cls.env[name].sudo().with_context(active_test=False)
                found[name] = records.search([("id", ">", last_ids[name])])
        return found

    @classmethod
    def _seed_store(cls, store, manager):
        """Provision what every store has, do business, and add one of everything else."""
        env = cls.env(
            user=manager,
            su=True,
            context={**cls.env.context, "allowed_company_ids": store.company_id.ids},
        )
        business = BusinessSeeder(env, store)
        seeder = Seeder(env, store, business.make(), business.prepare_values())
        seeder.seed_all(cls.names)
        cls.failed[store.slug] = seeder.failed
        cls.seeders[store.slug] = seeder

    def test_no_role_reaches_another_store(self):
        probe = Probe(self.exempt)
        records_b = self.records[self.store_b.slug]
        with mute_logger("odoo.addons.base.models.ir_rule", "odoo.addons.base.models.ir_model"):
            for who, user in self.roles.items():
                self.env.invalidate_all()
                env = self.env(user=user, context={}, su=False)
                for records in records_b.values():
                    probe.run(records.with_env(records.env(context={})), who, env)
        count = sum(map(len, records_b.values()))
        _logger.info("isolation: %s records of %s models, %s probes", count, len(records_b), probe.count)
        leaks = [
            f"{name} {operation}: {'; '.join(f'{who} {ids}' for who, ids in found)}"
            for (name, operation), found in sorted(probe.leaks.items())
        ]
        self.assertFalse(leaks, "\n" + "\n".join(leaks))
        self.assertGreaterEqual(count, MINIMUM_RECORDS)
        self.assertGreaterEqual(probe.count, MINIMUM_PROBES)

    def test_no_role_creates_what_belongs_to_another_store(self):
        slug = self.store_b.slug
        probe = CreationProbe(self.exempt, self.records[slug], self.seeders[slug], self.store_a)
        with mute_logger(
            "odoo.sql_db", *(f"odoo.addons.base.models.{name}" for name in ("ir_rule", "ir_model"))
        ):
            for who in CREATORS:
                self.env.invalidate_all()
                probe.run(self.names, who, self.env(user=self.roles[who], context={}, su=False))
        _logger.info("isolation: %s creations tried", probe.count)
        leaks = [f"{name}: {found}" for name, found in sorted(probe.leaks.items())]
        self.assertFalse(leaks, "\n" + "\n".join(leaks))
        self.assertGreaterEqual(probe.count, MINIMUM_CREATIONS)

    def test_numbers_that_all_stores_share_are_not_changed(self):
        """Odoo numbers payments together in one sequence of all."""
        shared = self.env["ir.sequence"].search([("company_id", "=", False)])
        self.assertTrue(shared)
        for who, user in self.roles.items():
            for operation in ("write", "unlink"):
                allowed = shared.with_env(self.env(user=user, context={}, su=False))._filtered_access(
                    operation
                )
                self.assertFalse(allowed, f"{who} {operation}")

    def test_all_that_staff_can_reach_is_seeded(self):
        """A model that nothing is known of fails: seed it, or write down why not."""
        missing = []
        for name in self.names:
            records = self.records[self.store_b.slug].get(name)
            reachable = any(
                self.env[name].with_user(user).has_access("read")
                for who, user in self.roles.items()
                if who != "web editor"  # whom the platform trusts with every site, as its administrators
            )
            if reachable and not records and (name, "seed", "all") not in self.exempt:
                missing.append(f"{name}: {self.failed[self.store_b.slug].get(name, 'nothing')}")
        self.assertFalse(missing, "\n" + "\n".join(missing))

    def test_exemptions_name_models_that_there_are(self):
        unknown = {name for name, _operation, _who in self.exempt} - set(self.names)
        self.assertFalse(unknown)
        self.assertTrue(all(reason.strip() for reason in self.exempt.values()))

    def test_managers_reach_what_is_their_own(self):
        """The walls are tested above by what fails: this shows that it is not for another reason."""
        env = self.env(user=self.manager_b, context={}, su=False)
        for name in ("sale.order", "account.move", "stock.picking", "product.template", "res.partner"):
            records = self.records[self.store_b.slug][name].with_env(env)
            self.assertTrue(records._filtered_access("write"), name)
