from odoo.fields import Domain
from odoo.http import request, route

from odoo.addons.chasqui_store.controllers.shop import ChasquiShop

MAX_SEALS = 20


class SealShop(ChasquiShop):
    """The shop kept to products with seals: `?seal=agroecological&seal=artisanal&seals=all`."""

    @route()
    def shop(self, *args, **post):
        """Keep in the links of pager and filters what was understood of the seals, and no more."""
        post.pop("seal", None)
        if seals := self._get_chosen_seals():
            post["seal"] = seals.mapped("slug")
        if post.get("seals") != "all":
            post.pop("seals", None)
        return super().shop(*args, **post)

    # === HOOKS === #

    def _get_search_options(self, seal=None, seals=None, **post):
        options = super()._get_search_options(**post)
        options["chasqui_seals"] = seal
        options["chasqui_seals_all"] = seals == "all"
        return options

    def _shop_get_query_url_kwargs(self, *args, seal=None, seals=None, **kwargs):
        values = super()._shop_get_query_url_kwargs(*args, **kwargs)
        return {**values, "seal": seal, "seals": seals}

    def _get_shop_domain(self, search, *args, **kwargs):
        """Bound the price filter by the chosen seals too, and by those that the search mentions."""
        Seal = request.env["chasqui.seal"]
        domain = Domain(super()._get_shop_domain(search, *args, **kwargs))
        mentions, rest = Seal._split_search(search)
        if mentions:
            by_seals = Domain.AND(Domain("chasqui_seal_ids", "in", seals.ids) for seals in mentions)
            domain |= Domain(super()._get_shop_domain(rest, *args, **kwargs)) & by_seals
        match_all = request.params.get("seals") == "all"
        return domain & Seal._get_products_domain(self._get_chosen_seals(), match_all)

    def _get_additional_shop_values(self, values, seal=None, seals=None, **kwargs):
        """Add the seals of the page's products, and the filter with its numbers."""
        result = super()._get_additional_shop_values(values, seal=seal, seals=seals, **kwargs)
        if not request.website._get_chasqui_store():
            return result
        chosen = self._get_chosen_seals()
        counted = {"seal": seal, "seals": seals} if seals == "all" else {}
        counts = request.env["product.template"]._count_seals(
            self._get_found_domain(values, **kwargs, **counted)
        )
        return {
            **result,
            "product_seals": values["products"]._get_valid_seals(),
            "seal_counts": counts | {seal: 0 for seal in chosen if seal not in counts},
            "chosen_seals": chosen,
            "match_all_seals": seals == "all",
        }

    # === BUSINESS METHODS === #

    def _get_found_domain(self, values, **post):
        """Return the domain of what these filters find, and nothing of it read: only to count in."""
        options = self._get_search_options(
            category=values["category"],
            attribute_value_dict=values["attrib_values"],
            display_currency=request.website.currency_id,
            **post,
        )
        [detail] = request.website._search_get_details("products_only", "id", options)
        return request.env["product.template"]._search_build_domain(
            detail["base_domain"], values["search"], detail["search_fields"], detail.get("search_extra")
        )

    def _get_chosen_seals(self):
        """Return, as sudo, the seals of the address; what is no seal of today is passed over."""
        return request.env["chasqui.seal"]._find_by_slugs(
            request.httprequest.args.getlist("seal")[:MAX_SEALS]
        )
