from odoo import api, models
from odoo.tools import format_date


class ChasquiStore(models.Model):
    """What the directory's card says of a store."""

    _inherit = "chasqui.store"

    @api.model
    def _prepare_portal_cards(self, entries, query):
        """Return a dict for each entry of the directory: the store as sudo, and what is told of it."""
        # of pictures only whether there are any
        stores_sudo = self.sudo().with_context(bin_size=True).browse(entry.id for entry in entries)
        seals_sudo = self.env["chasqui.seal"].sudo().search([])
        categories_sudo = self.env["product.public.category"].sudo()
        categories_sudo = categories_sudo.browse({id_ for entry in entries for id_ in entry.categories})
        names = {category.id: category.name for category in categories_sudo}
        ways = self.env["chasqui.directory"]._get_way_names()
        return [
            {
                "store": store,
                "url": store._get_portal_url(),
                "where": store._get_where_text(),
                "sells": [names[id_] for id_ in entry.categories],
                "ways": [name for way, name in ways.items() if way in entry.ways],
                "seals": seals_sudo.filtered(lambda seal, ids=entry.seals: seal.id in ids),
                "pause": "" if entry.is_open else store._get_reopening_text(),
                "kilometres": query.distance(entry) if query.near else None,
            }
            for entry, store in zip(entries, stores_sudo, strict=True)
        ]

    def _get_where_text(self):
        """Return where a store is, in its own words or its address's."""
        self.ensure_one()
        return self.place or ", ".join(filter(None, [self.city, self.state_id.name]))

    def _get_reopening_text(self):
        """Return when a paused store sells again; nothing is said of one that sells."""
        self.ensure_one()
        if self._is_open_now():
            return ""
        if not self.reopening_date:
            return self.env._("Taking a break")
        return self.env._("Opens again on %s", format_date(self.env, self.reopening_date))
