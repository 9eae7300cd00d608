from collections import defaultdict

from odoo import Command

LINKS_AMONG_TEMPLATES = ("alternative_product_ids", "optional_product_ids")
LINKS_TO_VARIANTS = ("accessory_product_ids",)
VARIANT_FIELDS = ("barcode", "default_code", "image_variant_1920", "volume", "weight")


class CatalogueCopy:
    """Copies what one company sells, and what it has of it, to another company.

    A product that was ever moved stays with its company, so the other one gets a product of its
    own. The copies know no past: the orders and entries made so far keep the old ones, archived.

    The caller has the rights of the superuser, and works for the company that gets the copies.
    """

    def __init__(self, source, target):
        self.env = target.env
        self.source = source
        self.target = target
        self._templates = {}
        self._variants = {}
        self._combos = {}
        self._combo_items = {}

    # === WHAT BECAME OF WHAT === #

    def get_template(self, template):
        """Return the copy of a template; another company's, or a shared one, is its own."""
        return self._get_copy(self._templates, template)

    def get_variant(self, variant):
        return self._get_copy(self._variants, variant)

    def get_combo_item(self, item):
        return self._get_copy(self._combo_items, item)

    def _get_copy(self, copies, record):
        return copies.get(record) or (record if record.company_id != self.source else record.browse())

    def get_values(self, values, template):
        """Return the values of a copied template's attributes that stand for these."""
        wanted = values.product_attribute_value_id
        return template.attribute_line_ids.product_template_value_ids.filtered(
            lambda value: value.ptav_active and value.product_attribute_value_id in wanted
        )

    # === THE COPY === #

    def run(self):
        """Copy the products on sale; combos come after what they are made of."""
        templates = self.env["product.template"].search([("company_id", "=", self.source.id)])
        combos = templates.filtered(lambda template: template.type == "combo")
        for template in templates - combos:
            self._copy_template(template)
        self._copy_combos(templates)
        for template in combos:
            self._copy_template(template)
        self._copy_links()
        self._copy_vendors()

    def archive_originals(self):
        """Take the old products off sale; they know what has followed them."""
        for template, copied in self._templates.items():
            template.chasqui_successor_id = copied
        self.env["product.template"].union(*self._templates).active = False

    def _copy_template(self, template):
        copied = template.copy(self._prepare_template_vals(template))
        for lang, _name in self.env["res.lang"].get_installed():
            copied.with_context(lang=lang).name = template.with_context(lang=lang).name
        self._templates[template] = copied
        variants = copied.product_variant_ids
        for variant in template.product_variant_ids:
            self._copy_variant(variant, copied)
            variants -= self._variants[variant]
        variants.active = False  # the source did not sell these

    def _prepare_template_vals(self, template):
        return {
            "name": template.name,
            "company_id": self.target.id,
            "is_published": template.is_published,
            "website_sequence": template.website_sequence,
            "route_ids": [Command.set(template.route_ids.filtered(lambda route: not route.company_id).ids)],
            "taxes_id": [Command.set(self._get_taxes(template.taxes_id).ids)],
            "supplier_taxes_id": [Command.set(self._get_taxes(template.supplier_taxes_id).ids)],
            "combo_ids": [
                Command.set([self._get_copy(self._combos, combo).id for combo in template.combo_ids])
            ]
            if template.type == "combo"
            else False,
            **dict.fromkeys((*LINKS_AMONG_TEMPLATES, *LINKS_TO_VARIANTS), False),
        }

    def _get_taxes(self, taxes):
        """Return the target's taxes of the same name, else what it charges on everything."""
        own = self.env["account.tax"].search(
            [("company_id", "=", self.target.id), ("name", "in", taxes.mapped("name"))]
        )
        default = {
            "sale": self.target.account_sale_tax_id,
            "purchase": self.target.account_purchase_tax_id,
        }
        result = own.browse()
        for tax in taxes:
            same = own.filtered(
                lambda other, tax=tax: (
                    (other.name, other.type_tax_use, other.amount) == (tax.name, tax.type_tax_use, tax.amount)
                )
            )
            result |= same[:1] or default.get(tax.type_tax_use, result)
        return result

    def _copy_variant(self, variant, template):
        combination = self.get_values(variant.product_template_attribute_value_ids, template)
        copied = template._get_variant_for_combination(combination) or template._create_product_variant(
            combination
        )
        copied.write(
            {
                **{fname: variant[fname] for fname in VARIANT_FIELDS if variant[fname]},
                "standard_price": variant.with_company(self.source).standard_price,
            }
        )
        self._variants[variant] = copied

    def _copy_combos(self, templates):
        for combo in templates.combo_ids.filtered(lambda combo: combo.company_id == self.source):
            copied = combo.copy(
                {
                    "company_id": self.target.id,
                    "combo_item_ids": [
                        Command.create(
                            {
                                "product_id": self.get_variant(item.product_id).id,
                                "extra_price": item.extra_price,
                            }
                        )
                        for item in combo.combo_item_ids
                    ],
                }
            )
            self._combos[combo] = copied
            self._combo_items.update(zip(combo.combo_item_ids, copied.combo_item_ids, strict=True))

    def _copy_links(self):
        """Point at the copies what products say of each other."""
        for template, copied in self._templates.items():
            vals = {}
            for fname in LINKS_AMONG_TEMPLATES:
                vals[fname] = [Command.set([self.get_template(other).id for other in template[fname]])]
            for fname in LINKS_TO_VARIANTS:
                vals[fname] = [Command.set([self.get_variant(other).id for other in template[fname]])]
            copied.write(vals)

    def _copy_vendors(self):
        vendors = self.env["product.supplierinfo"].search(
            [("product_tmpl_id", "in", [template.id for template in self._templates])]
        )
        self.env["product.supplierinfo"].create(
            [
                {
                    **vendor.copy_data()[0],
                    "company_id": self.target.id,
                    "product_tmpl_id": self.get_template(vendor.product_tmpl_id).id,
                    "product_id": self.get_variant(vendor.product_id).id,
                }
                for vendor in vendors
            ]
        )

    # === STOCK === #

    def move_stock(self, location):
        """Count the goods out of the source and into a location of the target, at their cost."""
        quants = self.env["stock.quant"].search(
            [
                ("company_id", "=", self.source.id),
                ("product_id", "in", [variant.id for variant in self._variants]),
                ("location_id.usage", "in", ("internal", "transit")),
            ]
        )
        opening = defaultdict(float)
        for quant in quants:
            opening[quant.product_id, quant.lot_id, quant.owner_id] += quant.quantity
        quants.inventory_quantity = 0.0
        self._apply_counts(quants.with_context(allowed_company_ids=self.source.ids))
        counts = self.env["stock.quant"]
        for (product, lot, owner), quantity in opening.items():
            counts |= counts.create(
                {
                    "product_id": self.get_variant(product).id,
                    "location_id": location.id,
                    "lot_id": self._copy_lot(lot).id,
                    "owner_id": owner.id,
                }
            )
            counts[-1].inventory_quantity = quantity
        self._apply_counts(counts)

    def _apply_counts(self, quants):
        """Make true what was counted."""
        if quants:
            quants.with_context(inventory_mode=True)._apply_inventory()

    def _copy_lot(self, lot):
        if not lot:
            return lot
        product = self.get_variant(lot.product_id)
        known = lot.search([("name", "=", lot.name), ("product_id", "=", product.id)], limit=1)
        return known or lot.copy({"name": lot.name, "product_id": product.id, "company_id": self.target.id})
