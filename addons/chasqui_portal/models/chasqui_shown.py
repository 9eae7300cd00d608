"""The models of other addons that the portal's pages read; see `chasqui.shown.mixin`."""

from odoo import models

MIXIN = "chasqui.shown.mixin"
ALL = None
NONE = frozenset()
#: model -> the names of its fields that say how stores are found in the directory
SHOWN = {
    # stores
    "chasqui.store": ALL,
    "chasqui.store.slug": ALL,
    "chasqui.store.team": NONE,
    "chasqui.pickup.point": ALL,
    "chasqui.pickup.opening": NONE,
    "chasqui.buying.way": ALL,
    "delivery.carrier": ALL,
    # what they sell
    "product.template": frozenset(
        {"active", "chasqui_producer_id", "company_id", "is_published", "public_categ_ids", "sale_ok"}
    ),
    "product.pricelist.item": NONE,
    "product.public.category": ALL,
    # seals
    "chasqui.seal": ALL,
    "chasqui.seal.category": ALL,
    "chasqui.seal.criterion": NONE,
    "chasqui.seal.grant": ALL,
    # nodes; how many members one has says whether there is room in it
    "chasqui.node": NONE,
    "chasqui.node.store": NONE,
    "chasqui.node.member": NONE,
    "chasqui.node.photo": NONE,
    "chasqui.node.post": NONE,
    "chasqui.gathering": NONE,
    # news
    "blog.blog": NONE,
    "blog.post": NONE,
}

for _name, _fields in SHOWN.items():
    # As `class Shown(models.Model)` would declare it, once for each
    type(models.Model)(
        "Shown",
        (models.Model,),
        {
            "__module__": __name__,
            "_name": _name,
            "_inherit": [MIXIN, _name],
            "_chasqui_directory_fields": _fields,
        },
    )


class ResPartner(models.Model):
    """Of all contacts, producers alone."""

    _name = "res.partner"
    _inherit = [MIXIN, "res.partner"]

    _chasqui_directory_fields = NONE

    def _is_shown_on_portal(self):
        return any(self.sudo().mapped("is_chasqui_producer"))


class ChasquiCollectiveOrder(models.Model):
    """Of all purchases, those of nodes: until when one can choose."""

    _name = "chasqui.collective.order"
    _inherit = [MIXIN, "chasqui.collective.order"]

    _chasqui_directory_fields = NONE

    def _is_shown_on_portal(self):
        return any(self.sudo().mapped("node_id"))
