import base64
import io

from PIL import Image

from odoo import Command
from odoo.tests import HttpCase

from .common import ChasquiStoreCommon


class SiteCommon(ChasquiStoreCommon, HttpCase):
    """Two stores with a site each, visited at their own addresses."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.spanish = cls.env["res.lang"]._activate_lang("es_AR")
        cls.english = cls.env["res.lang"]._activate_lang("en_US")
        cls.garden = cls._create_store_site(name="La Huerta", slug="huerta-pages")
        cls.bakery = cls._create_store_site(name="El Horno", slug="horno-pages")

    @classmethod
    def _create_store_site(cls, **values):
        """Return an open store with company and website: what its pages need, nothing more."""
        company = cls.env["res.company"].create(
            {"name": values["name"], "email": f"{values['slug']}@example.com"}
        )
        website = (
            cls.env["website"]
            .with_context(chasqui_provisioning=True)
            .create(
                {
                    "name": values["name"],
                    "company_id": company.id,
                    "domain": f"http://{values['slug']}.localhost",
                    "default_lang_id": cls.spanish.id,
                    "auto_redirect_lang": False,
                    "language_ids": [Command.set((cls.spanish | cls.english).ids)],
                }
            )
        )
        return cls._create_store(state="open", company_id=company.id, website_id=website.id, **values)

    @classmethod
    def _draw_picture(cls, image_format="JPEG", size=(8, 8)):
        output = io.BytesIO()
        Image.new("RGB", size, "#a8442a").save(output, format=image_format)
        return base64.b64encode(output.getvalue())

    def _visit(self, store, path, **kwargs):
        """Open a page of a store at the store's own address."""
        host = store.website_id.domain.removeprefix("http://")
        lang = "en_US" if path.startswith("/en/") else "es_AR"
        return self.url_open(path, headers={"Host": host}, cookies={"frontend_lang": lang}, **kwargs)
