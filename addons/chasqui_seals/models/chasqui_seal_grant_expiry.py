from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.fields import Domain

REMINDERS = (60, 30, 7)  # days before the end
NOT_REMINDED = 9999
BATCH = 2000


class ChasquiSealGrant(models.Model):
    """Towards the end of a grant: the store is told at 60, 30 and 7 days; then it expires.

    By its dates it is over anyway: expiring here is what the history and the lists say of it.
    """

    _inherit = "chasqui.seal.grant"

    reminded_at = fields.Integer(
        string="Reminded, days before",
        default=NOT_REMINDED,
        readonly=True,
        copy=False,
        help="The last reminder that was sent, so that none is sent twice.",
    )
    expiring_on = fields.Date(string="Ends on", compute="_compute_expiring_on", store=True, index=True)

    @api.depends("state", "date_to", "transition_deadline")
    def _compute_expiring_on(self):
        for grant in self:
            ends = {"granted": grant.date_to, "transition": grant.transition_deadline}
            grant.expiring_on = ends.get(grant.state)

    # === BUSINESS METHODS === #

    def _take_step(self, state, reason=None, actor=None, **values):
        """A step may bring another end: of that one the store is reminded anew."""
        return super()._take_step(state, reason, actor, **{"reminded_at": NOT_REMINDED, **values})

    # === CRON === #

    @api.model
    def _cron_remind_and_expire(self):
        """Expire what is over, tell the stores what will be."""
        progress = self.env["ir.cron"]
        while ended := self.search(self._get_ended_domain(), limit=BATCH):
            ended._expire()
            if not progress._commit_progress(len(ended)):
                return
        self.env["chasqui.seal.shelf"]._fill_outdated()
        for company, grants in self._get_to_remind():
            grants._remind(company)
            progress._commit_progress(len(grants))

    @api.model
    def _get_ended_domain(self):
        return Domain("expiring_on", "<", self._get_today())

    def _expire(self):
        """Note that these are over, all at once."""
        self.sudo().write({"state": "expired"})
        self._log_events("expired", actor="system", user_id=False)

    @api.model
    def _get_to_remind(self):
        """Yield `(company, grants)` of those that end soon, unless what follows them is granted."""
        today = self._get_today()
        due = Domain.OR(
            Domain("expiring_on", "<=", today + relativedelta(days=days)) & Domain("reminded_at", ">", days)
            for days in REMINDERS
        )
        renewed = self._search([("renews_id", "!=", False), ("state", "in", ("granted", "transition"))])
        grants = self.search(due & ~Domain("renewal_ids", "in", renewed), order="company_id, expiring_on, id")
        yield from grants.grouped("company_id").items()

    def _remind(self, company):
        """Tell the managers of a store, in one mail, which of its seals end soon."""
        store = company.chasqui_store_ids[:1]
        if store.member_ids:
            self.env.ref("chasqui_seals.mail_template_reminder").with_context(
                chasqui_seal_grant_ids=self.ids
            )._send_soon(store.ids)
        today = self._get_today()
        for grant in self:
            left = (grant.expiring_on - today).days
            grant.reminded_at = min(days for days in REMINDERS if left <= days)
