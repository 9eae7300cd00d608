from datetime import timedelta

from odoo import Command, fields
from odoo.tests import new_test_user

from odoo.addons.chasqui_store.tests.common import ChasquiStoreCommon
from odoo.addons.chasqui_store.tests.common_site import SiteCommon

PLATFORM_HOST = "platform-nodes.localhost"
# Bernal, and a town of which nobody takes it for the same
BERNAL = (-34.7112345, -58.2812345)
RAFAELA = (-31.2526, -61.4867)


class NodeLifeCommon(ChasquiStoreCommon):
    """A node with a coordinator and two members, on the platform's site; no store is needed."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "no_reset_password": True, "tracking_disable": True})
        cls.platform = cls.env["website"]._ensure_chasqui_platform()
        english = cls.env["res.lang"]._activate_lang("en_US")
        cls.platform.write(
            {
                "domain": f"http://{PLATFORM_HOST}",
                "default_lang_id": english.id,
                "language_ids": [Command.set(english.ids)],
            }
        )
        cls.env["ir.config_parameter"].set_param("chasqui_store.base_url", cls.platform.domain)
        cls.env["chasqui.node"].search([]).active = False
        cls.node = cls._create_node()
        cls.rosa = cls._create_member("Rosa", role="coordinator")
        cls.luis = cls._create_member("Luis")
        cls.mara = cls._create_member("Mara")

    @classmethod
    def _create_node(cls, **values):
        place = values.pop("position", BERNAL)
        return cls.env["chasqui.node"].create(
            {
                "name": "La Casona",
                "city": "Bernal",
                "street": "Calle 8 123",
                "neighbourhood": "Villa Cramer",
                "latitude": place[0],
                "longitude": place[1],
                **values,
            }
        )

    @classmethod
    def _create_user(cls, name):
        login = f"{name.lower()}-life@example.com"
        return new_test_user(
            cls.env, login, "base.group_portal", password=login, name=name, email=login, lang="en_US"
        )

    @classmethod
    def _create_member(cls, name, **values):
        partner = cls._create_user(name).partner_id
        return cls.env["chasqui.node.member"].create(
            {
                "node_id": cls.node.id,
                "partner_id": partner.id,
                "name": name,
                "phone": "11 5555 0000",
                "email": partner.email,
                "state": "accepted",
                "joined_on": "2026-01-01",
                **values,
            }
        )

    @classmethod
    def _plan(cls, days=3, **values):
        return cls.env["chasqui.gathering"].create(
            {
                "name": "Fair",
                "kind": "fair",
                "node_id": cls.node.id,
                "is_public": False,
                "start": fields.Datetime.now() + timedelta(days=days),
                **values,
            }
        )

    @classmethod
    def _need(cls, gathering, places=1, kind="unload"):
        return gathering._add_shift(kind, places, gathering.start)

    def _get_mails(self):
        """Return to whom mails wait to be sent."""
        return self.env["mail.mail"].search([]).mapped("email_to")


class NodeLifeSiteCommon(NodeLifeCommon, SiteCommon):
    """The same, visited at the platform's address."""

    def _open(self, path, **kwargs):
        return self.url_open(
            path, headers={"Host": PLATFORM_HOST}, cookies={"frontend_lang": "en_US"}, **kwargs
        )

    def _become(self, member):
        login = member.partner_id.user_ids.login if member else None
        self.authenticate(login, login)
        # for whatever host the platform has: requests sends a cookie of the test server's to that one alone
        self.opener.cookies["session_id"] = self.session.sid
