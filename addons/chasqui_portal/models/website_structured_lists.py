from odoo import models


class Website(models.Model):
    """What search engines read of the pages that list stores, nodes, seals and producers, or show one."""

    _inherit = "website"

    def _prepare_chasqui_ld_list(self, pages):
        """Return a list of pages, in order.

        :param pages: `(name, path)` of each
        """
        url = self.get_base_url()
        return {
            "@type": "ItemList",
            "itemListElement": [
                {"@type": "ListItem", "position": position, "name": name, "url": f"{url}{path}"}
                for position, (name, path) in enumerate(pages, 1)
            ],
        }

    def _prepare_chasqui_ld_seal(self, seal):
        """Return a seal as a term that the network defines."""
        url = self.get_base_url()
        return {
            "@type": "DefinedTerm",
            "name": seal.name,
            "description": seal.short_meaning or "",
            "url": f"{url}/seals/{seal.slug}",
            "inDefinedTermSet": f"{url}/seals",
        }

    def _prepare_chasqui_ld_node(self, node):
        """Return a node; where it is only roughly, as the page says it."""
        return {
            "@type": "Organization",
            "name": node.name,
            "url": f"{self.get_base_url()}/nodes/{node.slug}",
            "location": {"@type": "Place", "address": node._get_rough_place()},
        }

    def _prepare_chasqui_ld_producer(self, producer):
        return {
            "@type": "Organization",
            "name": producer.name,
            "url": f"{self.get_base_url()}/producers/{self.env['ir.http']._slug(producer)}",
            "address": producer.chasqui_place or "",
        }

    def _prepare_chasqui_ld_post(self, post):
        """Return a piece of news; the network itself says it, whoever typed it."""
        url = self.get_base_url()
        return {
            "@type": "BlogPosting",
            "headline": post.name,
            "description": post.subtitle or post.teaser or "",
            "datePublished": post.post_date.date().isoformat(),
            "url": f"{url}{post.website_url}",
            "author": {"@type": "Organization", "name": self.name, "url": f"{url}/"},
        }
