from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.http import request, route

from odoo.addons.website_sale.controllers.cart import Cart as WebsiteSaleCart

from ..shop_input import parse_id, parse_ids, parse_quantity

# Set by the server alone: a browser that sends them is lying.
RESERVED_KEYS = {"combo_item_id", "linked_line_id", "exact_quantity"}


class Cart(WebsiteSaleCart):
    """Answer whatever a browser sends with a sentence, and let fractions through."""

    @route()
    def add_to_cart(
        self,
        product_template_id,
        product_id,
        quantity=1.0,
        uom_id=None,
        product_custom_attribute_values=None,
        no_variant_attribute_value_ids=None,
        linked_products=None,
        **kwargs,
    ):
        quantity = self._check_added_quantity(quantity)
        product = self._check_product(product_id)
        return super().add_to_cart(
            product.product_tmpl_id.id,
            product.id,
            quantity=quantity,
            uom_id=self._check_uom(uom_id),
            product_custom_attribute_values=self._check_custom_values(product_custom_attribute_values),
            no_variant_attribute_value_ids=self._check_attribute_values(no_variant_attribute_value_ids),
            linked_products=self._check_linked_products(product, linked_products),
            exact_quantity=quantity,
            **{key: value for key, value in kwargs.items() if key not in RESERVED_KEYS},
        )

    @route()
    def update_cart(self, line_id, quantity, product_id=None, **kwargs):
        quantity = parse_quantity(quantity)
        if quantity is None:
            raise UserError(request.env._("Please enter a quantity in numbers."))
        return super().update_cart(
            parse_id(line_id),
            quantity,
            product_id=parse_id(product_id),
            exact_quantity=quantity,
            **{key: value for key, value in kwargs.items() if key not in RESERVED_KEYS},
        )

    def _check_added_quantity(self, quantity):
        quantity = parse_quantity(quantity)
        if quantity is None or quantity <= 0:
            raise UserError(request.env._("Please enter a quantity greater than zero."))
        return quantity

    def _check_product(self, product_id):
        """Return a product that this website may show, whoever asks."""
        product_sudo = request.env["product.product"].sudo().browse(parse_id(product_id)).exists()
        sold_here = request.website.sale_product_domain() & Domain(
            product_sudo._check_company_domain(request.website.company_id)
        )
        if not product_sudo.filtered_domain(sold_here):
            raise UserError(request.env._("That product is not sold here."))
        return product_sudo.sudo(False)

    def _check_uom(self, uom_id):
        """Return an existing unit; the cart checks that it is one of the product's."""
        if not uom_id:
            return None
        uom = request.env["uom.uom"].browse(parse_id(uom_id)).exists()
        if not uom:
            raise UserError(request.env._("That unit does not exist."))
        return uom.id

    def _check_attribute_values(self, value_ids):
        ids = parse_ids(value_ids)
        values_sudo = request.env["product.template.attribute.value"].sudo().browse(ids)
        if ids is None or len(values_sudo.exists()) != len(ids):
            raise UserError(request.env._("That combination does not exist."))
        return ids

    def _check_custom_values(self, custom_values):
        """Return well-formed custom values: an existing attribute value, and a text."""
        custom_values = custom_values or []
        if not isinstance(custom_values, list) or not all(
            isinstance(value, dict) and isinstance(value.get("custom_value", ""), str)
            for value in custom_values
        ):
            raise UserError(request.env._("That combination does not exist."))
        key = "custom_product_template_attribute_value_id"
        ids = self._check_attribute_values([value.get(key) for value in custom_values])
        return [
            {key: value_id, "custom_value": value.get("custom_value", "")}
            for value_id, value in zip(ids, custom_values, strict=True)
        ]

    def _check_linked_products(self, product, linked_products):
        linked_products = linked_products or []
        if not isinstance(linked_products, list):
            raise UserError(request.env._("Invalid request parameters."))
        templates = {product.product_tmpl_id.id}
        return [self._check_linked_product(product, data, templates) for data in linked_products]

    def _check_linked_product(self, product, data, templates):
        """Check what comes along: an item of the combo, or an optional product.

        :param set templates: the templates that may be a parent so far; grows.
        """
        if not isinstance(data, dict):
            raise UserError(request.env._("Invalid request parameters."))
        linked_sudo = request.env["product.product"].sudo().browse(parse_id(data.get("product_id"))).exists()
        quantity = parse_quantity(data.get("quantity", 0))
        if not linked_sudo or quantity is None or quantity < 0:
            raise UserError(request.env._("That product is not sold here."))
        parent_id = parse_id(data.get("parent_product_template_id"))
        if parent_id not in templates:
            raise UserError(request.env._("Invalid request parameters."))
        templates.add(linked_sudo.product_tmpl_id.id)
        return {
            **data,
            "product_id": linked_sudo.id,
            "product_template_id": linked_sudo.product_tmpl_id.id,
            "parent_product_template_id": parent_id,
            "quantity": quantity,
            "uom_id": self._check_uom(data.get("uom_id")),
            "combo_item_id": self._check_combo_item(product, linked_sudo, data),
            "product_custom_attribute_values": self._check_custom_values(
                data.get("product_custom_attribute_values")
            ),
            "no_variant_attribute_value_ids": self._check_attribute_values(
                data.get("no_variant_attribute_value_ids")
            ),
        }

    def _check_combo_item(self, product, linked_sudo, data):
        """Return the item of the product's own combos that stands for the linked product."""
        if not data.get("combo_item_id"):
            return False
        items_sudo = product.sudo().product_tmpl_id.combo_ids.combo_item_ids
        item = items_sudo.filtered(lambda item: item.id == parse_id(data["combo_item_id"]))
        if item.product_id != linked_sudo:
            raise UserError(request.env._("That product is not part of the combo."))
        return item.id
