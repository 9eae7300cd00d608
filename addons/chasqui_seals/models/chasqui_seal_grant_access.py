from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain

from .chasqui_seal_grant import GOING_STATES, OPEN_STATES

EDITED_STATES = ("draft", "asked_back", "transition")  # the store is to hand it in, again or not
SUBJECT = {"seal_id", "product_tmpl_id", "producer_id", "store_id", "subject_type"}
CERTIFICATE = {"certificate_number", "certifier", "certificate_date"}
# What people write in a form; all else is written by the steps of a grant's life.
CLAIM_FIELDS = SUBJECT | CERTIFICATE | {"statement", "answer_ids", "evidence_ids", "renews_id"}
REVIEW_FIELDS = CERTIFICATE | {"reviewer_id", "due_on", "verifier", "answer_ids", "evidence_ids", "visit_ids"}


class ChasquiSealGrant(models.Model):
    """Who may do what with a claim: the store that makes it, and those who review it."""

    _inherit = "chasqui.seal.grant"

    can_edit = fields.Boolean(compute="_compute_can", help="The store may still change its claim.")
    can_review = fields.Boolean(compute="_compute_can", help="Whoever looks may review this claim.")
    is_for_others_to_review = fields.Boolean(
        compute="_compute_can", help="Whoever looks reviews this seal, but belongs to the organisation."
    )
    can_withdraw = fields.Boolean(compute="_compute_can", help="Whoever looks may end what is not over yet.")

    # === COMPUTE METHODS === #

    @api.depends("state", "seal_id", "company_id", "producer_id", "product_tmpl_id")
    @api.depends_context("uid", "allowed_company_ids")
    def _compute_can(self):
        for grant in self:
            is_claimant = grant._is_claimant()
            grant.can_edit = grant.state in EDITED_STATES and is_claimant
            grant.can_review = bool(grant.id) and grant._is_reviewer()
            grant.is_for_others_to_review = (
                bool(grant.id)
                and not grant.can_review
                and self.env.user._can_review_seal(grant.seal_id)
                and grant._is_of_own_people(self.env.user)
            )
            grant.can_withdraw = grant.state in GOING_STATES and (is_claimant or grant.can_review)

    # === CRUD METHODS === #

    @api.ondelete(at_uninstall=False)
    def _unlink_except_handed_in(self):
        """A claim that was handed in is history; a draft is its store's alone."""
        self._check_claimant()
        if any(grant.state != "draft" for grant in self):
            raise AccessError(self.env._("A claim that was handed in is kept: withdraw it instead."))

    # === GUARD === #

    @api.model
    def _get_initial_fields(self):
        return CLAIM_FIELDS

    def _get_writable_fields(self):
        """The store writes its claim until it is handed in, the review what it finds."""
        self.ensure_one()
        names = set()
        if self.can_edit:
            names |= CLAIM_FIELDS
        if self.can_review and self.state in OPEN_STATES:
            names |= REVIEW_FIELDS
        return names

    # === BUSINESS METHODS === #

    def _is_claimant(self):
        """Tell whether the user claims for the store: its managers, and the incubator for any."""
        self.ensure_one()
        user = self.env.user
        return self.env.su or (
            user.has_group("chasqui_store.group_manager") and self.company_id in user.company_ids
        )

    def _check_claimant(self):
        for grant in self:
            if not grant._is_claimant():
                raise AccessError(self.env._("Only the managers of the store that claims can do this."))

    def _is_reviewer(self):
        """Tell whether the user may review this claim: nobody does one of their own people."""
        self.ensure_one()
        user = self.env.user
        return (self.env.su or user._can_review_seal(self.seal_id)) and not self._is_of_own_people(user)

    @api.model
    def _get_to_review_domain(self):
        """Return the domain of the claims that wait for the user: to be taken, or theirs already."""
        user = self.env.user
        by_category = Domain("category_id", "in", user._get_seal_review_category_ids())
        kinds = by_category & Domain("seal_id.granting", "!=", "incubator")
        if user.has_group("chasqui_store.group_incubator"):
            kinds |= Domain("seal_id.granting", "=", "incubator")
        own_companies = self.env["chasqui.store.member"].sudo().search([("user_id", "=", user.id)]).company_id
        return (
            kinds
            & Domain("state", "in", ("submitted", "in_review"))
            & Domain("reviewer_id", "in", [False, user.id])
            & Domain("company_id", "not in", own_companies.ids)
        )

    def _check_reviewer(self):
        for grant in self:
            if self.env.su or grant._is_reviewer():
                continue
            if grant._is_of_own_people(self.env.user):
                raise AccessError(
                    self.env._("Nobody reviews a claim of an organisation that they belong to.")
                )
            raise AccessError(self.env._("This claim is reviewed by others."))

    def _is_of_own_people(self, user):
        """Tell whether a person belongs to the store that claims, or to the producer in question."""
        grant_sudo = self.sudo()
        if user in grant_sudo.company_id.chasqui_store_ids.member_ids.user_id:
            return True
        organisations = (
            grant_sudo.company_id.partner_id
            | grant_sudo.producer_id
            | grant_sudo.product_tmpl_id.chasqui_producer_id
        )
        partner_sudo = user.sudo().partner_id
        return bool((partner_sudo | partner_sudo.commercial_partner_id) & organisations)
