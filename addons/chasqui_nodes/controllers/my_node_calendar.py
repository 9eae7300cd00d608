from datetime import datetime

import pytz

from odoo import fields, http
from odoo.exceptions import UserError
from odoo.http import request

from odoo.addons.chasqui_store.shop_input import parse_id

from .my_node_pages import MINE, MyNodePages
from .person_input import clean, clean_text

MAX_NOTE = 1000


class ChasquiMyNodeCalendar(MyNodePages, http.Controller):
    """The days of a node and who helps on them, for its members; coordinators plan them."""

    coordinators_only = frozenset({"plan", "change", "cancel", "remove", "need", "places", "no_need"})

    # === ROUTES === #

    @http.route("/my/nodes/<string:slug>/calendar", **MINE)
    def calendar(self, slug, edit=None, **_kw):
        member_sudo = self._get_my_member(slug)
        gatherings_sudo = member_sudo.node_id._get_gatherings()
        edited_sudo = gatherings_sudo.filtered(lambda gathering: gathering.id == parse_id(edit))
        values = {
            **self._prepare_my_values(member_sudo),
            "gatherings": gatherings_sudo,
            "edited": edited_sudo if member_sudo.is_coordinator else edited_sudo.browse(),
            "kinds": self._get_options("chasqui.gathering"),
            "shift_kinds": self._get_options("chasqui.node.shift"),
            "next_date": member_sudo.node_id._get_next_date(),
        }
        return request.render("chasqui_nodes.my_node_calendar", values)

    @http.route("/my/nodes/<string:slug>/calendar/<string:action>", **MINE, methods=["POST"])
    def act_on_calendar(self, slug, action, **post):
        return self._act(slug, action, post, f"/my/nodes/{slug}/calendar")

    # === WHAT MEMBERS' BUTTONS DO === #

    def _do_take(self, member_sudo, post):
        self._get_shift(member_sudo, post)._take(member_sudo)

    def _do_leave(self, member_sudo, post):
        self._get_place(member_sudo, post, own=True)._leave()

    def _do_swap(self, member_sudo, post):
        self._get_place(member_sudo, post, own=True)._ask_swap()

    def _do_keep(self, member_sudo, post):
        self._get_place(member_sudo, post, own=True)._ask_swap(False)

    def _do_take_over(self, member_sudo, post):
        self._get_place(member_sudo, post)._take_over(member_sudo)

    def _do_link(self, member_sudo, _post):
        """Make the link of one's own calendar, or a new one in its place."""
        member_sudo._renew_calendar_token()

    # === WHAT COORDINATORS' BUTTONS DO === #

    def _do_plan(self, member_sudo, post):
        node_sudo = member_sudo.node_id
        gathering_sudo = (
            request.env["chasqui.gathering"]
            .sudo()
            .create({"node_id": node_sudo.id, **self._parse_gathering(node_sudo, post)})
        )
        return f"/my/nodes/{node_sudo.slug}/calendar#gathering-{gathering_sudo.id}"

    def _do_change(self, member_sudo, post):
        gathering_sudo = self._get_gathering(member_sudo, post)
        gathering_sudo._check_coming()
        gathering_sudo.write(self._parse_gathering(member_sudo.node_id, post))

    def _do_cancel(self, member_sudo, post):
        self._get_gathering(member_sudo, post)._cancel()

    def _do_remove(self, member_sudo, post):
        """Take a day that was called off out of the calendar."""
        gathering_sudo = self._get_gathering(member_sudo, post)
        if not gathering_sudo.is_cancelled:
            raise UserError(request.env._("Call it off first, so that everybody is told."))
        gathering_sudo.unlink()

    def _do_need(self, member_sudo, post):
        gathering_sudo = self._get_gathering(member_sudo, post)
        gathering_sudo._check_coming()
        shifts_sudo = request.env["chasqui.node.shift"].sudo()
        if post.get("kind") not in shifts_sudo._fields["kind"].get_values(request.env):
            raise UserError(request.env._("Say what is to be done."))
        start = gathering_sudo.start
        if post.get("time"):
            day = gathering_sudo._get_local(start).date()
            start = _parse_moment(request.env, day, post["time"], gathering_sudo._get_tz())
        gathering_sudo._add_shift(post["kind"], parse_id(post.get("places")) or 1, start)

    def _do_places(self, member_sudo, post):
        self._get_shift(member_sudo, post)._set_places(parse_id(post.get("places")) or 0)

    def _do_no_need(self, member_sudo, post):
        self._get_shift(member_sudo, post)._remove()

    # === BUSINESS METHODS === #

    def _get_options(self, model):
        return request.env[model].sudo()._fields["kind"]._description_selection(request.env)

    def _find(self, model, member_sudo, record_id):
        """Return, as sudo, a record of the member's own node; else not found."""
        record_sudo = request.env[model].sudo().browse(parse_id(record_id)).exists()
        node_sudo = record_sudo.shift_id.node_id if "shift_id" in record_sudo._fields else record_sudo.node_id
        if not record_sudo or node_sudo != member_sudo.node_id:
            raise request.not_found()
        return record_sudo

    def _get_gathering(self, member_sudo, post):
        return self._find("chasqui.gathering", member_sudo, post.get("gathering_id"))

    def _get_shift(self, member_sudo, post):
        return self._find("chasqui.node.shift", member_sudo, post.get("shift_id"))

    def _get_place(self, member_sudo, post, own=False):
        place_sudo = self._find("chasqui.node.shift.place", member_sudo, post.get("place_id"))
        if own and place_sudo.member_id != member_sudo:
            raise request.not_found()
        return place_sudo

    def _parse_gathering(self, node_sudo, post):
        """Return what a coordinator says of a day, or raise what is missing in a sentence."""
        name = clean(post.get("name"), 80)
        if not name:
            raise UserError(request.env._("Give it a name: what are people invited to?"))
        start = _parse_moment(request.env, post.get("day"), post.get("time"), node_sudo.tz)
        if start < fields.Datetime.now():
            raise UserError(request.env._("Choose a day that is still to come."))
        stop = False
        if post.get("until"):
            stop = _parse_moment(request.env, post.get("day"), post["until"], node_sudo.tz)
            if stop < start:
                raise UserError(request.env._("It cannot end before it begins."))
        kinds = request.env["chasqui.gathering"].sudo()._fields["kind"].get_values(request.env)
        return {
            "name": name,
            "kind": post["kind"] if post.get("kind") in kinds else "other",
            "start": start,
            "stop": stop,
            "place": clean(post.get("place")),
            "note": clean_text(post.get("note"), MAX_NOTE),
            "is_public": bool(post.get("is_public")),
        }


def _parse_moment(env, day, time, tz):
    """Return a moment on the clock of a place, in UTC."""
    try:
        local = datetime.strptime(f"{day} {str(time)[:5]}", "%Y-%m-%d %H:%M")
        return pytz.timezone(tz).localize(local).astimezone(pytz.utc).replace(tzinfo=None)
    except (ValueError, OverflowError) as error:
        raise UserError(env._("Say on what day, and at what time.")) from error
