from odoo import models

ACTIVE = "https://schema.org/CertificationActive"


class ChasquiSealGrant(models.Model):
    _inherit = "chasqui.seal.grant"

    def _to_markup_data(self):
        """Return a schema.org/Certification."""
        self.ensure_one()
        seal = self._get_shown_seal()
        values = {
            "@type": "Certification",
            "name": seal.name,
            "description": seal.short_meaning,
            "url": self._get_proof_url(),
            "certificationStatus": ACTIVE,
            "certificationIdentification": self.certificate_number,
            "validFrom": self.date_from.isoformat(),
            "expires": self.date_to and self.date_to.isoformat(),
            "issuedBy": self._to_markup_issuer(),
            "sameAs": seal.dfc_term,
        }
        return {name: value for name, value in values.items() if value}

    def _to_markup_issuer(self):
        name = self.certifier or self._get_verifier()
        return {"@type": "Organization", "name": name} if name else None

    def _to_markup_property(self):
        """Return a schema.org/PropertyValue: declared, by nobody else verified."""
        self.ensure_one()
        seal = self._get_shown_seal()
        return {
            "@type": "PropertyValue",
            "propertyID": seal.dfc_term or seal._get_public_url(),
            "name": seal.name,
            "value": True,
            "url": self._get_proof_url(),
        }
