from odoo import api, models

from ..tools.store_query import WAYS


class ChasquiDirectory(models.AbstractModel):
    """The choices of the directory's filters, in words."""

    _inherit = "chasqui.directory"

    @api.model
    def _name_facets(self, counts, query):
        """Return each filter's choices as `(value, name, count)`; what is chosen is among them."""
        kinds = self.env["chasqui.store"]._fields["organisation_type"]._description_selection(self.env)
        return {
            "provinces": self._name_provinces(counts["province"], query),
            "towns": sorted((name, name, count) for name, count in _with(counts["town"], query.town)),
            "kinds": [
                (kind, name, counts["kind"].get(kind, 0))
                for kind, name in kinds
                if kind in counts["kind"] or kind == query.kind
            ],
            "ways": [
                (way, name, counts["ways"][way])
                for way, name in self._get_way_names().items()
                if counts["ways"][way] or way in query.ways
            ],
            "seals": self._name_seals(counts["seals"], query),
            "open": counts["open"],
        }

    @api.model
    def _get_way_names(self):
        """Return how one may buy, in the order in which it is told."""
        _ = self.env._
        names = {
            "individual": _("Individual purchase"),
            "collective": _("Collective purchase"),
            "node": _("Through a node"),
            "pickup": _("Pickup"),
            "delivery": _("Home delivery"),
        }
        return {way: names[way] for way in WAYS}

    @api.model
    def _name_provinces(self, counts, query):
        pairs = _with(counts, query.province)
        states = self.env["res.country.state"].sudo().browse(id_ for id_, _count in pairs).exists()
        names = {state.id: state.name for state in states}
        return sorted(((id_, names[id_], count) for id_, count in pairs if id_ in names), key=lambda f: f[1])

    @api.model
    def _name_seals(self, counts, query):
        ids = {id_ for id_, count in counts.items() if count} | query.seals
        seals_sudo = self.env["chasqui.seal"].sudo().search([("id", "in", list(ids))])
        return [(seal.slug, seal.name, counts[seal.id]) for seal in seals_sudo]


def _with(counts, chosen):
    """Return the pairs of a count, and what was chosen also where there is none of it."""
    return list(({chosen: 0} | counts if chosen else counts).items())
