"""The models of other addons that the portal's pages read; see `chasqui.shown.mixin`."""

from odoo import models


class ChasquiStore(models.Model):
    _name = "chasqui.store"
    _inherit = ["chasqui.shown.mixin", "chasqui.store"]


class ChasquiStoreSlug(models.Model):
    _name = "chasqui.store.slug"
    _inherit = ["chasqui.shown.mixin", "chasqui.store.slug"]


class ChasquiStoreTeam(models.Model):
    _name = "chasqui.store.team"
    _inherit = ["chasqui.shown.mixin", "chasqui.store.team"]

    _chasqui_directory_fields = frozenset()


class ChasquiPickupPoint(models.Model):
    _name = "chasqui.pickup.point"
    _inherit = ["chasqui.shown.mixin", "chasqui.pickup.point"]


class ChasquiPickupOpening(models.Model):
    _name = "chasqui.pickup.opening"
    _inherit = ["chasqui.shown.mixin", "chasqui.pickup.opening"]

    _chasqui_directory_fields = frozenset()


class ChasquiBuyingWay(models.Model):
    _name = "chasqui.buying.way"
    _inherit = ["chasqui.shown.mixin", "chasqui.buying.way"]


class ChasquiSeal(models.Model):
    _name = "chasqui.seal"
    _inherit = ["chasqui.shown.mixin", "chasqui.seal"]


class ChasquiSealGrant(models.Model):
    _name = "chasqui.seal.grant"
    _inherit = ["chasqui.shown.mixin", "chasqui.seal.grant"]


class DeliveryCarrier(models.Model):
    _name = "delivery.carrier"
    _inherit = ["chasqui.shown.mixin", "delivery.carrier"]


class ProductTemplate(models.Model):
    _name = "product.template"
    _inherit = ["chasqui.shown.mixin", "product.template"]

    _chasqui_directory_fields = frozenset(
        {"active", "chasqui_producer_id", "company_id", "is_published", "public_categ_ids", "sale_ok"}
    )


class ProductPricelistItem(models.Model):
    _name = "product.pricelist.item"
    _inherit = ["chasqui.shown.mixin", "product.pricelist.item"]

    _chasqui_directory_fields = frozenset()


class ProductPublicCategory(models.Model):
    _name = "product.public.category"
    _inherit = ["chasqui.shown.mixin", "product.public.category"]


class ResPartner(models.Model):
    """Of all contacts, producers alone."""

    _name = "res.partner"
    _inherit = ["chasqui.shown.mixin", "res.partner"]

    _chasqui_directory_fields = frozenset()

    def _is_shown_on_portal(self):
        return any(self.sudo().mapped("is_chasqui_producer"))


class ChasquiNode(models.Model):
    _name = "chasqui.node"
    _inherit = ["chasqui.shown.mixin", "chasqui.node"]

    _chasqui_directory_fields = frozenset()


class ChasquiNodeStore(models.Model):
    _name = "chasqui.node.store"
    _inherit = ["chasqui.shown.mixin", "chasqui.node.store"]

    _chasqui_directory_fields = frozenset()


class ChasquiNodeMember(models.Model):
    """How many members a node has says whether there is room in it."""

    _name = "chasqui.node.member"
    _inherit = ["chasqui.shown.mixin", "chasqui.node.member"]

    _chasqui_directory_fields = frozenset()


class ChasquiNodePhoto(models.Model):
    _name = "chasqui.node.photo"
    _inherit = ["chasqui.shown.mixin", "chasqui.node.photo"]

    _chasqui_directory_fields = frozenset()


class ChasquiNodePost(models.Model):
    _name = "chasqui.node.post"
    _inherit = ["chasqui.shown.mixin", "chasqui.node.post"]

    _chasqui_directory_fields = frozenset()


class ChasquiGathering(models.Model):
    _name = "chasqui.gathering"
    _inherit = ["chasqui.shown.mixin", "chasqui.gathering"]

    _chasqui_directory_fields = frozenset()


class ChasquiCollectiveOrder(models.Model):
    """Of all purchases, those of nodes: until when one can choose."""

    _name = "chasqui.collective.order"
    _inherit = ["chasqui.shown.mixin", "chasqui.collective.order"]

    _chasqui_directory_fields = frozenset()

    def _is_shown_on_portal(self):
        return any(self.sudo().mapped("node_id"))


class ChasquiSealCategory(models.Model):
    _name = "chasqui.seal.category"
    _inherit = ["chasqui.shown.mixin", "chasqui.seal.category"]


class ChasquiSealCriterion(models.Model):
    _name = "chasqui.seal.criterion"
    _inherit = ["chasqui.shown.mixin", "chasqui.seal.criterion"]

    _chasqui_directory_fields = frozenset()
