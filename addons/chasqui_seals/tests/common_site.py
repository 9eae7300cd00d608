from datetime import timedelta

from odoo.addons.chasqui_store.tests.common_site import SiteCommon

from .common import SUBJECT_FIELDS


class SealSiteCommon(SiteCommon):
    """Two stores with sites, the platform's site, and products that carry seals of the taxonomy."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "tracking_disable": True})
        cls.today = cls.env["chasqui.store"]._get_today()
        cls.platform = cls.env["website"]._ensure_chasqui_platform()
        cls.platform.domain = "http://platform-seals.localhost"
        cls.env["ir.config_parameter"].set_param("chasqui_store.base_url", cls.platform.domain)
        cls.agroecological = cls.env.ref("chasqui_seals.seal_agroecological")
        cls.artisanal = cls.env.ref("chasqui_seals.seal_artisanal")
        cls.cooperative = cls.env.ref("chasqui_seals.seal_worker_cooperative")
        cls.honey = cls._create_site_product(cls.garden, name="Miel de monte")
        cls.jam = cls._create_site_product(cls.garden, name="Dulce de higos")
        cls.chard = cls._create_site_product(cls.garden, name="Acelga")
        cls.bread = cls._create_site_product(cls.bakery, name="Pan")

    @classmethod
    def _grant(cls, seal, subject, days=30, **values):
        """Return a grant in force for some more days: 0 ends today, -1 ended yesterday."""
        return cls.env["chasqui.seal.grant"].create(
            {
                "seal_id": seal.id,
                SUBJECT_FIELDS[subject._name]: subject.id,
                "state": "granted",
                "date_from": cls.today - timedelta(days=90),
                "date_to": cls.today + timedelta(days=days),
                **values,
            }
        )

    def _visit_platform(self, path, **kwargs):
        return self.url_open(
            path,
            headers={"Host": "platform-seals.localhost"},
            cookies={"frontend_lang": "en_US" if path.startswith("/en/") else "es_AR"},
            **kwargs,
        )
