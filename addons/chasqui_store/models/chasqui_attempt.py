from odoo import api, fields, models
from odoo.tools import SQL

from ..tools.transaction import own_transaction


class ChasquiAttempt(models.Model):
    """How often something was tried from one place lately, counted over all processes.

    Odoo counts failed sign-ins in the memory of each worker, so that sixteen of them allow sixteen
    times as many. What is tried here may fail and roll back, so counting has transactions of its own.
    """

    _name = "chasqui.attempt"
    _description = "Attempts from one place"
    _log_access = False

    key = fields.Char(required=True, help="What was tried, and from where")
    count = fields.Integer(required=True, default=1)
    last = fields.Datetime(required=True, default=fields.Datetime.now)

    _key_unique = models.UniqueIndex("(key)")

    @api.model
    def _add(self, key, window=3600):
        """Count one more, starting anew after ``window`` seconds of quiet; return how many."""
        with own_transaction(self.env) as cr:
            cr.execute(
                SQL(
                    """
                    INSERT INTO chasqui_attempt AS attempt (key, count, last)
                         VALUES (%(key)s, 1, %(now)s)
                    ON CONFLICT (key) DO UPDATE
                            SET count = CASE
                                    WHEN attempt.last < %(now)s - %(window)s * INTERVAL '1 second'
                                    THEN 1
                                    ELSE attempt.count + 1
                                END,
                                last = %(now)s
                      RETURNING count
                    """,
                    key=key,
                    now=fields.Datetime.now(),
                    window=window,
                )
            )
            return cr.fetchone()[0]

    @api.model
    def _get(self, key):
        """Return how many there were, and when the last one was."""
        with own_transaction(self.env) as cr:
            cr.execute(SQL("SELECT count, last FROM chasqui_attempt WHERE key = %s", key))
            return cr.fetchone() or (0, None)

    @api.model
    def _forget(self, key):
        with own_transaction(self.env) as cr:
            cr.execute(SQL("DELETE FROM chasqui_attempt WHERE key = %s", key))

    @api.autovacuum
    def _gc_attempts(self):
        yesterday = fields.Datetime.subtract(fields.Datetime.now(), days=1)
        self.search([("last", "<", yesterday)]).unlink()
