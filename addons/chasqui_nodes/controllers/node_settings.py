import base64

from odoo import http
from odoo.exceptions import UserError
from odoo.http import request
from odoo.tools import plaintext2html

from odoo.addons.chasqui_store.controllers.routes import lead_to_platform
from odoo.addons.chasqui_store.looks import pictures
from odoo.addons.chasqui_store.shop_input import parse_id

from ..models.chasqui_node import MOST_RHYTHM
from ..tools.localities import parse_point
from .node_coordinator import ChasquiNodeCoordinator
from .person_input import clean

TEXTS = ("host_name", "street", "zip", "neighbourhood", "city", "address_note", "languages")
CHOICES = ("host_kind", "rhythm_unit", "join_policy")
NUMBERS = ("rhythm_number", "capacity", "capacity_baskets")
MOST_PHOTOS = 12


class ChasquiNodeSettings(ChasquiNodeCoordinator):
    """What a coordinator says about the node, its keys, and how it is handed over or ends."""

    @http.route("/my/nodes/<string:slug>/settings", type="http", auth="user", website=True, sitemap=False)
    def settings(self, slug, **_kw):
        if elsewhere := lead_to_platform():
            return elsewhere
        member_sudo = self._get_member(slug)
        if not self._may(member_sudo, "save"):
            raise request.not_found()
        node_sudo = member_sudo.node_id
        handover_sudo = node_sudo._get_offered_handover(member_sudo)
        draft = request.env["chasqui.node.handover"].with_user(member_sudo.env.uid)
        return request.render(
            "chasqui_nodes.node_settings",
            {
                **self._prepare_values(member_sudo),
                "options": {
                    name: node_sudo._fields[name]._description_selection(request.env) for name in CHOICES
                },
                "handover": handover_sudo,
                "to_settle": draft.new({"node_id": node_sudo.id, "from_id": member_sudo.id}),
                "successors": node_sudo._get_accepted().filtered("partner_id") - member_sudo,
                "people": node_sudo._get_accepted(),
            },
        )

    # === WHAT THE BUTTONS DO === #

    def _do_save(self, member_sudo, /, **post):
        node_sudo = member_sudo.node_id
        values = {name: clean(post.get(name)) for name in TEXTS}
        if not values["city"]:
            raise UserError(request.env._("Say in which town the node is."))
        if values["city"] != node_sudo.city:
            requests_sudo = node_sudo.env["chasqui.node.request"]
            requests_sudo._check_name_is_free(
                {"name": node_sudo.name, "city": values["city"], "state_id": node_sudo.state_id.id}
            )
        for name in CHOICES:
            if post.get(name) in node_sudo._fields[name].get_values(request.env):
                values[name] = post[name]
        values.update({name: self._parse_number(post.get(name)) for name in NUMBERS})
        if not 0 < values["rhythm_number"] <= MOST_RHYTHM:
            raise UserError(request.env._("Say every how many days, weeks or months the node buys."))
        values["opening_hours"] = self._clean_note(post.get("opening_hours"))
        values["next_date"] = self._parse_coming_day(post.get("next_date"))
        values["story"] = plaintext2html(self._clean_note(post.get("story")))
        has_moved = values["city"] != node_sudo.city
        node_sudo.write(values)
        if has_moved:
            node_sudo._follow_town()
        self._say(request.env._("Saved."))

    def _do_point(self, member_sudo, /, point=None, how=None, **_post):
        """Say where the door is, or as much of it as the town tells."""
        node_sudo = member_sudo.node_id
        if how == "town":
            place = node_sudo._get_town_place()
            if not place:
                raise UserError(request.env._("We do not know that place: write the nearest bigger town."))
        else:
            place = parse_point(point)
        node_sudo._set_point(place)
        self._say(request.env._("The node is on the map."))
        return f"/my/nodes/{node_sudo.slug}/settings#point"

    def _do_photo(self, member_sudo, /, photo=None, name=None, **_post):
        """Add a photo; whatever is sent is drawn again, and refused if it is none."""
        node_sudo = member_sudo.node_id
        if len(node_sudo.photo_ids) >= MOST_PHOTOS:
            raise UserError(request.env._("There are %s photos already: take one away first.", MOST_PHOTOS))
        if not clean(name):
            raise UserError(request.env._("Say what is to be seen, for those who do not see the photo."))
        encoded = base64.b64encode(photo.read(pictures.MAX_BYTES + 1)) if hasattr(photo, "read") else b""
        if not encoded:
            raise UserError(request.env._("Choose a photo."))
        node_sudo.photo_ids.create(
            {
                "node_id": node_sudo.id,
                "name": clean(name),
                "image": pictures.reencode(request.env, encoded),
            }
        )

    def _do_drop_photo(self, member_sudo, /, photo_id=None, **_post):
        member_sudo.node_id.photo_ids.filtered(lambda photo: photo.id == parse_id(photo_id)).unlink()

    def _do_key(self, member_sudo, /, key_id=None, name=None, holder_id=None, **_post):
        """Note a new key, or who has one now; a key without a name is struck off."""
        node_sudo = member_sudo.node_id
        holder_sudo = node_sudo._get_accepted().filtered(lambda member: member.id == parse_id(holder_id))
        key_sudo = node_sudo.key_ids.filtered(lambda key: key.id == parse_id(key_id))
        values = {"name": clean(name, 80), "member_id": holder_sudo.id}
        if key_sudo and not values["name"]:
            key_sudo.unlink()
        elif key_sudo:
            key_sudo.write(values)
        elif values["name"]:
            node_sudo.key_ids.create({**values, "node_id": node_sudo.id})

    def _do_offer(self, member_sudo, /, person_id=None, note=None, stays=None, **_post):
        handovers_sudo = member_sudo.node_id.handover_ids
        handovers_sudo._offer(
            member_sudo, self._get_person(member_sudo, person_id), self._clean_note(note), bool(stays)
        )
        self._say(request.env._("They were asked. Until they say yes you coordinate as before."))

    def _do_take_back(self, member_sudo, /, **_post):
        offered_sudo = member_sudo.node_id.handover_ids.filtered(
            lambda handover: handover.from_id == member_sudo and handover.state == "offered"
        )
        offered_sudo._withdraw()

    def _do_wind_down(self, member_sudo, /, **_post):
        member_sudo.node_id._wind_down()

    def _do_resume(self, member_sudo, /, **_post):
        member_sudo.node_id._resume()

    def _do_close(self, member_sudo, /, **_post):
        member_sudo.node_id._close()
        return "/my/nodes"

    def _parse_number(self, text):
        text = clean(text, 6)
        if not text:
            return 0
        if not (text.isascii() and text.isdecimal()):
            raise UserError(request.env._("“%s” is not a number.", text))
        return int(text)
