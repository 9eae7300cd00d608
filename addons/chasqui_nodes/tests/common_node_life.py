from datetime import timedelta

from odoo import Command, fields

from odoo.addons.chasqui_store.tests.common_site import SiteCommon

from .common_node_people import NodePeopleCommon

PLATFORM_HOST = "platform-nodes.localhost"


class NodeLifeCommon(NodePeopleCommon):
    """A node with a coordinator and two members, on the platform's site; no store is needed."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
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
        cls.env["chasqui.node"].search([("id", "!=", cls.node.id)]).active = False
        cls.mara = cls._create_member("Mara")

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
