from hashlib import sha256
from pathlib import Path

from odoo import api, models

from ..tools import geo, map_window

OUTLINES = Path(__file__).parents[1] / "static/src/map/provinces.svg"
# An address that changes with them: Odoo sends static files as they are, and asks for them again.
OUTLINES_URL = f"/chasqui/map/{sha256(OUTLINES.read_bytes()).hexdigest()[:8]}/provinces.svg"
MOST_NAMED = 12  # of the points that share a marker
DEFAULT_SHAPE = 4 / 3


class Website(models.Model):
    """Maps: drawn by the server, with outlines of its own; see the template `chasqui_store.map`."""

    _inherit = "website"

    @api.model
    def _prepare_chasqui_map(self, points, shape=None):
        """Return what the template draws of these points; nothing if none of them has a place.

        :param points: dicts with `name`, `url`, `lat`, `lng`, and `detail`, a line of text, or not
        :param shape: width by height
        """
        points = [
            {**point, "number": number}
            for number, point in enumerate(points, 1)
            if geo.is_place(point.get("lat") or 0, point.get("lng") or 0)
        ]
        if not points:
            return None
        places = [(point["lat"], point["lng"]) for point in points]
        window = map_window.fit(places, shape or DEFAULT_SHAPE)
        if len(set(places)) == 1:
            window = map_window.widen_to_towns(window, places[0])
        markers = [
            self._prepare_chasqui_marker([points[index] for index in indexes], window)
            for indexes in map_window.cluster(places, window)
        ]
        towns = map_window.name_towns(window, [(marker["x"], marker["y"]) for marker in markers])
        return {
            "window": window,
            "outlines": OUTLINES_URL,
            "points": points,
            "markers": markers,
            "towns": [{"name": town.name, "style": _to_style(x, y)} for town, x, y in towns],
            **self._get_chasqui_map_tiles(),
        }

    @api.model
    def _prepare_chasqui_marker(self, points, window):
        """Return a marker in the middle of the points that it stands for."""
        located = [window.locate(point["lat"], point["lng"]) for point in points]
        x, y = (sum(values) / len(points) for values in zip(*located, strict=True))
        return {
            "x": x,
            "y": y,
            "style": _to_style(x, y),
            "side": f"{'east' if x > 0.5 else 'west'} {'south' if y > 0.5 else 'north'}",
            "points": points[:MOST_NAMED],
            "count": len(points),
            "more": max(len(points) - MOST_NAMED, 0),
        }

    @api.model
    def _get_chasqui_map_tiles(self):
        """Return where a moving map gets its pictures; without an address it asks nobody."""
        parameters = self.env["ir.config_parameter"].sudo()
        return {
            "tiles_url": parameters.get_param("chasqui_store.map_tiles_url", ""),
            "attribution": parameters.get_param("chasqui_store.map_attribution", ""),
        }


def _to_style(x, y):
    return f"left:{x * 100:.2f}%;top:{y * 100:.2f}%"
