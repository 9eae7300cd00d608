from odoo import api, fields, models
from odoo.tools import SQL

KEPT = 50  # of the newest rows, when the rest is thrown away


class ChasquiPortalChange(models.Model):
    """That something changed which the portal shows: a row for each change, read as a version.

    Written in the transaction of the change itself, so that all workers see both or none. The
    version is the newest row and how many there are: a transaction that ends late changes the latter.
    """

    _name = "chasqui.portal.change"
    _description = "Change of what the portal shows"
    _log_access = False

    is_of_directory = fields.Boolean(
        help="It may change which stores are found how, not only what a page says of one."
    )

    @api.model
    def _note(self, is_of_directory=True):
        self.env.cr.execute(
            SQL("INSERT INTO chasqui_portal_change (is_of_directory) VALUES (%s)", is_of_directory)
        )

    @api.model
    def _get_version(self, of_directory=False):
        """Return what is different after each change: of anything, or of the directory of stores alone."""
        condition = SQL("is_of_directory") if of_directory else SQL("TRUE")
        [version] = self.env.execute_query(
            SQL("SELECT COALESCE(MAX(id), 0), COUNT(*) FROM chasqui_portal_change WHERE %s", condition)
        )
        return version

    @api.autovacuum
    def _gc_changes(self):
        """Keep the table small, so that it is quickly counted."""
        self.env.cr.execute(
            SQL(
                "DELETE FROM chasqui_portal_change"
                " WHERE id < (SELECT MAX(id) - %s FROM chasqui_portal_change)",
                KEPT,
            )
        )
