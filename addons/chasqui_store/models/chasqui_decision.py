from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command, Domain
from odoo.tools.mail import formataddr

from .chasqui_store_page import HTML_OPTIONS

PROPOSAL_FIELDS = {"name", "kind", "proposal", "store_id"}
BALLOT_FIELDS = {"option_ids", "opens_on", "closes_on", "quorum", "in_force_from"}
ENTITLED_FIELDS = {"entitled", "entitled_store_ids", "entitled_user_ids"}
PUBLIC_STATES = ("open", "closed")


class ChasquiDecision(models.Model):
    """What the network decides together: proposed, talked about, voted, counted, put into force.

    One mechanism for whatever is decided, told apart by `kind`: an addon adds its kind and what puts
    it into force, `_put_in_force_<kind>`. One organisation, or one person, has one vote.
    """

    _name = "chasqui.decision"
    _description = "Decision"
    _inherit = ["mail.thread", "chasqui.guarded.mixin"]
    _mail_post_access = "read"  # whoever may read a proposal talks about it
    _order = "closes_on desc, id desc"

    name = fields.Char(string="Title", required=True)
    kind = fields.Selection(
        selection=[("platform", "A matter of the platform")],
        string="About",
        required=True,
        default="platform",
    )
    proposal = fields.Html(**{**HTML_OPTIONS, "translate": False})
    store_id = fields.Many2one(
        comodel_name="chasqui.store",
        string="Proposed by",
        ondelete="restrict",
        default=lambda self: self._get_proposing_store(),
        help="The store that proposes it; empty: the incubator.",
    )
    company_id = fields.Many2one(related="store_id.company_id", store=True, index=True, related_sudo=True)
    state = fields.Selection(
        selection=[
            ("draft", "Draft"),
            ("discussion", "In discussion"),
            ("open", "Voting"),
            ("closed", "Decided"),
            ("cancelled", "Withdrawn"),
        ],
        required=True,
        default="draft",
        readonly=True,
        copy=False,
    )

    # Who votes, until when, and what it takes
    entitled = fields.Selection(
        selection=[
            ("stores", "Every open store: one organisation, one vote"),
            ("some_stores", "Some stores: one organisation, one vote"),
            ("people", "Some people: one person, one vote"),
        ],
        string="Who votes",
        required=True,
        default="stores",
    )
    entitled_store_ids = fields.Many2many(comodel_name="chasqui.store", string="Stores that vote")
    entitled_user_ids = fields.Many2many(comodel_name="res.users", string="People who vote")
    opens_on = fields.Date(copy=False)
    closes_on = fields.Date(copy=False, help="The last day on which to vote.")
    quorum = fields.Integer(
        string="Quorum (%)", default=50, help="Of those entitled, how many have to vote for it to count."
    )
    option_ids = fields.One2many(
        comodel_name="chasqui.decision.option",
        inverse_name="decision_id",
        string="Options",
        default=lambda self: self._prepare_default_options(),
        copy=True,
    )
    ballot_ids = fields.One2many(
        comodel_name="chasqui.decision.ballot", inverse_name="decision_id", string="Votes"
    )

    # What came out of it
    result = fields.Selection(
        selection=[
            ("approved", "Approved"),
            ("rejected", "Not approved"),
            ("no_quorum", "Not enough votes"),
        ],
        readonly=True,
        copy=False,
    )
    minutes = fields.Html(**{**HTML_OPTIONS, "translate": False}, copy=False)
    in_force_from = fields.Date(help="From when it is in force, if approved; empty: from the count.")
    in_force = fields.Boolean(readonly=True, copy=False)

    _check_quorum = models.Constraint(
        "CHECK (quorum BETWEEN 0 AND 100)", "The quorum is a share: between 0 and 100."
    )
    _check_dates = models.Constraint(
        "CHECK (closes_on IS NULL OR opens_on IS NULL OR opens_on <= closes_on)",
        "Voting cannot end before it begins.",
    )

    # === DEFAULT METHODS === #

    @api.model
    def _get_proposing_store(self):
        if not self.env.user._is_chasqui_store_staff():
            return self.env["chasqui.store"]
        return self.env.company.sudo().chasqui_store_ids[:1]

    @api.model
    def _prepare_default_options(self):
        return [
            Command.create({"name": self.env._("In favour"), "effect": "approve"}),
            Command.create({"name": self.env._("Against"), "effect": "reject"}),
            Command.create({"name": self.env._("Abstention"), "effect": "abstain"}),
        ]

    # === CONSTRAINTS === #

    @api.constrains("store_id")
    def _check_store(self):
        """A store proposes in its own name."""
        for decision in self:
            is_staff = not self.env.su and self.env.user._is_chasqui_store_staff()
            if is_staff and decision.company_id not in self.env.user.company_ids:
                raise ValidationError(self.env._("A store proposes in its own name."))

    # === CRUD METHODS === #

    @api.ondelete(at_uninstall=False)
    def _unlink_only_drafts(self):
        if any(decision.state != "draft" for decision in self):
            raise UserError(self.env._("What has been proposed to all is kept: withdraw it instead."))

    # === GUARD === #

    @api.model
    def _get_initial_fields(self):
        """A store proposes; who votes is for the incubator to say."""
        names = self._get_proposal_fields() | BALLOT_FIELDS
        return names | ENTITLED_FIELDS if self.env["chasqui.store"]._is_platform_staff() else names

    @api.model
    def _get_proposal_fields(self):
        """Return the fields of what is proposed: a hook for kinds that have more."""
        return PROPOSAL_FIELDS

    def _get_writable_fields(self):
        """Whoever proposes writes the draft; the incubator runs the vote; nobody changes a question
        that is being answered."""
        if self.state == "draft":
            return self._get_initial_fields()
        if not self.env["chasqui.store"]._is_platform_staff():
            return set()
        return self._get_initial_fields() if self.state == "discussion" else {"minutes"}

    # === BUSINESS METHODS === #

    def _get_entitled(self):
        """Return, as sudo, who has a vote: stores or people."""
        self.ensure_one()
        if self.entitled == "people":
            return self.sudo().entitled_user_ids
        if self.entitled == "some_stores":
            return self.sudo().entitled_store_ids
        return self.env["chasqui.store"].sudo().search([("state", "in", ("open", "paused"))])

    def _message_get_suggested_recipients_batch(self, *args, **kwargs):
        """Suggest nobody: people of other stores follow it, whose contacts this one may not read."""
        return {decision.id: [] for decision in self}

    def _message_compute_author(self, author_id=None, email_from=None):
        """Sign with the name of who speaks, and the network's address: other stores read it.

        Without that address it is left to the mail server, which has one of its own.
        """
        author_id, email_from = super()._message_compute_author(author_id, email_from)
        author_sudo = self.env["res.partner"].sudo().browse(author_id)
        if not author_sudo:
            return author_id, email_from
        network_email = self.env["website"]._get_chasqui_sender().email
        return author_id, network_email and formataddr((author_sudo.name, network_email))

    @api.model
    def _get_public_domain(self):
        """Return the domain of what everybody may read on the platform's site."""
        return Domain("state", "in", PUBLIC_STATES)
