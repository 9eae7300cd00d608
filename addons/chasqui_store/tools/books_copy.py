from collections import defaultdict

from psycopg2.extras import Json

from odoo.tools import SQL

# A model comes after those that its required columns point at.
BOOKS_MODELS = (
    "account.group",
    "account.account",
    "account.tax.group",
    "account.fiscal.position",
    "account.fiscal.position.account",
    "account.tax",
    "account.tax.repartition.line",
    "account.journal",
    "account.payment.method.line",
    "account.reconcile.model",
    "account.reconcile.model.line",
)
# How to find the rows of one company, where the model has no company of its own.
OWNERS = {
    "account.account": "company_ids",
    "account.fiscal.position.account": "position_id.company_id",
    "account.payment.method.line": "journal_id.company_id",
    "account.reconcile.model.line": "model_id.company_id",
}
# What belongs to one record only, and is made again when it is needed.
NOT_COPIED = {
    "account.journal": {"access_token", "alias_id", "bank_account_id"},
    "account.payment.method.line": {"payment_provider_id"},
}
# Scalars that a chart of accounts sets on the company are those that its modules have put there.
CHART_MODULES = ("account", "l10n_")


class BooksCopy:
    """Copies the books of one company, before anything is posted in them, to a new company.

    Loading a chart of accounts makes several thousand queries, for a result that is the same for
    each company with the same chart and language. Here the rows themselves are copied, every
    relation between them leading to its copy.
    """

    def __init__(self, source, target):
        self.env = source.env(su=True)(context={"active_test": False})
        self.cr = self.env.cr
        self.source = source
        self.target = target
        self.copies = {
            "res.company": {source.id: target.id},
            "res.partner": {source.partner_id.id: target.partner_id.id},
        }
        self.copied_relations = set()

    def run(self):
        self.env.flush_all()
        for model in BOOKS_MODELS:
            self._reserve_ids(self.env[model])
        for model in BOOKS_MODELS:
            self._copy_rows(self.env[model])
        for model in BOOKS_MODELS:
            self._copy_relations(self.env[model])
        self._copy_external_ids()
        self._copy_company_columns()
        self.env.invalidate_all()
        self._copy_defaults()
        self.env.registry.clear_cache()  # external ids

    def _reserve_ids(self, model):
        owner = OWNERS.get(model._name, "company_id")
        ids = model.search([(owner, "in", self.source.ids)], order="id").ids
        sequence = SQL("SELECT nextval(%s) FROM generate_series(1, %s)", f"{model._table}_id_seq", len(ids))
        new_ids = [new_id for [new_id] in self.env.execute_query(sequence)]
        self.copies[model._name] = dict(zip(ids, new_ids, strict=True))

    def _copy_rows(self, model):
        copies = self.copies[model._name]
        if not copies:
            return
        fields = [
            field
            for field in model._fields.values()
            if field.store and field.column_type and field.name not in NOT_COPIED.get(model._name, ())
        ]
        columns = SQL(", ").join(SQL.identifier(field.name) for field in fields)
        rows = self.env.execute_query(
            SQL("SELECT %s FROM %s WHERE id = ANY(%s)", columns, SQL.identifier(model._table), list(copies))
        )
        self._insert(
            model._table,
            [field.name for field in fields],
            [
                [self._copy_value(model, field, value) for field, value in zip(fields, row, strict=True)]
                for row in rows
            ],
        )

    def _insert(self, table, columns, rows):
        self.env.execute_query(
            SQL(
                "INSERT INTO %s (%s) VALUES %s RETURNING 1",
                SQL.identifier(table),
                SQL(", ").join(map(SQL.identifier, columns)),
                SQL(", ").join(SQL("%s", tuple(row)) for row in rows),
            )
        )

    def _copy_value(self, model, field, value):
        """Return the value of one column for the copy of its row."""
        if value is None:
            return None
        if field.name == "id":
            return self.copies[model._name][value]
        if field.company_dependent:
            own = value.get(str(self.source.id))
            return Json({str(self.target.id): own}) if own is not None else None
        if field.type == "many2one":
            return self.copies.get(field.comodel_name, {}).get(value, value)
        return Json(value) if isinstance(value, dict | list) else value

    def _copy_relations(self, model):
        for field in model._fields.values():
            if field.type != "many2many" or not field.store or field.relation in self.copied_relations:
                continue
            self.copied_relations.add(field.relation)
            self._copy_relation(field, self.copies[model._name], self.copies.get(field.comodel_name, {}))

    def _copy_relation(self, field, copies, other_copies):
        table, column, other = map(SQL.identifier, (field.relation, field.column1, field.column2))
        pairs = self.env.execute_query(
            SQL("SELECT %s, %s FROM %s WHERE %s = ANY(%s)", column, other, table, column, list(copies))
        )
        if pairs:
            self._insert(
                field.relation,
                (field.column1, field.column2),
                [(copies[left], other_copies.get(right, right)) for left, right in pairs],
            )

    def _copy_external_ids(self):
        """Charts find their records by names that begin with the company's id."""
        prefix = f"{self.source.id}_"
        names = self.env["ir.model.data"].search_fetch(
            [
                ("module", "=", "account"),
                ("name", "=like", f"{self.source.id}\\_%"),
                ("model", "in", BOOKS_MODELS),
            ]
        )
        self.env["ir.model.data"].create(
            [
                {
                    "module": "account",
                    "name": f"{self.target.id}_{name.name.removeprefix(prefix)}",
                    "model": name.model,
                    "res_id": self.copies[name.model][name.res_id],
                    "noupdate": True,
                }
                for name in names
                if name.res_id in self.copies[name.model]
            ]
        )

    def _copy_company_columns(self):
        """Write what a chart sets on the company; reading first, since both rows are one table's."""
        fields = [field for field in self.source._fields.values() if self._is_set_by_chart(field)]
        columns = SQL(", ").join(SQL.identifier(field.name) for field in fields)
        [row] = self.env.execute_query(
            SQL("SELECT %s FROM res_company WHERE id = %s", columns, self.source.id)
        )
        values = [
            SQL("%s = %s", SQL.identifier(field.name), self._copy_value(self.source, field, value))
            for field, value in zip(fields, row, strict=True)
        ]
        self.env.execute_query(
            SQL(
                "UPDATE res_company SET %s WHERE id = %s RETURNING id", SQL(", ").join(values), self.target.id
            )
        )

    def _is_set_by_chart(self, field):
        if not (field.store and field.column_type):
            return False
        if field.type == "many2one":
            return field.comodel_name in BOOKS_MODELS or field.name == "account_fiscal_country_id"
        return (field._module or "").startswith(CHART_MODULES)

    def _copy_defaults(self):
        """Accounts that contacts and categories have by default are defaults of the company."""
        by_model = defaultdict(dict)
        defaults = self.env["ir.default"].search(
            [("company_id", "=", self.source.id), ("user_id", "=", False)]
        )
        for default in defaults:
            by_model[default.field_id.model][default.field_id.name] = default.json_value
        for model, values in by_model.items():
            for fname, json_value in values.items():
                field = self.env[model]._fields.get(fname)
                if field and field.type == "many2one" and field.comodel_name in BOOKS_MODELS:
                    copy = self.copies[field.comodel_name].get(int(json_value))
                    self.env["ir.default"].set(model, fname, copy, company_id=self.target.id)
