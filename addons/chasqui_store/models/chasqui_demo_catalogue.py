from odoo import Command, api, models

from .chasqui_demo import DEMO_MODULE

UNITS = {
    "kg": "uom.product_uom_kgm",
    "unidad": "uom.product_uom_unit",
    "docena": "uom.product_uom_dozen",
    "metro": "uom.product_uom_meter",
    "500 g": f"{DEMO_MODULE}.uom_500g",
    "atado": f"{DEMO_MODULE}.uom_atado",
}


class ChasquiDemo(models.AbstractModel):
    """What the demonstration's stores sell, in which units, with which taxes."""

    _inherit = "chasqui.demo"

    @api.model
    def _load_units(self):
        """Units that small producers sell in, beside those of Odoo."""
        self.env.ref("uom.product_uom_dozen").active = True
        self._ensure(
            "uom.uom",
            {
                "uom_500g": {
                    "name": "500 g",
                    "relative_factor": 0.5,
                    "relative_uom_id": self.env.ref("uom.product_uom_kgm").id,
                },
                "uom_atado": {
                    "name": "atado",
                    "relative_factor": 1,
                    "relative_uom_id": self.env.ref("uom.product_uom_unit").id,
                },
            },
        )

    @api.model
    def _load_products(self, store, rows):
        self._load_categories(rows)
        self._ensure(
            "product.template",
            {f"{store.slug}_{row['code']}": self._prepare_product_vals(store, row) for row in rows},
        )

    @api.model
    def _load_categories(self, rows):
        names = dict.fromkeys(row["category"] for row in rows)
        self._ensure(
            "product.public.category",
            {self._get_category_key(name): {"name": name} for name in names},
        )

    @api.model
    def _get_category_key(self, name):
        return f"category_{self.env['ir.http']._slugify(name)}"

    @api.model
    def _prepare_product_vals(self, store, row):
        taxes = self._get_taxes(store.company_id, row["tax"])
        producer = self._ref(f"{store.slug}_producer_{row['producer']}")
        return {
            "name": row["name"],
            "default_code": f"{store.slug[:3]}-{row['code']}".upper(),
            "type": "consu",
            "is_storable": True,
            "company_id": store.company_id.id,
            "uom_id": self.env.ref(UNITS[row["uom"]]).id,
            "chasqui_producer_id": producer.id,
            "list_price": float(row["price"]),
            "standard_price": float(row["cost"]),
            "taxes_id": [Command.set(taxes["sale"].ids)],
            "supplier_taxes_id": [Command.set(taxes["purchase"].ids)],
            "public_categ_ids": [Command.set(self._ref(self._get_category_key(row["category"])).ids)],
            "description_ecommerce": f"<p>{row['description']}</p>",
            "is_published": True,
            "invoice_policy": "delivery",
            "allow_out_of_stock_order": False,
            "image_1920": self._read_picture(store.slug, row["code"]),
            "seller_ids": [
                Command.create(
                    {
                        "partner_id": producer.id,
                        "price": float(row["cost"]),
                        "company_id": store.company_id.id,
                    }
                )
            ],
        }

    @api.model
    def _get_taxes(self, company, kind):
        """Return the company's taxes of a kind (“21”, “10.5”, “exento”) by use; none where VAT is none."""
        group = {"21": "tax_group_iva_21", "10.5": "tax_group_iva_105", "exento": "tax_group_iva_exento"}.get(
            kind
        )
        domain = [
            ("company_id", "=", company.id),
            ("tax_group_id", "=", group and self._get_tax_group(company, group).id),
        ]
        taxes = self.env["account.tax"].search(domain) if group else self.env["account.tax"]
        return {
            use: taxes.filtered(lambda tax, use=use: tax.type_tax_use == use)[:1]
            for use in ("sale", "purchase")
        }

    @api.model
    def _get_tax_group(self, company, name):
        chart = self.env["account.chart.template"].with_company(company)
        return chart.ref(name, raise_if_not_found=False) or self.env["account.tax.group"]
