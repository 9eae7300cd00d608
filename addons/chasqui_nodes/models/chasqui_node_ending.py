from odoo import api, models
from odoo.exceptions import UserError


class ChasquiNode(models.Model):
    """How a node ends: it winds down, finishes what it bought, and is closed; nothing is deleted."""

    _inherit = "chasqui.node"

    # === CRUD METHODS === #

    @api.ondelete(at_uninstall=False)
    def _unlink_except_without_purchases(self):
        if self.sudo().collective_ids:
            raise UserError(self.env._("A node that has bought is not deleted: wind it down instead."))

    # === ACTIONS === #

    def action_wind_down(self):
        """Start nothing new; the node closes when all that it bought is delivered."""
        self.check_access("write")
        self.sudo()._wind_down()

    def action_close(self):
        self.check_access("write")
        self.sudo()._close()

    def action_resume(self):
        """Take a node up again."""
        self.check_access("write")
        self.sudo()._resume()

    # === BUSINESS METHODS === #

    def _wind_down(self):
        for node in self:
            if node.state != "running":
                raise UserError(self.env._("This node is ending already."))
            node.state = "winding_down"
            node._close_invitation()

    def _close(self):
        """End for good: refused while something is under way; its stores and people are let go."""
        for node in self:
            if node._get_open_purchases():
                raise UserError(
                    self.env._("“%s” has purchases under way: they are delivered first.", node.name)
                )
        self._close_invitation()
        self.write({"state": "closed"})
        self.node_store_ids.filtered(lambda link: link.state in ("asked", "accepted")).state = "ended"

    def _resume(self):
        """Take a node up again; stores are asked anew."""
        for node in self:
            if not node._get_general_coordinators():
                raise UserError(self.env._("“%s” has no coordinator.", node.name))
        self.write({"state": "running"})
