from contextlib import closing, contextmanager

from odoo import models

DRAFT_FIELDS = frozenset(
    {
        "logo",
        "accent_color",
        "ground_color",
        "heading_font",
        "headline",
        "tagline",
        "banner",
        "section_ids",
        "how_to_buy",
        "story",
        "team_ids",
        "place",
        "opening_hours",
        "public_email",
        "public_phone",
        "terms",
        "footer_text",
    }
)


class ChasquiStore(models.Model):
    """What is being typed about a store's site, shown before it is saved."""

    _inherit = "chasqui.store"

    @contextmanager
    def _wear_draft(self, changes):
        """Let the store say what its form says, for as long as the block lasts.

        It is written as the user may write it, so that it is cleaned, checked and refused as it would
        be when saved, and taken back. What is no part of the site is left out: it would do things.

        :param changes: what the browser would send to save the form
        """
        self.ensure_one()
        self.check_access("write")
        with closing(self.env.cr.savepoint()):
            draft = self.with_context(chasqui_draft=True, tracking_disable=True)
            draft.write({name: value for name, value in changes.items() if name in DRAFT_FIELDS})
            self.env.flush_all()
            yield draft
