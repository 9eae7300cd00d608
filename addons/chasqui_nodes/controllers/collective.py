from odoo import SUPERUSER_ID, fields, http
from odoo.exceptions import UserError
from odoo.http import request

from odoo.addons.chasqui_store.shop_input import parse_id

from ..tools.tokens import normalize_code
from .once import is_repeated
from .person_input import clean, parse_day, parse_deadline, parse_person

WRONG_TOKENS_PER_HOUR = 30
STARTS_PER_HOUR = 10
JOINS_PER_HOUR = 60
CHOICES = ("payer", "freight_share", "visibility", "invoicing")


class ChasquiCollective(http.Controller):
    """Start a collective purchase at a store, or join one: no account is needed for either."""

    # === ROUTES === #

    @http.route("/collective", type="http", auth="public", website=True, sitemap=False)
    def collective(self, **_kw):
        return self._render_home()

    @http.route("/collective/code", type="http", auth="public", website=True, methods=["POST"], sitemap=False)
    def code(self, code=None, **_kw):
        """Lead who typed a code to the page on which they join."""
        self._check_store()
        collective_sudo = self._get_collectives_sudo()._find_by_code(normalize_code(code))
        if not self._is_here(collective_sudo):
            self._count_wrong_token()
            return self._render_home(error=request.env._("There is no purchase with that code."), code=code)
        return request.redirect(f"/collective/{collective_sudo.token}")

    @http.route("/collective/new", type="http", auth="public", website=True, sitemap=False)
    def new(self, **post):
        store_sudo = self._check_store()
        values = {**self._prepare_start_values(store_sudo), "values": post}
        if request.httprequest.method == "POST":
            mine_sudo = request.website._get_chasqui_participations()
            if is_repeated("start", post.get("group_name")) and mine_sudo:
                return request.redirect(mine_sudo.sorted("id")[-1:].collective_id._get_url())
            try:
                with request.env.cr.savepoint():
                    participant_sudo = self._start(store_sudo, post)
                return self._welcome(participant_sudo)
            except UserError as error:
                values["error"] = str(error)
        return request.render("chasqui_nodes.collective_new", values)

    @http.route("/collective/<string:token>", type="http", auth="public", website=True, sitemap=False)
    def invitation(self, token, **post):
        """Show to whom the link leads, and let them in."""
        collective_sudo = self._get_by_token(token)
        if not self._is_here(collective_sudo):
            return request.redirect(collective_sudo._get_invitation_url(), local=False)
        if request.website._get_chasqui_participant(collective_sudo):
            return request.redirect(collective_sudo._get_url())
        values = {"collective": collective_sudo, "values": post}
        if request.httprequest.method == "POST":
            try:
                with request.env.cr.savepoint():
                    participant_sudo = self._join(collective_sudo, post)
                return self._welcome(participant_sudo)
            except UserError as error:
                values["error"] = str(error)
        return request.render("chasqui_nodes.collective_invitation", values)

    @http.route("/collective/back/<string:token>", type="http", auth="public", website=True, sitemap=False)
    def back(self, token, **_kw):
        """Open the purchase to whom a mail was sent, on whatever phone they read it."""
        participant_sudo = (
            request.env["chasqui.collective.participant"].sudo().search([("token", "=", token)])
        )
        collective_sudo = participant_sudo.collective_id
        if not self._is_here(collective_sudo) or collective_sudo._is_forgotten():
            self._count_wrong_token()
            raise request.not_found()
        request.website._remember_chasqui_participant(participant_sudo)
        return request.redirect(participant_sudo.collective_id._get_url())

    # === BUSINESS METHODS === #

    def _check_store(self):
        """Return, as sudo, the store whose site this is; else not found."""
        store_sudo = request.website._get_chasqui_store()
        if not store_sudo or not store_sudo._sells_together():
            raise request.not_found()
        return store_sudo

    def _get_collectives_sudo(self):
        """Return the model as the superuser: whoever comes here has a token, or their session."""
        company = request.website.sudo().company_id
        return request.env["chasqui.collective.order"].with_user(SUPERUSER_ID).with_company(company)

    def _is_here(self, collective_sudo):
        return bool(collective_sudo) and collective_sudo.store_id.website_id == request.website

    def _get_by_token(self, token):
        """Return the purchase that a link opens; links that open nothing are counted."""
        self._check_attempts()
        collective_sudo = self._get_collectives_sudo()._find_by_token(token)
        if not collective_sudo or not (self._is_here(collective_sudo) or self._is_platform()):
            self._count_wrong_token()
            raise request.not_found()
        return collective_sudo

    def _is_platform(self):
        return request.website.is_chasqui_platform

    def _get_attempt_key(self, kind):
        return f"collective {kind} {request.httprequest.remote_addr}"

    def _check_attempts(self):
        """Stop who guesses, before they are told whether they guessed right."""
        count, last = request.env["chasqui.attempt"].sudo()._get(self._get_attempt_key("token"))
        if count > WRONG_TOKENS_PER_HOUR and last > fields.Datetime.subtract(fields.Datetime.now(), hours=1):
            raise request.not_found()

    def _count_wrong_token(self):
        self._check_attempts()
        request.env["chasqui.attempt"].sudo()._add(self._get_attempt_key("token"))

    def _check_rate(self, kind, limit):
        if request.env["chasqui.attempt"].sudo()._add(self._get_attempt_key(kind)) > limit:
            raise UserError(request.env._("That is a lot at once. Please try again in an hour."))

    def _render_home(self, **values):
        store_sudo = self._check_store()
        return request.render(
            "chasqui_nodes.collective_home",
            {
                "store": store_sudo,
                "ways": store_sudo.buying_way_ids.filtered("is_on"),
                "participations": request.website._get_chasqui_participations(),
                "costs": self._get_costs(),
                **values,
            },
        )

    def _get_costs(self):
        """Return what is in the cart, or the basket, costs in each way; nothing where it is empty."""
        cart_sudo = request.cart
        return cart_sudo._get_chasqui_costs() if cart_sudo and cart_sudo.website_order_line else {}

    def _prepare_start_values(self, store_sudo):
        """Return what there is to choose from for a new purchase."""
        carriers_sudo = store_sudo._get_buying_way("collective")._get_carriers()
        pickup_sudo = carriers_sudo.filtered(lambda carrier: carrier.delivery_type == "chasqui_pickup")
        points_sudo = store_sudo.pickup_point_ids if pickup_sudo else store_sudo.pickup_point_ids.browse()
        default_deadline = request.env["chasqui.collective.order"].sudo()._get_default_deadline()
        tz = store_sudo.company_id._get_chasqui_tz()
        return {
            "store": store_sudo,
            "way": store_sudo._get_buying_way("collective"),
            "carriers": carriers_sudo - pickup_sudo,
            "pickup_carrier": pickup_sudo[:1],
            "points": points_sudo,
            "deadline": fields.Datetime.context_timestamp(
                store_sudo.with_context(tz=tz), default_deadline
            ).strftime("%Y-%m-%dT20:00"),
            "options": {
                name: store_sudo.env["chasqui.collective.order"]
                ._fields[name]
                ._description_selection(request.env)
                for name in CHOICES
            },
            "user_partner": self._get_signed_in_partner(),
        }

    def _get_signed_in_partner(self):
        user = request.env.user
        return user.partner_id.browse() if user._is_public() else user.partner_id.sudo()

    def _start(self, store_sudo, post):
        """Start what the form asks for; return, as sudo, its coordinator."""
        self._check_rate("start", STARTS_PER_HOUR)
        person = self._parse_person(post, needs_email=True)
        place, address = self._parse_place(store_sudo, post)
        name = clean(post.get("group_name"), 80)
        if not name:
            raise UserError(request.env._("Give the purchase a name that your people know it by."))
        tz = store_sudo.company_id._get_chasqui_tz()
        collective_sudo = self._get_collectives_sudo()._start(
            store_sudo.with_user(SUPERUSER_ID),
            person,
            address=address,
            name=name,
            day=parse_day(request.env, post.get("day")),
            deadline=parse_deadline(request.env, post.get("deadline"), tz),
            organisation=self._parse_organisation(post),
            **place,
            **self._parse_choices(post),
        )
        return collective_sudo.coordinator_id

    def _parse_person(self, post, needs_email=False):
        person = parse_person(request.env, needs_email=needs_email, **post)
        if partner := self._get_signed_in_partner():
            person["partner_id"] = partner.id
        return person

    def _parse_choices(self, post):
        """Return the answers of those that may be given; what is left out keeps its default."""
        model = request.env["chasqui.collective.order"].sudo()
        return {
            name: post[name]
            for name in CHOICES
            if post.get(name) in model._fields[name].get_values(request.env)
        }

    def _parse_organisation(self, post):
        """Return who is invoiced for the whole; nothing where each gets their own."""
        if post.get("invoicing") != "whole":
            return None
        organisation = {"name": clean(post.get("org_name"), 80), "vat": clean(post.get("org_vat"), 20)}
        if not organisation["name"]:
            raise UserError(request.env._("Write the name of the organisation that is invoiced."))
        return organisation

    def _parse_place(self, store_sudo, post):
        """Return where to deliver and how: one of the store's points, or an address of the group."""
        offered = self._prepare_start_values(store_sudo)
        kind, _sep, point_id = str(post.get("place") or "").partition("-")
        if kind == "pickup":
            point = offered["points"].filtered(lambda point: point.id == parse_id(point_id))
            if not point:
                raise UserError(request.env._("Please choose a pickup point from the list."))
            carrier = offered["pickup_carrier"]
            return {"place_kind": kind, "pickup_point_id": point.id, "carrier_id": carrier.id}, None
        return self._parse_address(offered["carriers"], kind, post)

    def _parse_address(self, carriers, kind, post):
        carrier = carriers.filtered(lambda carrier: carrier.id == parse_id(post.get("carrier_id")))
        if kind not in ("home", "work") or not carriers:
            raise UserError(request.env._("Say where the purchase is to be delivered."))
        address = {key: clean(post.get(key)) for key in ("street", "city", "zip")}
        if not address["street"] or not address["city"]:
            raise UserError(request.env._("Write the street and the town of the delivery."))
        address["name"] = clean(post.get("group_name"), 80)
        return {"place_kind": kind, "carrier_id": (carrier or carriers)[:1].id}, address

    def _join(self, collective_sudo, post):
        self._check_rate("join", JOINS_PER_HOUR)
        person = self._parse_person(post)
        if not collective_sudo._lets_people_in():
            raise UserError(request.env._("This purchase takes in nobody any more."))
        return collective_sudo._join(person)

    def _welcome(self, participant_sudo):
        """Bind the purchase to this browser, and go on to it."""
        request.website._remember_chasqui_participant(participant_sudo)
        request.website._enter_chasqui_basket(participant_sudo)
        return request.redirect(participant_sudo.collective_id._get_url())
