from odoo import api, models
from odoo.fields import Domain
from odoo.tools import format_date, formatLang

SHOWN = 6
PARTS = (
    "calendar",
    "closing",
    "figures",
    "map",
    "near",
    "news",
    "producers",
    "products",
    "seals",
    "stores",
)


class Website(models.Model):
    """What fills the parts of the platform's pages: what is public there already, a few of each.

    An addon adds a part by its name, `_prepare_chasqui_part_<name>(limit)` and a template
    `chasqui_portal.part_<name>`, that also says something where there is nothing.
    """

    _inherit = "website"

    # === DRAWING === #

    @api.model
    def _get_chasqui_parts(self):
        return PARTS

    def _draw_chasqui_part(self, name, limit=0):
        """Return a part of a page as HTML, in the visitor's language.

        No page of a store has parts, and no editor may change the shared template of one.
        """
        self.ensure_one()
        values = getattr(self, f"_prepare_chasqui_part_{name}")(limit or SHOWN)
        qweb = self.env["ir.qweb"].with_context(inherit_branding=False, inherit_branding_auto=False)
        return qweb._render(
            f"chasqui_portal.part_{name}",
            {"website": self, "slug": self.env["ir.http"]._slug, **values},
        )

    # === PARTS === #

    def _prepare_chasqui_part_stores(self, limit):
        return {"stores": self._get_chasqui_open_stores(limit)}

    def _prepare_chasqui_part_map(self, _limit):
        """Return the places of stores; nothing where none has told where it is."""
        return {"points": self._get_chasqui_map_points()}

    def _prepare_chasqui_part_near(self, _limit):
        return {}

    def _prepare_chasqui_part_closing(self, limit):
        return {"closing": self._get_chasqui_closing_soon(limit)}

    def _prepare_chasqui_part_seals(self, limit):
        return {"seals": self.env["chasqui.seal"].sudo().search([], limit=limit)}

    def _prepare_chasqui_part_products(self, limit):
        products_sudo = self._get_chasqui_seasonal_products(limit)
        return {
            "products": products_sudo,
            "store_by_company": self._get_chasqui_open_stores().grouped("company_id"),
            "price": self._format_chasqui_price,
        }

    def _prepare_chasqui_part_producers(self, limit):
        """Return the newest producers whose products can be bought, once each though two stores know them."""
        products = self.env["product.template"].sudo().with_context(bin_size=True)
        domain = self._get_chasqui_sold_domain() & Domain("chasqui_producer_id", "!=", False)
        groups = products._read_group(
            domain, ["chasqui_producer_id"], order="chasqui_producer_id desc", limit=2 * limit
        )
        partners = self.env["res.partner"].sudo()
        contacts = partners.concat(*(producer for (producer,) in groups))._get_one_by_portal_key()
        return {
            "producers": partners.concat(*contacts)[:limit],
            "producer_pictures": partners._get_portal_pictures(contacts, domain),
        }

    def _prepare_chasqui_part_figures(self, _limit):
        return {
            "headline": self._get_chasqui_headline_figures(),
            "number": lambda value: formatLang(self.env, value, digits=0),
        }

    def _prepare_chasqui_part_news(self, limit):
        posts = self.env["blog.post"].sudo()
        domain = Domain("is_published", "=", True) & Domain("post_date", "<=", self.env.cr.now())
        return {
            "posts": posts.search(
                domain & self._get_chasqui_news_domain(), order="post_date desc", limit=limit
            ),
            "day": lambda moment: format_date(self.env, moment, date_format="long"),
        }

    def _prepare_chasqui_part_calendar(self, limit):
        return {"dates": self._get_chasqui_dates(limit=limit)}

    # === WHERE IT COMES FROM === #

    def _get_chasqui_open_stores(self, limit=None):
        return self.env["chasqui.store"].sudo().search([("state", "=", "open")], limit=limit)

    def _get_chasqui_map_points(self):
        """Return the places of open stores for a map: where things are collected."""
        return [
            {
                "name": store.name,
                "detail": point.name,
                "url": store.address,
                "lat": point.latitude,
                "lng": point.longitude,
            }
            for store in self._get_chasqui_open_stores()
            for point in store.pickup_point_ids
            if point.latitude or point.longitude
        ]

    def _get_chasqui_sold_domain(self):
        """Return the domain of products, for sudo, that can be bought at an open store now."""
        return (
            Domain("is_published", "=", True)
            & Domain("sale_ok", "=", True)
            & Domain("company_id", "in", self._get_chasqui_open_stores().company_id.ids)
        )

    def _get_chasqui_seasonal_products(self, limit):
        """Return, as sudo, products of the season; where stores named too few, the newest join them."""
        products_sudo = self.env["product.template"].sudo()
        sold = self._get_chasqui_sold_domain() & Domain("image_512", "!=", False)
        seal = self.env.ref("chasqui_seals.seal_seasonal", raise_if_not_found=False)
        found = products_sudo
        if seal:
            in_season = Domain("chasqui_seal_ids", "in", seal.ids)
            found = products_sudo.search(sold & in_season, order="id desc", limit=limit)
        if len(found) < limit:
            newest = products_sudo.search(
                sold & Domain("id", "not in", found.ids), order="id desc", limit=limit * 4
            )
            found |= self._take_in_turn(newest, limit - len(found))
        return found

    @api.model
    def _take_in_turn(self, products, limit):
        """Return so many of these products, one of each store before a second one of any."""
        rounds = [
            (turn, index, product)
            for index, of_store in enumerate(products.grouped("company_id").values())
            for turn, product in enumerate(of_store)
        ]
        rounds.sort(key=lambda row: row[:2])
        return products.browse([product.id for _turn, _index, product in rounds[:limit]])

    def _format_chasqui_price(self, product):
        """Return the price that a visitor sees at the product's store; as sudo, and outside of a visit."""
        site = product.company_id.chasqui_store_ids[:1].website_id
        product = product.with_company(product.company_id)
        pricelists = self.env["product.pricelist"].sudo()
        if self.env["res.groups"]._is_feature_enabled("product.group_product_pricelist"):
            pricelists = site.pricelist_ids[:1]
        price = pricelists._get_product_price(product, 1.0)
        taxes = product.taxes_id._filter_taxes_by_company(product.company_id)
        price = product._apply_taxes_to_price(price, site.currency_id, taxes, taxes, product, website=site)
        return site.currency_id.format(price)

    def _get_chasqui_news_domain(self):
        return Domain("website_id", "in", [False, self.id])
