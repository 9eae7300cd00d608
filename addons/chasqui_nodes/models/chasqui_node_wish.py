from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Domain

from odoo.addons.chasqui_store.tools import geo
from odoo.addons.chasqui_store.tools.transaction import commit

from ..tools.tokens import make_token

DAYS_TO_CONFIRM = 7
WISHES_PER_ADDRESS = 5
MAILS_PER_ADDRESS_AND_DAY = 3
DAY = 24 * 3600
RADIUS_KM = 10
MAX_RADIUS_KM = 100
NODES_AT_ONCE = 50
# Two wishes of one person that are nearer than this (about a kilometre) are the same.
SAME_PLACE_DEGREES = 0.01


class ChasquiNodeWish(models.Model):
    """Somebody who wants to be told when a node opens near them.

    Only an address and a place: no account, no contact. It counts once whoever reads the mails of
    that address has said so, and ends with one click from any mail.
    """

    _name = "chasqui.node.wish"
    _description = "Wish for a Node Nearby"
    _order = "id desc"
    _rec_name = "email"

    email = fields.Char(required=True, index=True)
    place = fields.Char(required=True, help="As the person wrote it, or as the map calls it.")
    latitude = fields.Float(digits=(10, 7), required=True)
    longitude = fields.Float(digits=(10, 7), required=True)
    radius_km = fields.Integer(string="Within (km)", required=True, default=RADIUS_KM)
    lang = fields.Char(string="Language", required=True, default=lambda self: self.env.lang or "en_US")
    is_confirmed = fields.Boolean(string="Confirmed", readonly=True)
    told_count = fields.Integer(string="Told of", readonly=True, help="Of how many nodes.")
    token = fields.Char(
        required=True, copy=False, default=lambda self: make_token(), groups="base.group_system"
    )

    _token_unique = models.UniqueIndex("(token)")
    _check_radius = models.Constraint(
        f"CHECK (radius_km BETWEEN 1 AND {MAX_RADIUS_KM})", f"Between 1 and {MAX_RADIUS_KM} km."
    )

    # === BUSINESS METHODS === #

    @api.model
    def _ask(self, email, place, latitude, longitude):
        """Note the wish of an address, and ask whoever reads its mails whether it is theirs.

        Whether the address was known already is nobody's business: the answer is always the same.
        """
        mine = self.search([("email", "=", email)])
        wish = mine.filtered(lambda wish: wish._is_at(latitude, longitude))[:1]
        if not wish and len(mine) >= WISHES_PER_ADDRESS:
            return mine.browse()
        wish = wish or self.create(
            {"email": email, "place": place, "latitude": latitude, "longitude": longitude}
        )
        if not wish.is_confirmed:
            wish._send_question()
        return wish

    def _is_at(self, latitude, longitude):
        return (
            abs(self.latitude - latitude) < SAME_PLACE_DEGREES
            and abs(self.longitude - longitude) < SAME_PLACE_DEGREES
        )

    def _send_question(self):
        """Write to the address, but never so often that it would be a nuisance to a stranger."""
        key = f"node wish {self.email}"
        if self.env["chasqui.attempt"]._add(key, window=DAY) > MAILS_PER_ADDRESS_AND_DAY:
            return
        self.env.ref("chasqui_nodes.mail_template_wish_confirm")._send_soon(self.ids)

    @api.model
    def _find_by_token(self, token):
        return self.search([("token", "=", token)]) if token else self.browse()

    def _confirm(self):
        self.is_confirmed = True

    def _get_url(self):
        return f"{self.env['chasqui.store']._get_platform_url()}/nodes/told/{self.sudo().token}"

    # === TELLING === #

    @api.model
    def _cron_tell(self):
        """Tell everybody near of the nodes that opened since."""
        nodes = self.env["chasqui.node"].search(
            self.env["chasqui.node"]._get_public_domain() & Domain("wishes_told", "=", False),
            limit=NODES_AT_ONCE,
        )
        for node in nodes:
            self._get_near(node)._tell_of(node)
            node.wishes_told = True
            commit(self.env)  # whatever stops it, nobody is told twice

    @api.model
    def _get_near(self, node):
        """Return the confirmed wishes within whose distance a node is."""
        position = node._get_rough_position()
        if not position:
            return self.browse()
        degrees = MAX_RADIUS_KM / geo.KM_PER_DEGREE
        wishes = self.search(
            [
                ("is_confirmed", "=", True),
                ("latitude", ">=", position[0] - degrees),
                ("latitude", "<=", position[0] + degrees),
            ]
        )
        return wishes.filtered(
            lambda wish: geo.distance_km(position, (wish.latitude, wish.longitude)) <= wish.radius_km
        )

    def _tell_of(self, node):
        """Send the mail of a node that opened; each can be ended by a click, in the mail program too."""
        template = self.env.ref("chasqui_nodes.mail_template_wish_told")
        for wish in self:
            stop_url = f"{wish._get_url()}/stop"
            template.with_context(chasqui_node_id=node.id).send_mail(
                wish.id,
                email_values={
                    "headers": repr(
                        {
                            "List-Unsubscribe": f"<{stop_url}>",
                            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
                        }
                    )
                },
            )
            wish.told_count += 1

    def _get_told_node(self):
        """Return the node that a mail is about, in the language of its reader."""
        return self.env["chasqui.node"].browse(self.env.context.get("chasqui_node_id"))

    @api.autovacuum
    def _gc_unconfirmed(self):
        """Forget whoever did not answer."""
        before = fields.Datetime.now() - timedelta(days=DAYS_TO_CONFIRM)
        self.search([("is_confirmed", "=", False), ("create_date", "<", before)]).unlink()
