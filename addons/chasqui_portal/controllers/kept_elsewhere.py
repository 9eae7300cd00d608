"""Public pages of other addons, drawn once for all anonymous visitors too."""

from odoo import http

from odoo.addons.chasqui_nodes.controllers.node_finder import ChasquiNodeFinder
from odoo.addons.chasqui_seals.controllers.seals import ChasquiSeals

from .kept_page import kept_page


class KeptSeals(ChasquiSeals):
    @http.route()
    @kept_page
    def seals(self, **_kw):
        return super().seals()

    @http.route()
    @kept_page
    def seal(self, slug, **_kw):
        return super().seal(slug)


class KeptNodes(ChasquiNodeFinder):
    @http.route()
    @kept_page
    def nodes(self, **kw):
        return super().nodes(**kw)

    @http.route()
    @kept_page
    def node(self, slug, **_kw):
        return super().node(slug)
