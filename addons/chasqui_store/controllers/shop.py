import re

from odoo.fields import Domain
from odoo.http import request, route

from odoo.addons.website_sale.controllers.main import WebsiteSale

from ..shop_input import parse_id

CHOSEN = re.compile(r"\d{1,9}-\d{1,9}(,\d{1,9})*", re.ASCII)  # values of an attribute


class ChasquiShop(WebsiteSale):
    """The shop: kept to one producer with `?producer=`, in plain links."""

    @route()
    def shop(self, *args, **post):
        if request.website._is_chasqui_storeless_platform():
            return request.redirect("/")
        if "page" in post:  # Odoo reckons with what `?page=` says, whatever it is
            post["page"] = parse_id(post["page"]) or 0
        if post.get("order") not in dict(request.website._get_product_sort_mapping()):
            post.pop("order", None)
        return super().shop(*args, **post)

    def _get_attribute_value_dict(self, attribute_values):
        """Leave out what is not written as `attribute-value,value`, and values that there are no more."""
        chosen = super()._get_attribute_value_dict(
            [text for text in attribute_values if CHOSEN.fullmatch(text)]
        )
        asked = (
            request.env["product.attribute.value"]
            .sudo()
            .browse({id_ for ids in chosen.values() for id_ in ids})
        )
        known = set(asked.exists().ids)
        kept = {attribute: [id_ for id_ in ids if id_ in known] for attribute, ids in chosen.items()}
        return {attribute: ids for attribute, ids in kept.items() if ids}

    def _get_search_options(self, producer=None, **post):
        options = super()._get_search_options(**post)
        options["chasqui_producer_id"] = self._to_producer_id(producer)
        return options

    def _shop_get_query_url_kwargs(self, *args, producer=None, **kwargs):
        """Keep the producer in the links of pager, categories and other filters."""
        values = super()._shop_get_query_url_kwargs(*args, **kwargs)
        values["producer"] = self._to_producer_id(producer)
        return values

    def _get_shop_domain(self, *args, **kwargs):
        """Bound the price filter by the chosen producer's products too."""
        domain = super()._get_shop_domain(*args, **kwargs)
        if producer_id := self._to_producer_id(request.params.get("producer")):
            domain = Domain(domain) & Domain("chasqui_producer_id", "=", producer_id)
        return domain

    def _get_additional_shop_values(self, values, producer=None, **kwargs):
        result = super()._get_additional_shop_values(values, **kwargs)
        if not request.website._get_chasqui_store():
            return result
        producer_id = self._to_producer_id(producer)
        products = values["search_product"]
        if producer_id:
            products = self._lookup_products_again(values, **kwargs)
        counts = request.env["res.partner"]._get_producer_counts([("id", "in", products.ids)])
        chosen = next((sudo for sudo in counts if sudo.id == producer_id), None)
        return {**result, "producer_counts": counts, "chosen_producer": chosen}

    def _lookup_products_again(self, values, **post):
        """Return what these filters find: all but one, so that its numbers tell the truth."""
        options = self._get_search_options(
            category=values["category"],
            attribute_value_dict=values["attrib_values"],
            display_currency=request.website.currency_id,
            **post,
        )
        search = values["original_search"] or values["search"]
        return self._shop_lookup_products(options, post, search, request.website)[2]

    @staticmethod
    def _to_producer_id(producer):
        return int(producer) if str(producer or "").isdecimal() else 0
