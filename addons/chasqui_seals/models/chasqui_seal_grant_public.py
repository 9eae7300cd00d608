from odoo import api, models
from odoo.fields import Domain

from .chasqui_seal_grant import SUBJECT_FIELDS

VISITED_STATES = ("open", "paused")
PROVED_STATES = ("granted", "withdrawn", "expired")


class ChasquiSealGrant(models.Model):
    """What the public sees of a grant."""

    _inherit = "chasqui.seal.grant"

    def _get_shown_seals(self):
        """Return the seals that are shown for these grants, in the taxonomy's order."""
        return self.env["chasqui.seal"].union(*(grant._get_shown_seal() for grant in self)).sorted()

    def _get_one_by_seal(self):
        """Return one of these grants for each seal, in the taxonomy's order: the first there is."""
        first = {}
        for grant in self:
            first.setdefault(grant._get_shown_seal(), grant)
        return self.browse(first[seal].id for seal in self._get_shown_seals())

    def _get_verifier(self):
        """Return who says so: what the review wrote, else whoever that is by the way it was granted."""
        self.ensure_one()
        return self.verifier or self._get_default_verifier()

    def _get_proof_url(self):
        """Return the address of the proof, on the platform's site: what a label's QR code says."""
        self.ensure_one()
        slug = self.env["ir.http"]._slug(self)
        return f"{self.env['chasqui.store']._get_platform_url()}/seals/grant/{slug}"

    @api.model
    def _get_public_domain(self):
        """Return the domain of what anybody may know: grants in force, of stores that can be visited."""
        return self._get_in_force_domain() & self._get_visited_domain()

    @api.model
    def _get_proved_domain(self):
        """Return the domain of what has a proof: what is in force, and what was. A label outlives it."""
        return (
            Domain("state", "in", PROVED_STATES)
            & Domain("date_from", "<=", self._get_today())
            & self._get_visited_domain()
        )

    @api.model
    def _get_visited_domain(self):
        stores_sudo = self.env["chasqui.store"].sudo().search([("state", "in", VISITED_STATES)])
        return Domain("company_id", "in", stores_sudo.company_id.ids)

    def _is_in_force(self):
        self.ensure_one()
        return bool(self.filtered_domain(self._get_in_force_domain()))

    def _get_successor(self):
        """Return the grant that counts in place of this one, which is over: what was renewed, mostly."""
        self.ensure_one()
        if self._is_in_force():
            return self.browse()
        seal = self._get_shown_seal()
        same_subject = Domain.AND(Domain(name, "=", self[name].id) for name in SUBJECT_FIELDS)
        same_seal = Domain("seal_id", "in", (seal | seal.with_context(active_test=False).merged_ids).ids)
        return self.search(self._get_public_domain() & same_subject & same_seal, limit=1)

    def _get_ending(self):
        """Return since when this does not count any more, and how that came: `{}` while it does."""
        self.ensure_one()
        if self._is_in_force():
            return {}
        if self.state == "withdrawn":
            return {"how": "withdrawn", "date": self.decided_on}
        if self.date_to and self.date_to < self._get_today():
            return {"how": "ended", "date": self.date_to}
        return {"how": "retired", "date": self._get_shown_seal().retired_on}

    def _get_subject_url(self):
        """Return the address of who or what carries the seal, on its store's site."""
        self.ensure_one()
        store_sudo = self.sudo().company_id.chasqui_store_ids[:1]
        base, slug = store_sudo.website_id.domain or "", self.env["ir.http"]._slug
        product_sudo, producer_sudo = self.sudo().product_tmpl_id, self.sudo().producer_id
        if product_sudo:
            return f"{base}{product_sudo.website_url}" if product_sudo.is_published else ""
        if producer_sudo:
            shown = producer_sudo.chasqui_product_ids.filtered("is_published")
            return f"{base}/producers/{slug(producer_sudo)}" if shown else ""
        return f"{base}/"

    def _prepare_proof_values(self):
        """Return what the proof's page shows; `self` is one grant that is or was in force, as sudo."""
        self.ensure_one()
        seal = self._get_shown_seal()
        return {
            "grant": self,
            "seal": seal,
            "store": self.company_id.chasqui_store_ids[:1],
            "ending": self._get_ending(),
            "history": self._get_public_history(),
            "additional_title": f"{seal.name}: {self.subject_name}",
        }
