from odoo import fields, models
from odoo.tools import SQL


class ChasquiSealVersion(models.Model):
    """What a seal meant from a day on: its texts and criteria, in every language, as they were.

    Grants point at the version under which they were granted.
    """

    _name = "chasqui.seal.version"
    _description = "Version of a Seal"
    _order = "seal_id, number desc"

    seal_id = fields.Many2one(comodel_name="chasqui.seal", required=True, ondelete="restrict", index=True)
    number = fields.Integer(required=True, readonly=True)
    date_from = fields.Date(string="In force since", required=True, readonly=True)
    name = fields.Char(required=True, translate=True, readonly=True)
    short_meaning = fields.Char(translate=True, readonly=True)
    meaning = fields.Html(translate=True, sanitize=True, readonly=True)
    legal_note = fields.Text(translate=True, readonly=True)
    criteria = fields.Text(translate=True, readonly=True, help="One criterion a line.")
    decision_id = fields.Many2one(
        comodel_name="chasqui.decision", string="Decided by", readonly=True, ondelete="restrict"
    )
    grant_ids = fields.One2many(comodel_name="chasqui.seal.grant", inverse_name="version_id")

    _number_unique = models.UniqueIndex("(seal_id, number)")

    def _get_criteria_list(self):
        """Return the criteria as a list, in the reader's language."""
        return (self.criteria or "").splitlines()

    def _copy_texts(self):
        """Take the texts of the seal as they are now, all languages at once."""
        self._take_texts(lambda _name, text: text)

    def _add_languages(self):
        """Take the texts of the seal in languages that these did not have; what they said stays."""

        def add(name, text):
            said = SQL("COALESCE(version.%s, '{}'::jsonb)", SQL.identifier(name))
            return SQL("NULLIF(COALESCE(%s, '{}'::jsonb) || %s, '{}'::jsonb)", text, said)

        self._take_texts(add)

    def _take_texts(self, combine):
        """Write the seals' texts: `combine(name, text)` returns the SQL of a column."""
        names = ("name", "short_meaning", "meaning", "legal_note")
        self.env["chasqui.seal"].flush_model(names)
        self.env["chasqui.seal.criterion"].flush_model()
        self.flush_recordset()
        texts = {name: SQL("seal.%s", SQL.identifier(name)) for name in names}
        texts["criteria"] = self._get_criteria_sql()
        columns = SQL(", ").join(
            SQL("%s = %s", SQL.identifier(name), combine(name, text)) for name, text in texts.items()
        )
        self.env.cr.execute(
            SQL(
                """
                UPDATE chasqui_seal_version AS version
                   SET %s
                  FROM chasqui_seal AS seal
                 WHERE seal.id = version.seal_id AND version.id = ANY(%s)
                """,
                columns,
                self.ids,
            )
        )
        self.invalidate_recordset()

    def _get_criteria_sql(self):
        """Return the SQL of the criteria, one a line, in each language that any of them has."""
        return SQL(
            """(
                SELECT jsonb_object_agg(lang.code, (
                    SELECT string_agg(
                        COALESCE(criterion.name->>lang.code, criterion.name->>'en_US'), E'\\n'
                        ORDER BY criterion.sequence, criterion.id
                    )
                      FROM chasqui_seal_criterion AS criterion
                     WHERE criterion.seal_id = seal.id AND criterion.active
                ))
                  FROM (
                    SELECT DISTINCT jsonb_object_keys(criterion.name) AS code
                      FROM chasqui_seal_criterion AS criterion
                     WHERE criterion.seal_id = seal.id AND criterion.active
                  ) AS lang
            )"""
        )
