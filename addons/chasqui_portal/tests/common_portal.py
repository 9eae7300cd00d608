from odoo.addons.chasqui_seals.tests.common_site import SealSiteCommon


class PortalCommon(SealSiteCommon):
    """The platform's site with a garden in Luján and a bakery in Humahuaca, and visitors who look at it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.platform.write(
            {"default_lang_id": cls.spanish.id, "language_ids": [(6, 0, (cls.spanish | cls.english).ids)]}
        )
        cls.garden.write({"city": "Luján", "state_id": cls.env.ref("base.state_ar_b").id})
        cls.bakery.write({"city": "Humahuaca", "state_id": cls.env.ref("base.state_ar_y").id})

    def _read(self, path, status=200, **kwargs):
        response = self._visit_platform(path, **kwargs)
        self.assertEqual(response.status_code, status, path)
        return response.text

    def _read_stores(self, query=""):
        """Return which of the two stores the directory shows, in its order."""
        page = self._read(f"/stores{query}")
        start = page.find("o_chasqui_store_cards")
        found = [(page.find(f">{store.name}<", start), store) for store in (self.garden, self.bakery)]
        return [store for position, store in sorted(found, key=lambda f: f[0]) if start > 0 <= position]
