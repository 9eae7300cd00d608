from odoo import api, models

from odoo.addons.chasqui_store.tools.text import normalized_key

from ..tools.search_text import plain

MOST_PRODUCTS = 24


class ResPartner(models.Model):
    """A producer on the portal's pages: one, however many stores have a contact for them."""

    _inherit = "res.partner"

    # === WHO IS THE SAME === #

    def _get_portal_key(self):
        """Return what tells this producer from others, whichever stores know them: name and place."""
        self.ensure_one()
        return normalized_key(f"{self.name} {self.chasqui_place or ''}")

    def _get_one_by_portal_key(self):
        """Return `{who is shown: all contacts of the same producer}`, in the order in which they come."""
        contacts = self.with_context(bin_size=True)
        return {
            of_key._get_best_told(): of_key
            for of_key in contacts.grouped(ResPartner._get_portal_key).values()
        }

    def _get_best_told(self):
        """Return the contact that says most of the producer."""
        if len(self) == 1:
            return self
        return self.sorted(lambda one: (not one.chasqui_story, not one.image_512, one.id))[:1]

    def _get_portal_namesakes(self):
        """Return, as sudo, `(who is shown, all contacts)` of this producer whose products can be bought."""
        self.ensure_one()
        index = self.env["chasqui.portal.product"].sudo()
        index._sync_pending()
        slug = plain(self.name).replace(" ", "-")
        groups = index._read_group([("producer_slug", "=", slug)], ["producer_id"])
        contacts_sudo = self.sudo().union(*(contact for (contact,) in groups))
        contacts_sudo = contacts_sudo.filtered(lambda one: one._get_portal_key() == self._get_portal_key())
        [(shown, contacts_sudo)] = contacts_sudo._get_one_by_portal_key().items()
        return shown, contacts_sudo

    # === THE LIST === #

    @api.model
    def _find_portal_producers(self, counts, text):
        """Return `[(who is shown, all their contacts, number of products)]` of those that a text finds.

        :param counts: ``{producer as sudo: number of products}``
        :param text: part of a name or a place, accents and case aside
        """
        key = normalized_key(text) or ""
        contacts = (
            self.sudo().concat(*counts).filtered(lambda one: not key or key in (one._get_portal_key() or ""))
        )
        return [
            (shown, same, sum(counts[one] for one in same))
            for shown, same in contacts._get_one_by_portal_key().items()
        ]

    # === THE PAGE === #

    def _prepare_portal_producer_values(self, contacts, products):
        """Return what the portal's page of a producer shows.

        :param contacts: the producer's contacts at all stores, this one among them
        :param products: as sudo, what open stores sell of theirs
        """
        self.ensure_one()
        shelves = []
        for company, of_company in products.grouped("company_id").items():
            store = company.chasqui_store_ids[:1]
            on_site = {"website_id": store.website_id.id, "allowed_company_ids": company.ids}
            shelf = of_company[:MOST_PRODUCTS].with_context(**on_site)
            shelves.append((store, shelf, shelf._get_sales_prices(store.website_id)))
        located = (self | contacts).filtered("partner_latitude")[:1]
        return {
            "producer": self,
            "producer_pictures": self._get_portal_pictures({self: contacts}, [("id", "in", products.ids)]),
            "shelves": shelves,
            "grants": contacts._get_valid_seal_grants()._get_one_by_seal(),
            "additional_title": self.name,
            "map_points": [
                {
                    "name": self.name,
                    "url": "#wrap",
                    "lat": located.partner_latitude,
                    "lng": located.partner_longitude,
                    "detail": self.chasqui_place or "",
                }
            ],
        }

    @api.model
    def _get_portal_pictures(self, contacts_by_shown, product_domain):
        """Return `{who is shown: a picture of what any of their contacts makes}`."""
        contacts = self.sudo().union(*contacts_by_shown.values())
        pictures = contacts._get_product_pictures(product_domain)
        return {
            shown: next(pictures[one] for one in same if one in pictures)
            for shown, same in contacts_by_shown.items()
            if not pictures.keys().isdisjoint(same)
        }

    @api.model
    def _get_portal_seals(self, contacts_by_shown):
        """Return `{who is shown: the seals that any of their contacts carries}`."""
        seals = self._get_seals_by_producer(self.union(*contacts_by_shown.values()))
        nothing = self.env["chasqui.seal"].sudo()
        return {
            shown: nothing.union(*(seals[one] for one in same if one in seals))
            for shown, same in contacts_by_shown.items()
        }
