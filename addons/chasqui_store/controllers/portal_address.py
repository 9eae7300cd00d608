from odoo.http import request

from odoo.addons.l10n_ar.controllers.portal import L10nARPortalAccount

TAX_FIELDS = frozenset({"vat", "l10n_latam_identification_type_id", "l10n_ar_afip_responsibility_type_id"})
FINAL_CONSUMER_CODE = "5"


class FinalConsumerAddress(L10nARPortalAccount):
    """An address form for people: who is not asked for a tax number is a final consumer."""

    def _get_mandatory_billing_address_fields(self, country_sudo):
        """Override: only who buys as a business must say who they are to the tax authority."""
        mandatory_fields = super()._get_mandatory_billing_address_fields(country_sudo)
        if self._is_argentinean_company():
            mandatory_fields -= TAX_FIELDS
        return mandatory_fields

    def _get_default_country(self, **kwargs):
        """Override: who has not said where they live is taken for a neighbour of the store."""
        return super()._get_default_country(**kwargs) or request.env.company.country_id

    def _prepare_address_form_values(self, *args, **kwargs):
        """Override: who has an account and has not said who they are is a neighbour, and a person, too."""
        values = super()._prepare_address_form_values(*args, **kwargs)
        if not values["country"]:
            country = self._get_default_country(**kwargs)
            values |= {"country": country, "country_states": country.state_ids}
        if "responsibility" in values and not values["responsibility"]:
            values["responsibility"] = request.env.ref("l10n_ar.res_CF")
        if "identification_type" in values and not values["current_partner"].vat:
            values["identification_type"] = self._l10n_get_default_identification_type_id()
        return values

    def _l10n_get_default_identification_type_id(self):
        """Override: people have an identity card."""
        if self._is_argentinean_company():
            return request.env.ref("l10n_ar.it_dni")
        return super()._l10n_get_default_identification_type_id()

    def _validate_address_values(self, address_values, partner_sudo, address_type, *args, **kwargs):
        """Override: a business without its tax number cannot be invoiced as one."""
        invalid_fields, missing_fields, error_messages = super()._validate_address_values(
            address_values, partner_sudo, address_type, *args, **kwargs
        )
        responsibility = request.env["l10n_ar.afip.responsibility.type"].browse(
            address_values.get("l10n_ar_afip_responsibility_type_id") or []
        )
        if responsibility and responsibility.code != FINAL_CONSUMER_CODE and not address_values.get("vat"):
            missing_fields.add("vat")
            error_messages.append(request.env._("To buy as a business, write its tax number."))
        return invalid_fields, missing_fields, error_messages
