from odoo import api, models
from odoo.tools import SQL

from ..tools.product_query import MAX_PAGE, ProductQuery
from ..tools.search_text import plain


class ChasquiPortalProduct(models.Model):
    """What the page of products shows of what was found."""

    _inherit = "chasqui.portal.product"

    @api.model
    def _prepare_page_values(self, found):
        portal_sudo = self.sudo()
        offers = portal_sudo._get_offers(found.product_ids, found.query.place)
        cards = []
        for product_ids, km in found.groups:
            group = [offers[product_id] for product_id in product_ids if product_id in offers]
            if group:
                card, *card.others = group
                card.km = km
                cards.append(card)
        return {
            "found": found,
            "query": found.query,
            "cards": cards,
            "facets": portal_sudo._prepare_facets(found),
            "chips": portal_sudo._prepare_chips(found.query),
            "sorts": portal_sudo._prepare_sorts(found.query),
            "pages": portal_sudo._prepare_pages(found),
            "likes_first": found.query.may_prefer and self.env["res.users"]._get_chasqui_preferred_seal_ids(),
            "needs_place": portal_sudo._needs_place(found.query),
            "chasqui_ld": cards and portal_sudo._prepare_list_data(cards),
        }

    @api.model
    def _get_shown_product(self, product_id):
        """Return, as sudo, a product that visitors may see; nothing else."""
        rows = product_id < 2**31 and self.env.execute_query(
            SQL("SELECT product.id %s AND product.id = %s", self.sudo()._get_visible_sql(), product_id)
        )
        return self.env["product.template"].sudo().browse(product_id if rows else [])

    @api.model
    def _get_producer_url(self, producer_sudo):
        """Return the page of what a producer makes, in whichever store it is sold."""
        slug = plain(producer_sudo.name).replace(" ", "-")
        return self.env["chasqui.store"]._get_platform_url() + ProductQuery(producer=(slug,)).get_url()

    @api.model
    def _prepare_list_data(self, cards):
        """Return the page's products for search engines, as schema.org has them."""
        return {
            "@type": "ItemList",
            "itemListElement": [
                {"@type": "ListItem", "position": place, "item": self._prepare_item_data(card)}
                for place, card in enumerate(cards, 1)
            ],
        }

    @api.model
    def _prepare_item_data(self, card):
        availability = "OutOfStock" if card.is_sold_out or card.is_away else "InStock"
        item = {
            "@type": "Product",
            "name": card.name,
            "url": card.url,
            "offers": {
                "@type": "Offer",
                "price": round(card.price, card.currency.decimal_places),
                "priceCurrency": card.currency.name,
                "availability": f"https://schema.org/{availability}",
                "seller": {"@type": "Organization", "name": card.store},
            },
        }
        return {**item, "brand": {"@type": "Brand", "name": card.producer}} if card.producer else item

    @api.model
    def _prepare_pages(self, found):
        """Return the pager: the pages around this one, and those before and after."""
        last = min(found.pages, MAX_PAGE)
        here = min(found.query.page, last)
        numbers = range(max(1, here - 2), min(last, here + 2) + 1)
        return {
            "here": here,
            "last": last,
            "before": here > 1 and found.query.with_changes(page=here - 1).get_url(),
            "after": here < last and found.query.with_changes(page=here + 1).get_url(),
            "links": [(number, found.query.with_changes(page=number).get_url()) for number in numbers],
        }
