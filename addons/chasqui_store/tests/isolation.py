"""Seeding and probing of the walls between stores, for all models that there are."""

import csv
from collections import defaultdict
from datetime import date, datetime

from odoo import fields
from odoo.tools.misc import file_open

OPERATIONS = ("search", "read", "write", "unlink")
LETTERS = {"search": "s", "read": "r", "write": "w", "unlink": "u", "seed": "n"}


def load_exemptions(env):
    """Return why ``(model, operation, who)`` is open on purpose, from each of our addons' CSV.

    A line says which model, which operations (``s``earch, ``r``ead, ``w``rite, ``u``nlink, or ``n``ot
    seeded), for whom (``all`` or ``shoppers``) and why.
    """
    exempt = {}
    modules = env["ir.module.module"].search([("name", "=like", "chasqui%"), ("state", "=", "installed")])
    for name in modules.mapped("name"):
        try:
            file = file_open(f"{name}/tests/isolation_exemptions.csv")
        except FileNotFoundError:
            continue
        with file:
            for row in csv.DictReader(file):
                for operation, letter in LETTERS.items():
                    if letter in row["operations"]:
                        exempt[row["model"], operation, row["who"]] = row["reason"]
    return exempt


def get_probed_models(env):
    """Return the names of all models that keep records, in a stable order."""
    return sorted(
        name
        for name, model in env.registry.items()
        if model._auto and not model._abstract and not model._transient and model._table
    )


class Seeder:
    """Creates one record of as many models as can be, for the company of a store."""

    def __init__(self, env, store, made, values):
        self.env = env
        self.company = store.company_id.with_env(env)
        self.website = store.website_id.with_env(env)
        self.seeded = made
        self.values = values
        self.failed = {}
        self._pending = set()

    def seed_all(self, names):
        for name in names:
            self.seed(name)

    def seed(self, name, depth=0):
        """Return a record of this model for the store, made now if there is none yet."""
        if name in self.seeded:
            return self.seeded[name]
        if name in self._pending or name in self.failed or depth > 3:
            return None
        self._pending.add(name)
        try:
            with self.env.cr.savepoint():
                self.seeded[name] = self.env[name].create(self._prepare_vals(name, depth))
                self.env.flush_all()
            return self.seeded[name]
        except Exception as error:  # whatever the model asks for: the test lists what is missing
            self.env.invalidate_all()
            self.failed[name] = f"{type(error).__name__}: {error}".split("\n")[0]
            return None
        finally:
            self._pending.discard(name)

    def _prepare_vals(self, name, depth):
        model = self.env[name]
        vals = {}
        defaults = model.default_get(list(model._fields))
        for field_name, field in model._fields.items():
            if field_name in get_automatic_fields(model) or not field.store or field.related:
                continue
            if field.type == "many2one" and field.comodel_name == "res.company":
                vals[field_name] = self.company.id
            elif field.type == "many2one" and field.comodel_name == "website":
                vals[field_name] = self.website.id
            elif field.required and not field.compute and not defaults.get(field_name):
                vals[field_name] = self._prepare_value(field, depth)
            elif field.type == "many2one" and self._is_parent(model, field):
                vals.setdefault(field_name, self._prepare_value(field, depth))
        vals.update(self.values.get(name, {}))
        return {key: value for key, value in vals.items() if value is not None}

    def _is_parent(self, model, field):
        """A link that deletes with its target is what a record without a company belongs to."""
        return field.ondelete == "cascade" and field.comodel_name != model._name and not field.compute

    def _prepare_value(self, field, depth):
        kind = field.type
        if kind == "many2one":
            if field.comodel_name == "res.users":
                return self.env.uid
            return self._get_any_id(field, depth + 1)
        if kind == "many2many":
            return [fields.Command.link(self._get_any_id(field, depth + 1))]
        if kind == "selection":
            values = field.get_values(self.env)
            return values[0] if values else None
        return {
            "char": f"seed {field.model_name} {self.company.id}",
            "text": "seed",
            "html": "<p>seed</p>",
            "integer": 1,
            "float": 1.0,
            "monetary": 1.0,
            "boolean": False,
            "date": date(2026, 1, 1),
            "datetime": datetime(2026, 1, 1),
            "json": {},
            "binary": b"c2VlZA==",
        }.get(kind)

    def _get_any_id(self, field, depth=1):
        """Return the store's own record, or one that all stores share; never another store's."""
        record = self.seed(field.comodel_name, depth)
        if not record:
            comodel = self.env[field.comodel_name]
            domain = [("company_id", "=", False)] if "company_id" in comodel._fields else []
            record = comodel.search(domain, limit=1)
        return record.id


def get_automatic_fields(model):
    return {"id", "create_uid", "create_date", "write_uid", "write_date", "parent_path", model._active_name}


class Probe:
    """Counts what users may do with the records of another store."""

    def __init__(self, exempt):
        self.exempt = exempt
        self.count = 0
        self.leaks = defaultdict(list)

    def run(self, records, who, env):
        """Try all operations on these records in the environment of somebody."""
        mine = records.with_env(env)
        kinds = {"all", "shoppers"} if env.user.share else {"all"}
        for operation in OPERATIONS:
            self.count += len(records)
            allowed = self._get_allowed(mine, operation)
            if allowed and not any((records._name, operation, kind) in self.exempt for kind in kinds):
                self.leaks[records._name, operation].append((who, allowed.ids[:5]))

    def _get_allowed(self, records, operation):
        if operation != "search":
            return records._filtered_access(operation)
        if not records.has_access("read"):
            return records.browse()
        return records.with_context(active_test=False).search([("id", "in", records.ids)])
