from odoo import api, models

PAGES = ("ir.ui.view", "website.page")


class Website(models.Model):
    """What a link to one of our pages shows when somebody passes it on."""

    _inherit = "website"

    @api.model
    def _complete_chasqui_meta(self, meta, seo_object, title, description):
        """Return a page's metadata with the title and description that readers and engines see, too.

        Odoo takes the name of the template for a page's title. Products and posts tell their own.
        """
        for name, prefix in (("opengraph_meta", "og"), ("twitter_meta", "twitter")):
            tags = dict(meta.get(name) or {})
            if seo_object._name in PAGES:
                tags[f"{prefix}:title"] = title
            tags[f"{prefix}:description"] = tags.get(f"{prefix}:description") or description
            meta = {**meta, name: tags}
        return meta
