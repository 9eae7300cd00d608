from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

STATES = [
    ("draft", "Draft"),
    ("submitted", "Submitted"),
    ("in_review", "In review"),
    ("asked_back", "Asked back"),
    ("granted", "Granted"),
    ("transition", "In transition"),
    ("refused", "Refused"),
    ("withdrawn", "Withdrawn"),
    ("expired", "Expired"),
]
OPEN_STATES = ("draft", "submitted", "in_review", "asked_back")
CLAIMED_STATES = (*OPEN_STATES, "transition")  # neither granted nor over: one is enough
GOING_STATES = (*CLAIMED_STATES, "granted")  # not over yet
SUBJECT_FIELDS = ("product_tmpl_id", "producer_id", "store_id")
SUBJECT_TYPES = {
    "product.template": "product",
    "res.partner": "producer",
    "chasqui.store": "store",
}


class ChasquiSealGrant(models.Model):
    """One seal for one product, producer or store: claimed, shown to be true, granted until a day.

    In force it is by its dates, whatever the time of the last cron: ask `_get_in_force_domain`. What
    happens to it is in `chasqui_seal_grant_life`, who may do it in `chasqui_seal_grant_access`.
    """

    _name = "chasqui.seal.grant"
    _description = "Grant of a Seal"
    _inherit = ["mail.thread", "mail.activity.mixin", "chasqui.guarded.mixin"]
    _order = "id desc"

    seal_id = fields.Many2one(
        comodel_name="chasqui.seal",
        required=True,
        ondelete="restrict",
        index=True,
        domain="[('max_km', '=', 0)]",
    )
    category_id = fields.Many2one(related="seal_id.category_id", store=True, index=True)
    granting = fields.Selection(related="seal_id.granting")
    product_tmpl_id = fields.Many2one(
        comodel_name="product.template", string="Product", ondelete="restrict", index="btree_not_null"
    )
    producer_id = fields.Many2one(
        comodel_name="res.partner",
        domain="[('is_chasqui_producer', '=', True)]",
        ondelete="restrict",
        index="btree_not_null",
    )
    store_id = fields.Many2one(comodel_name="chasqui.store", ondelete="restrict", index="btree_not_null")
    subject_type = fields.Selection(
        selection=[("product", "Product"), ("producer", "Producer"), ("store", "Store")],
        compute="_compute_subject_type",
        store=True,
        readonly=False,
    )
    subject_name = fields.Char(string="For", compute="_compute_subject_name", compute_sudo=True, store=True)
    company_id = fields.Many2one(
        comodel_name="res.company",
        compute="_compute_company_id",
        compute_sudo=True,
        store=True,
        precompute=True,
        index=True,
        help="Of the store that claims it.",
    )
    state = fields.Selection(selection=STATES, required=True, default="draft", readonly=True, copy=False)
    statement = fields.Text(string="In the claimant's words", help="How it is done, since when, with whom.")

    # As it was decided
    date_from = fields.Date(string="Since", copy=False)
    date_to = fields.Date(string="Until", copy=False, help="The last day on which it counts; empty: no end.")
    verifier = fields.Char(string="Verified by", copy=False, help="Public: the commission, a certifier.")
    certificate_number = fields.Char(copy=False)
    certifier = fields.Char(copy=False)
    certificate_date = fields.Date(string="Date of the certificate", copy=False)

    _one_subject = models.Constraint(
        "CHECK (num_nonnulls(product_tmpl_id, producer_id, store_id) = 1)",
        "A seal is claimed for exactly one product, producer or store.",
    )
    _dates_in_order = models.Constraint(
        "CHECK (date_to IS NULL OR date_from <= date_to)", "It cannot end before it begins."
    )
    _granted_since = models.Constraint(
        "CHECK (state != 'granted' OR date_from IS NOT NULL)", "What is granted is granted since a day."
    )
    _one_open_claim = models.UniqueIndex(
        """(seal_id, COALESCE(product_tmpl_id, 0), COALESCE(producer_id, 0), COALESCE(store_id, 0))
        WHERE state IN ('draft', 'submitted', 'in_review', 'asked_back', 'transition')""",
        "This seal has been claimed already: go on with that claim.",
    )

    # === COMPUTE METHODS === #

    @api.depends(*SUBJECT_FIELDS)
    def _compute_subject_type(self):
        for grant in self:
            subject = grant._get_subject()
            grant.subject_type = SUBJECT_TYPES[subject._name] if subject else grant.subject_type or "product"

    @api.depends("product_tmpl_id.name", "producer_id.name", "store_id.name")
    def _compute_subject_name(self):
        for grant in self:
            grant.subject_name = grant._get_subject().name

    @api.depends(*SUBJECT_FIELDS)
    def _compute_company_id(self):
        for grant in self:
            grant.company_id = grant._get_subject().company_id or grant.company_id or self.env.company

    @api.depends("seal_id.name", "subject_name")
    def _compute_display_name(self):
        for grant in self:
            grant.display_name = f"{grant.seal_id.name or ''}: {grant.subject_name or ''}"

    # === ONCHANGE METHODS === #

    @api.onchange("subject_type")
    def _onchange_subject_type(self):
        """Keep only the subject that is asked for."""
        kept = {"product": "product_tmpl_id", "producer": "producer_id", "store": "store_id"}
        for name in SUBJECT_FIELDS:
            if name != kept.get(self.subject_type):
                self[name] = False

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        grants = super().create([self._follow_subject(vals) for vals in vals_list])
        grants._check_can_be_claimed()
        self.env["chasqui.seal.link"]._sync_grants(grants._filter_granted())
        return grants

    def write(self, vals):
        before = self._filter_granted()
        res = super().write(self._follow_subject(vals))
        if vals.keys() & {"state", "date_from", "date_to", "seal_id", *SUBJECT_FIELDS}:
            self.env["chasqui.seal.link"]._sync_grants(before | self._filter_granted())
        if vals.keys() & {"seal_id", *SUBJECT_FIELDS}:
            self._check_can_be_claimed()
        return res

    @api.model
    def _follow_subject(self, vals):
        """The type is what the subject is, whatever the form says."""
        if any(vals.get(name) for name in SUBJECT_FIELDS):
            return {name: value for name, value in vals.items() if name != "subject_type"}
        return vals

    def _filter_granted(self):
        return self.filtered(lambda grant: grant.state == "granted")

    def _check_can_be_claimed(self):
        """Refuse a claim of what is not the store's, or cannot be claimed at all."""
        self._check_claimant()
        for grant_sudo in self.sudo():
            if grant_sudo.seal_id.max_km:
                raise UserError(
                    self.env._(
                        "“%s” is computed from distances: it cannot be claimed.", grant_sudo.seal_id.name
                    )
                )
            if grant_sudo.producer_id and not grant_sudo.producer_id.is_chasqui_producer:
                raise UserError(self.env._("%s is not a producer.", grant_sudo.producer_id.name))

    # === BUSINESS METHODS === #

    def _get_subject(self):
        """Return what carries the seal: a product, a producer, or a store."""
        self.ensure_one()
        return self.product_tmpl_id or self.producer_id or self.store_id

    def _get_shown_seal(self):
        """Return the seal that is shown for this grant: what its seal was merged into, or itself."""
        self.ensure_one()
        return self.seal_id.merged_into_id or self.seal_id

    def _get_claiming_store(self):
        """Return, as sudo, the store that claims it."""
        return self.sudo().company_id.chasqui_store_ids[:1]

    @api.model
    def _get_in_force_domain(self, today=None):
        """Return the domain of the grants that count on a day, by default today where the stores are."""
        today = today or self.env["chasqui.store"]._get_today()
        return (
            Domain("state", "=", "granted")
            & Domain("date_from", "<=", today)
            & (Domain("date_to", "=", False) | Domain("date_to", ">=", today))
            & (Domain("seal_id.active", "=", True) | Domain("seal_id.merged_into_id.active", "=", True))
        )
