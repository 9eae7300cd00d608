from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from odoo.addons.chasqui_store.tools import geo

LIKE_SIGNS = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})
# What stands at /nodes/ beside the nodes.
RESERVED_SLUGS = {"calendar", "invitation", "start", "tell-me", "told"}


class ChasquiNode(models.Model):
    """Nodes that people look for. What strangers learn, distances included, comes from the rough position."""

    _inherit = "chasqui.node"

    wishes_told = fields.Boolean(
        copy=False, help="Whoever wished for a node around here was told that there is this one."
    )

    # === CONSTRAINTS === #

    @api.constrains("slug")
    def _check_slug_is_not_ours(self):
        if reserved := RESERVED_SLUGS.intersection(self.mapped("slug")):
            raise ValidationError(self.env._("“%s” is an address of the site itself.", min(reserved)))

    # === BUSINESS METHODS === #

    @api.model
    def _find_free_slug(self, name, city=None):
        """Leave the addresses of our own pages aside."""
        slug = super()._find_free_slug(name, city)
        return super()._find_free_slug(f"node {name}", city) if slug in RESERVED_SLUGS else slug

    @api.model
    def _get_public_domain(self):
        """Return which nodes everybody may find: those by invitation, and those that end, nobody."""
        return Domain("state", "=", "running") & Domain("join_policy", "=", "open")

    @api.model
    def _find_public(self, slug):
        """Return, as sudo, the node that everybody may see at an address."""
        return self._find_by_slug(slug).filtered_domain(self._get_public_domain())

    @api.model
    def _find_around(self, place=None, text=None):
        """Return, as sudo, public nodes: those that a text names first, then the nearest to a place.

        :param place: (latitude, longitude); without it only those that the text names are found
        :return: list of (node, kilometres or None); nodes that are on no map come last
        """
        nodes_sudo = self.sudo().search_fetch(
            self._get_public_domain(), ["name", "rough_latitude", "rough_longitude"]
        )
        named_sudo = nodes_sudo._filter_named(text) if text else nodes_sudo.browse()
        if text and not place:
            nodes_sudo = named_sudo
        found = [(node_sudo, node_sudo._get_distance_from(place)) for node_sudo in nodes_sudo]
        return sorted(
            found, key=lambda pair: (pair[0] not in named_sudo, pair[1] is None, pair[1] or 0, pair[0].name)
        )

    @api.model
    def _find_locality(self, names):
        """Return ``(label, place)`` of a locality that a public node says it is in; no list has all of them.

        :param names: how it may be called, the likeliest first
        """
        for name in names:
            for fname in ("city", "neighbourhood"):
                domain = self._get_public_domain() & Domain(fname, "=ilike", name.translate(LIKE_SIGNS))
                nodes_sudo = self.sudo().search(domain & Domain("latitude", "!=", 0), limit=1)
                if nodes_sudo:
                    label = nodes_sudo.city if fname == "city" else nodes_sudo._get_rough_place()
                    return label, nodes_sudo._get_rough_position()
        return None

    def _filter_named(self, text):
        """Return those whose name, neighbourhood or town has these words in it."""
        return self.filtered_domain(
            Domain.OR([(name, "ilike", text)] for name in ("name", "neighbourhood", "city"))
        )

    def _get_rough_position(self):
        """Return where on the map strangers see it; nothing if nobody said."""
        self.ensure_one()
        return (self.rough_latitude, self.rough_longitude) if self._has_position() else None

    def _get_distance_from(self, place):
        """Return the kilometres to a place, as far as strangers may know; nothing if it cannot be told."""
        position = self._get_rough_position()
        return geo.distance_km(position, place) if place and position else None

    def _get_map_point(self, distance=None):
        """Return the node as the map wants it."""
        self.ensure_one()
        position = self._get_rough_position() or (0.0, 0.0)
        return {
            "name": self.name,
            "url": f"/nodes/{self.slug}",
            "lat": position[0],
            "lng": position[1],
            "detail": self._get_distance_text(distance) or self._get_rough_place(),
        }

    def _get_distance_text(self, distance):
        """Return a distance in words, no more exact than what strangers may know."""
        if distance is None:
            return ""
        if distance < 1.5:
            return self.env._("less than 2 km away")
        return self.env._("about %s km away", round(distance))
