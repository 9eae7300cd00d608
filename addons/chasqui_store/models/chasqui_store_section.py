from odoo import api, fields, models

from ..looks import pictures
from .chasqui_store_page import HTML_OPTIONS


class ChasquiStorePicturedLine(models.AbstractModel):
    """A line of a store's pages: in an order of its own, with a picture that is re-encoded."""

    _name = "chasqui.store.pictured.line"
    _description = "Pictured line of a store's page"
    _inherit = ["chasqui.pictured.mixin"]
    _order = "sequence, id"

    store_id = fields.Many2one(comodel_name="chasqui.store", required=True, index=True, ondelete="cascade")
    sequence = fields.Integer(default=10)
    image = fields.Image(string="Picture", max_width=1200, max_height=1200)

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([pictures.clean(self.env, vals, ("image",)) for vals in vals_list])

    def write(self, vals):
        return super().write(pictures.clean(self.env, vals, ("image",)))


class ChasquiStoreSection(models.Model):
    _name = "chasqui.store.section"
    _description = "Section of a store's page"
    _inherit = ["chasqui.store.pictured.line"]

    page = fields.Selection(
        selection=[("home", "Home"), ("about", "About us")], required=True, default="home"
    )
    name = fields.Char(string="Title", translate=True)
    body = fields.Html(string="Text", **HTML_OPTIONS)
    picture_side = fields.Selection(
        selection=[("left", "Left"), ("right", "Right"), ("wide", "Across the page")],
        required=True,
        default="left",
    )
    gallery_ids = fields.One2many(comodel_name="chasqui.store.picture", inverse_name="section_id")


class ChasquiStorePicture(models.Model):
    _name = "chasqui.store.picture"
    _description = "Picture of a store's gallery"
    _inherit = ["chasqui.store.pictured.line"]

    section_id = fields.Many2one(
        comodel_name="chasqui.store.section", required=True, index=True, ondelete="cascade"
    )
    store_id = fields.Many2one(related="section_id.store_id", store=True, required=False)
    name = fields.Char(string="What it shows", translate=True)


class ChasquiStoreTeam(models.Model):
    _name = "chasqui.store.team"
    _description = "Member of a store's team, as shown on its site"
    _inherit = ["chasqui.store.pictured.line"]

    name = fields.Char(required=True)
    role = fields.Char(translate=True)
