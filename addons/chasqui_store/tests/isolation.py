"""Seeding and probing of the walls between stores, for all models that there are."""

import csv
from collections import defaultdict
from datetime import date, datetime

from odoo import fields
from odoo.tools.misc import file_open

OPERATIONS = ("search", "read", "write", "unlink")
LETTERS = {"search": "s", "read": "r", "write": "w", "unlink": "u", "create": "c", "seed": "n"}


def load_exemptions(env):
    """Return why ``(model, operation, who)`` is open on purpose, from each of our addons' CSV.

    A line says which model, which operations (``s``earch, ``r``ead, ``w``rite, ``u``nlink, ``c``reate,
    or ``n``ot seeded), for whom (``all``, ``shoppers`` or ``editors``, those of
    the platform's website) and why.
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
                self.seeded[name] = self.env[name].create(self.prepare_vals(name, depth))
                self.env.flush_all()
            return self.seeded[name]
        except Exception as error:  # whatever the model asks for: the test lists what is missing
            self.env.invalidate_all()
            self.failed[name] = f"{type(error).__name__}: {error}".split("\n")[0]
            return None
        finally:
            self._pending.discard(name)

    def prepare_vals(self, name, depth=0):
        """Return the values of a record of the store."""
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
        kinds = {"all", *self._get_kinds(env.user)}
        for operation in OPERATIONS:
            self.count += len(records)
            allowed = self._get_allowed(mine, operation)
            if allowed and not any((records._name, operation, kind) in self.exempt for kind in kinds):
                self.leaks[records._name, operation].append((who, allowed.ids[:5]))

    @staticmethod
    def _get_kinds(user):
        if user.share:
            yield "shoppers"
        if user.has_group("website.group_website_designer"):
            yield "editors"

    def _get_allowed(self, records, operation):
        if operation != "search":
            return records._filtered_access(operation)
        if not records.has_access("read"):
            return records.browse()
        return records.with_context(active_test=False).search([("id", "in", records.ids)])


class Undo(Exception):
    """Ends a savepoint that worked."""


class CreationProbe:
    """Tries to create, as somebody, records that belong to another store or point at what it owns.

    :param records: the other store's records, by model
    :param seeder: what knows how to make such a record
    :param store: the one that the creators work for
    """

    def __init__(self, exempt, records, seeder, store):
        self.exempt = exempt
        self.records = records
        self.seeder = seeder
        self.own = {"res.company": store.company_id.id, "website": store.website_id.id}
        self.count = 0
        self.leaks = defaultdict(list)

    def run(self, names, who, env):
        for name in names:
            unknown = name in self.seeder.failed
            if unknown or (name, "create", "all") in self.exempt or not env[name].has_access("create"):
                continue
            for vals in self._prepare_variants(env[name]):
                self.count += 1
                if pointers := self._get_pointers_after_creation(env[name], vals):
                    self.leaks[name].append((who, sorted(pointers)))

    def _prepare_variants(self, model):
        """Return the values of a record of the other store, and of an own one that points at its records."""
        vals = self.seeder.prepare_vals(model._name)
        own = {fname: self.own.get(model._fields[fname].comodel_name, value) for fname, value in vals.items()}
        variants = [vals] if own == vals else [vals, own]
        return [variant for variant in variants if self._get_pointers(model, variant)]

    def _get_pointers(self, model, vals):
        """Return the fields whose value is the other store's, and not for everybody to read."""
        return {
            fname
            for fname, value in vals.items()
            if (field := model._fields[fname]).type == "many2one"
            and (field.comodel_name, "read", "all") not in self.exempt
            and field.comodel_name in self.records
            and value in self.records[field.comodel_name]._ids
        }

    def _get_pointers_after_creation(self, model, vals):
        """Return what of the other store a new record points at; nothing remains of it."""
        pointers = set()
        try:
            with model.env.cr.savepoint():
                record = model.create(dict(vals))
                model.env.flush_all()
                [stored] = record.sudo()._read_format(list(vals), load="")
                stored.pop("id")
                pointers = self._get_pointers(model, stored)
                raise Undo
        except Exception:  # refused, whatever the reason
            return pointers
