from odoo import fields, http
from odoo.exceptions import UserError
from odoo.http import request

from odoo.addons.chasqui_store.shop_input import parse_id

from .node_pages import FLASH_KEY, ChasquiNodePages
from .person_input import clean, parse_day, parse_person

MAX_NOTE = 1000
FAR_YEARS = 2


class ChasquiNodeActions(ChasquiNodePages):
    """What members do with the buttons of their node's page."""

    # === ROUTES === #

    @http.route(
        "/my/nodes/<string:slug>/<string:action>",
        type="http",
        auth="user",
        website=True,
        methods=["POST"],
        sitemap=False,
    )
    def act(self, slug, action, **post):
        """Do what a button says, and go back with a sentence: what was done, or why it cannot be."""
        member_sudo = self._get_member(slug, *self._get_states(action))
        do = getattr(self, f"_do_{action}", None)
        if not do or not self._may(member_sudo, action):
            raise request.not_found()
        url = f"/my/nodes/{slug}{self._get_back(action)}"
        try:
            with request.env.cr.savepoint():
                url = do(member_sudo, **post) or url
        except UserError as error:
            self._say(str(error))
        return request.redirect(url, local=not url.startswith("http"))

    # === BUSINESS METHODS === #

    def _get_states(self, action):
        """Return of which members an action is; who only asked may take that back."""
        return ("asked", "waiting", "accepted") if action == "leave" else ("accepted",)

    def _may(self, _member_sudo, _action):
        """Tell whether a member may do this; a hook for what is for coordinators alone."""
        return True

    def _get_back(self, _action):
        """Return to which part of the node's pages an action leads back."""
        return ""

    def _say(self, text):
        request.session[FLASH_KEY] = text

    # === WHAT THE BUTTONS DO === #

    def _do_join(self, member_sudo, /, purchase_id=None, **_post):
        """Take part in a purchase, and go on to it at its store."""
        purchase_sudo = self._get_purchase(member_sudo, purchase_id)
        if purchase_sudo.state == "choosing" and purchase_sudo._is_deadline_passed():
            raise UserError(request.env._("The time to choose is over."))
        return purchase_sudo._join_member(member_sudo)._get_token_url()

    def _do_leave(self, member_sudo, /, **_post):
        member_sudo._leave()
        self._say(request.env._("You left “%s”.", member_sudo.node_id.name))
        return "/my/nodes"

    def _do_profile(self, member_sudo, /, visibility=None, phone=None, **_post):
        """Change how one is seen and reached."""
        visibilities = member_sudo._fields["visibility"].get_values(request.env)
        if visibility not in visibilities:
            raise UserError(request.env._("Say who sees you."))
        person = parse_person(request.env, name=member_sudo.name, phone=phone, email=member_sudo.email)
        member_sudo.write({"visibility": visibility, "phone": person["phone"]})
        self._say(request.env._("That is how the others see you now."))
        return f"/my/nodes/{member_sudo.node_id.slug}#me"

    def _do_take_over(self, member_sudo, /, handover_id=None, **_post):
        """Say yes to who hands over."""
        handover_sudo = self._get_handover(member_sudo, handover_id)
        handover_sudo._accept()
        self._say(request.env._("You coordinate “%s” now. Thank you!", member_sudo.node_id.name))
        return f"/my/nodes/{member_sudo.node_id.slug}/coordinate"

    def _do_decline(self, member_sudo, /, handover_id=None, **_post):
        self._get_handover(member_sudo, handover_id)._decline()

    # === WHAT THEY NAME === #

    def _get_handover(self, member_sudo, handover_id):
        """Return what was offered to this member."""
        handovers_sudo = member_sudo.node_id.handover_ids
        handover_sudo = handovers_sudo.filtered(
            lambda handover: handover.id == parse_id(handover_id) and handover.to_id == member_sudo
        )
        if not handover_sudo:
            raise UserError(request.env._("This was decided already."))
        return handover_sudo

    def _parse_coming_day(self, text):
        """Return a day that somebody could mean: still to come, and not in a hundred years."""
        day = parse_day(request.env, text)
        if day and day > fields.Date.add(fields.Date.today(), years=FAR_YEARS):
            raise UserError(request.env._("That day is too far away."))
        return day

    def _clean_note(self, text):
        """Return a text of several lines, of a length that somebody would type."""
        lines = (clean(line, MAX_NOTE) for line in str(text or "").splitlines())
        return "\n".join(lines).strip()[:MAX_NOTE]
