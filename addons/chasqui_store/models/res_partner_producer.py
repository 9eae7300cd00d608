from odoo import api, fields, models
from odoo.fields import Domain

from .chasqui_store_page import HTML_OPTIONS


class ResPartner(models.Model):
    """A producer: a contact who made products, with a story, a place and a photo."""

    _inherit = "res.partner"

    is_chasqui_producer = fields.Boolean(string="Producer", index="btree_not_null")
    chasqui_place = fields.Char(
        string="Place of production", translate=True, help="Town, region: “El Bolsón, Río Negro”."
    )
    chasqui_story = fields.Html(string="Story", **HTML_OPTIONS)
    chasqui_product_ids = fields.One2many(
        comodel_name="product.template", inverse_name="chasqui_producer_id", string="Made by them"
    )

    @api.model
    def _get_producer_counts(self, product_domain):
        """Return `{producer as sudo: number of products}` for the products of a domain, by name."""
        groups = self.env["product.template"]._read_group(
            Domain(product_domain) & Domain("chasqui_producer_id", "!=", False),
            groupby=["chasqui_producer_id"],
            aggregates=["__count"],
        )
        counts = {producer.id: count for producer, count in groups}
        producers_sudo = self.sudo().browse(counts).sorted("name")
        return {producer: counts[producer.id] for producer in producers_sudo}

    def _get_product_pictures(self, product_domain):
        """Return `{producer: address of a picture of what they make}`, that stands for their photo."""
        groups = self.env["product.template"]._read_group(
            Domain(product_domain)
            & Domain("chasqui_producer_id", "in", self.ids)
            & Domain("image_512", "!=", False),
            groupby=["chasqui_producer_id"],
            aggregates=["id:min"],
        )
        made_by = {producer.id: self.env["product.template"].browse(made) for producer, made in groups}
        return {
            producer: made_by[producer.id]._get_chasqui_picture_url("image_256")
            for producer in self
            if producer.id in made_by
        }
