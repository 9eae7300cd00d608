from odoo import fields, models
from odoo.tools import html2plaintext

from odoo.addons.chasqui_store.models.chasqui_store_page import HTML_OPTIONS


class ChasquiNode(models.Model):
    """What a node tells about itself."""

    _name = "chasqui.node"
    _inherit = ["chasqui.picture.mixin", "chasqui.pictured.mixin", "chasqui.node"]

    story = fields.Html(**{**HTML_OPTIONS, "translate": False})
    languages = fields.Char(
        string="Languages of help", help="In which somebody can be asked: Spanish, Guaraní, sign language."
    )
    photo_ids = fields.One2many(comodel_name="chasqui.node.photo", inverse_name="node_id", string="Photos")

    def _get_story_text(self):
        """Return the story as coordinators write it: plain text."""
        return html2plaintext(self.story).strip() if self.story else ""


class ChasquiNodePhoto(models.Model):
    """A photo of the place or of a delivery day; as public as the node's page."""

    _name = "chasqui.node.photo"
    _description = "Photo of a Node"
    _inherit = ["chasqui.picture.mixin", "chasqui.pictured.mixin"]
    _order = "node_id, sequence, id"

    node_id = fields.Many2one(comodel_name="chasqui.node", required=True, ondelete="cascade", index=True)
    sequence = fields.Integer(default=10)
    name = fields.Char(string="What is to be seen", required=True, help="Read aloud to who does not see it.")
    image = fields.Image(max_width=1280, max_height=1280, required=True)

    # === BUSINESS METHODS === #

    def _is_shown_to(self, user):
        """Tell whether somebody may see the photo: everybody those of open nodes, else the node's people."""
        node = self.node_id
        if node.state == "running" and node.join_policy == "open":
            return True
        if user._is_internal():
            return node.with_user(user).has_access("read")
        return node._get_member_of(user.partner_id).state == "accepted"
