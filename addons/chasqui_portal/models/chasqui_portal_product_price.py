from odoo import api, fields, models

from ..tools.contents import read_contents


class ChasquiPortalProduct(models.Model):
    """What visitors read as the price, and what that makes by the kilo or the litre."""

    _inherit = "chasqui.portal.product"

    @api.model
    def _get_prices(self, visible):
        """Return `(template id, currency id, price, price in the platform's currency, measure, amount)`.

        :param visible: `(website id, template id)`, ordered by website
        """
        ids_by_website = {}
        for website_id, template_id in visible:
            ids_by_website.setdefault(website_id, []).append(template_id)
        rows = []
        for website_id, template_ids in ids_by_website.items():
            rows += self._get_prices_at(self.env["website"].browse(website_id), template_ids)
        return rows

    @api.model
    def _get_prices_at(self, website, template_ids):
        """Compute the prices as the shop does for a visitor without an account, at one store."""
        website = self._enter_as_visitor(website)
        company, partner = website.company_id, website.user_id.partner_id
        templates = website.env["product.template"].browse(template_ids)
        pricelist = self._get_visitor_pricelist(website)
        currency = pricelist.currency_id or company.currency_id
        position = website.env["account.fiscal.position"]._get_fiscal_position(partner)
        common_currency = self.env["website"]._get_chasqui_platform().company_id.currency_id or currency
        rate = currency._get_conversion_rate(currency, common_currency, company, fields.Date.today())
        prices = pricelist._compute_price_rule(templates, 1.0)
        rows = []
        for template in templates:
            price, _rule_id = prices[template.id]
            if taxes := template.taxes_id._filter_taxes_by_company(company):
                price = template._apply_taxes_to_price(
                    price, currency, taxes, position.map_tax(taxes), template, website=website
                )
            measure, amount = self._get_measure(template)
            rows.append((template.id, currency.id, price, price * rate, measure, amount))
        return rows

    @api.model
    def _enter_as_visitor(self, website):
        """Return the website as a visitor of it has it, but free to read."""
        website_sudo = website.sudo()
        return website_sudo.with_env(
            self.env(
                user=website_sudo.user_id.id,
                su=True,
                context={
                    "allowed_company_ids": website_sudo.company_id.ids,
                    "lang": website_sudo.default_lang_id.code,
                },
            )
        )

    @api.model
    def _get_visitor_pricelist(self, website):
        """Return the pricelist that a visitor from nowhere in particular gets there; it may be none."""
        pricelists = website.env["product.pricelist"]
        if not self.env["res.groups"]._is_feature_enabled("product.group_product_pricelist"):
            return pricelists
        of_partner = website.user_id.partner_id.property_product_pricelist
        ids = website._get_pl_partner_order(False, False, None, tuple(website.pricelist_ids.ids))
        return of_partner if not ids or of_partner.id in ids else pricelists.browse(ids[0])

    @api.model
    def _get_measure(self, template):
        """Return `("kg" or "l", how many of them this product is)`, or nothing and nothing.

        What the store says comes first, then the unit it sells in, then what the name says: “Yerba 500 g”.
        """
        variant = template.product_variant_ids[:1]
        if unit := variant.base_unit_id:
            stated = unit.chasqui_measure and variant.base_unit_count
            return (unit.chasqui_measure, variant.base_unit_count) if stated else (None, None)
        for measure, reference in self._get_measure_units().items():
            if template.uom_id._has_common_reference(reference):
                return measure, template.uom_id.factor / reference.factor
        amount, measure = read_contents(template.name) or (None, None)
        return measure, amount

    @api.model
    def _get_measure_units(self):
        return {"kg": self.env.ref("uom.product_uom_kgm"), "l": self.env.ref("uom.product_uom_litre")}
