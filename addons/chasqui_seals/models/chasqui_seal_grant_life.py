from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import LockError, UserError, ValidationError
from odoo.tools import format_date

from .chasqui_seal_grant import CLAIMED_STATES, GOING_STATES, OPEN_STATES
from .chasqui_seal_grant_access import EDITED_STATES

REVIEW_DAYS = 30
REVIEW_STEPS = ("in_review", "asked_back", "granted", "transition", "refused")


class ChasquiSealGrant(models.Model):
    """The life of a grant: claimed, shown, reviewed, decided, over. Each step leaves an event."""

    _inherit = "chasqui.seal.grant"

    answer_ids = fields.One2many(
        comodel_name="chasqui.seal.answer", inverse_name="grant_id", string="Answers"
    )
    evidence_ids = fields.One2many(comodel_name="chasqui.seal.evidence", inverse_name="grant_id")
    visit_ids = fields.One2many(comodel_name="chasqui.seal.visit", inverse_name="grant_id", string="Visits")
    event_ids = fields.One2many(
        comodel_name="chasqui.seal.grant.event", inverse_name="grant_id", string="History"
    )
    version_id = fields.Many2one(
        comodel_name="chasqui.seal.version",
        readonly=True,
        copy=False,
        ondelete="restrict",
        help="What the seal meant when it was granted.",
    )
    renews_id = fields.Many2one(
        comodel_name="chasqui.seal.grant", copy=False, index="btree_not_null", ondelete="restrict"
    )
    renewal_ids = fields.One2many(comodel_name="chasqui.seal.grant", inverse_name="renews_id")
    submitted_on = fields.Date(readonly=True, copy=False)
    due_on = fields.Date(string="Answer due", copy=False)
    reviewer_id = fields.Many2one(comodel_name="res.users", string="Reviewed by", copy=False)
    decided_on = fields.Date(readonly=True, copy=False)
    reason = fields.Text(readonly=True, copy=False, help="The last thing that was said about it.")
    transition_terms = fields.Text(string="What is still to be done", readonly=True, copy=False)
    transition_deadline = fields.Date(string="To be done by", readonly=True, copy=False)

    needs_certificate = fields.Boolean(compute="_compute_needs_certificate")

    # === COMPUTE METHODS === #

    @api.depends("seal_id")
    def _compute_needs_certificate(self):
        for grant in self:
            grant.needs_certificate = bool(grant.seal_id) and grant.seal_id._needs_certificate()

    # === CONSTRAINTS === #

    @api.constrains("state", "seal_id", "certificate_number", "certifier", "certificate_date")
    def _check_certificate(self):
        """Whoever grants it, with whatever right: some seals are nothing without a certificate."""
        for grant in self:
            certified = grant.certificate_number and grant.certifier and grant.certificate_date
            if grant.state == "granted" and grant.seal_id._needs_certificate() and not certified:
                raise ValidationError(
                    self.env._(
                        "“%s” needs the number of a certificate, who certified it, and its date.",
                        grant.display_name,
                    )
                )

    @api.constrains("reviewer_id")
    def _check_assigned(self):
        for grant in self.filtered("reviewer_id"):
            if grant._is_of_own_people(grant.reviewer_id) or not grant.reviewer_id._can_review_seal(
                grant.sudo().seal_id
            ):
                raise ValidationError(
                    self.env._("%s cannot review this claim.", grant.reviewer_id.sudo().name)
                )

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        grants = super().create(vals_list)
        grants._add_missing_answers()
        grants._log_events("draft")
        return grants

    def write(self, vals):
        res = super().write(vals)
        if "seal_id" in vals:
            self._add_missing_answers()
        return res

    def _add_missing_answers(self):
        """Ask what the seal asks: one answer to be given for each criterion."""
        vals_list = []
        for grant_sudo in self.sudo().filtered(lambda grant: grant.state in OPEN_STATES):
            grant_sudo.answer_ids.filtered(
                lambda answer, seal=grant_sudo.seal_id: answer.criterion_id.seal_id != seal
            ).unlink()
            missing = grant_sudo.seal_id.criterion_ids - grant_sudo.answer_ids.criterion_id
            vals_list += [{"grant_id": grant_sudo.id, "criterion_id": criterion.id} for criterion in missing]
        self.env["chasqui.seal.answer"].sudo().create(vals_list)

    # === ACTIONS OF THE STORE === #

    def action_submit(self):
        """Hand the claim in, again after what was asked or what was still to be done; one that its store
        declares itself is granted with that.
        """
        self._check_claimant()
        self._check_step(*EDITED_STATES)
        self._check_answered()
        today = self._get_today()
        dates = {"submitted_on": today, "due_on": today + relativedelta(days=REVIEW_DAYS)}
        resumed = self.filtered(lambda grant: grant.state != "draft" and grant.sudo().reviewer_id)
        resumed._take_step("in_review", actor="store", **dates)
        (self - resumed)._take_step("submitted", **dates)
        self.filtered(lambda grant: grant.granting == "self")._declare()
        return True

    def action_renew(self):
        """Open the claim that will follow this grant, with what was answered then."""
        self.ensure_one()
        self._check_claimant()
        self._check_step("granted", "expired", "refused", "withdrawn")
        renewal = self.renewal_ids.filtered(lambda grant: grant.state in CLAIMED_STATES) or self.create(
            self._prepare_renewal_vals()
        )
        return renewal._get_form_action()

    # === ACTIONS OF THE REVIEW === #

    def action_take(self):
        """Take the claim on oneself."""
        self._check_reviewer()
        self._check_step("submitted", "in_review")
        self._take_step("in_review", reviewer_id=self.env.uid)

    def action_grant(self):
        """Grant it from today, for as long as the seal is valid."""
        self._check_reviewer()
        self._check_step("submitted", "in_review", "transition")
        alike = self.grouped(lambda grant: tuple(grant._prepare_granted_vals().items()))
        for values, grants in alike.items():
            grants._take_step("granted", **dict(values))
        return True

    def _open_step_dialog(self, step):
        """Return the dialog in which a step that needs a reason gets it."""
        return {
            "type": "ir.actions.act_window",
            "name": dict(self.env["chasqui.seal.step"]._fields["step"]._description_selection(self.env))[
                step
            ],
            "res_model": "chasqui.seal.step",
            "view_mode": "form",
            "target": "new",
            "context": {"default_grant_ids": self.ids, "default_step": step},
        }

    def action_ask_back(self):
        return self._open_step_dialog("asked_back")

    def action_transition(self):
        return self._open_step_dialog("transition")

    def action_refuse(self):
        return self._open_step_dialog("refused")

    def action_withdraw(self):
        return self._open_step_dialog("withdrawn")

    # === BUSINESS METHODS === #

    def _ask_back(self, reason):
        self._check_reviewer()
        self._check_step("submitted", "in_review")
        self._take_step("asked_back", reason, reviewer_id=self.env.uid)

    def _put_in_transition(self, terms, deadline):
        self._check_reviewer()
        self._check_step("submitted", "in_review", "transition")
        if not deadline or deadline <= self._get_today():
            raise UserError(self.env._("Say by when it is to be done: a day that is still to come."))
        self._take_step(
            "transition",
            terms,
            transition_terms=terms,
            transition_deadline=deadline,
            reviewer_id=self.env.uid,
            **self._prepare_decision_vals(),
        )

    def _refuse(self, reason):
        self._check_reviewer()
        self._check_step("submitted", "in_review", "transition")
        self._take_step("refused", reason, **self._prepare_decision_vals())

    def _withdraw(self, reason):
        """Withdraw it: the store what is its own, or those who granted it what no longer holds."""
        own = self.filtered(lambda grant: grant._is_claimant())
        (self - own)._check_reviewer()
        self._check_step(*GOING_STATES)
        own._take_step("withdrawn", reason, actor="store", **self._prepare_decision_vals())
        (self - own)._take_step("withdrawn", reason, actor="review", **self._prepare_decision_vals())

    def _declare(self):
        """Grant what its claimant declares on their own word."""
        for grant_sudo in self.sudo():
            grant_sudo.verifier = grant_sudo._get_default_verifier()
            grant_sudo._take_step("granted", actor="store", **grant_sudo._prepare_granted_vals())

    def _take_step(self, state, reason=None, actor=None, **values):
        """Move to another state and note who did it, when and why; tell the store what others decided."""
        actor = actor or ("review" if state in REVIEW_STEPS else "store")
        self.sudo().write({"state": state, "reason": reason, **values})
        self._log_events(state, reason, actor=actor)
        if actor == "review":
            self._tell_stores(state, reason)

    def _check_step(self, *states):
        """Refuse what somebody else has done meanwhile, and say so.

        Whoever comes second while the first is still at it is refused by the lock; afterwards, by the
        state.
        """
        try:
            self.sudo().lock_for_update()
        except LockError as error:
            raise UserError(
                self.env._("Somebody else is deciding on this right now. Reload the page to see what.")
            ) from error
        self.sudo().invalidate_recordset(["state"])
        for grant_sudo in self.sudo():
            if grant_sudo.state not in states:
                raise UserError(grant_sudo._explain_state())

    def _explain_state(self):
        """Return the sentence for who comes too late to do something."""
        event = self.event_ids.sorted("id")[-1:]
        return self.env._(
            "“%(claim)s” is %(state)s already, by %(who)s on %(day)s. Reload the page to see it.",
            claim=self.display_name,
            state=dict(self._fields["state"]._description_selection(self.env))[self.state].lower(),
            who=event.user_id.name or event.author,
            day=format_date(self.env, event.date),
        )

    def _check_answered(self):
        for grant_sudo in self.sudo():
            missing = grant_sudo.answer_ids.filtered(
                lambda answer: answer.criterion_id.required and not answer.answer
            )
            if missing:
                raise UserError(
                    self.env._(
                        "“%(claim)s”: answer first: %(criteria)s",
                        claim=grant_sudo.display_name,
                        criteria=", ".join(missing.mapped("criterion_id.name")),
                    )
                )

    def _prepare_decision_vals(self):
        return {"decided_on": self._get_today()}

    def _prepare_granted_vals(self):
        today, months = self._get_today(), self.seal_id.validity_months
        end = today + relativedelta(months=months, days=-1) if months else False
        return {
            **self._prepare_decision_vals(),
            "date_from": today,
            "date_to": end,
            "verifier": self.verifier or self._get_default_verifier(),
            "version_id": self.seal_id._get_version().id,
        }

    def _get_default_verifier(self):
        store = self._get_claiming_store()
        names = {
            "self": self.env._("Declared by %s", store.name or self.company_id.name),
            "incubator": self.env._("The incubator"),
            "commission": self.env._("The seals' commission"),
        }
        return self.certifier or names.get(self.granting, "")

    def _prepare_renewal_vals(self):
        return {
            "seal_id": self._get_shown_seal().id,
            "product_tmpl_id": self.product_tmpl_id.id,
            "producer_id": self.producer_id.id,
            "store_id": self.store_id.id,
            "statement": self.statement,
            "renews_id": self.id,
            "answer_ids": [
                fields.Command.create(
                    {"criterion_id": old.criterion_id.id, "answer": old.answer, "note": old.note}
                )
                for old in self.answer_ids
                if old.criterion_id.active and old.criterion_id.seal_id == self._get_shown_seal()
            ],
        }

    def _get_form_action(self):
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
        }

    @api.model
    def _get_today(self):
        return self.env["chasqui.store"]._get_today()

    # === HISTORY === #

    def _log_events(self, step, reason=None, **values):
        """Note a step of each of these grants: who, when, why."""
        common = {"step": step, "reason": reason, "actor": "store", "user_id": self.env.uid, **values}
        self.env["chasqui.seal.grant.event"].sudo().create(
            [{"grant_id": grant.id, **common} for grant in self]
        )

    def _get_public_history(self):
        """Return what anybody may know of this grant: days, steps and roles; no person, no reason.

        :return: a list of `{"date", "step", "label", "by"}`, the oldest first; `step` is a state or
            `visit`, `label` and `by` are in the reader's language
        """
        return self.sudo().event_ids.sorted("id")._get_public_lines()
