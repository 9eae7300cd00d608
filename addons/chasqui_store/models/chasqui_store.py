import re

from odoo import api, fields, models
from odoo.exceptions import ValidationError

SLUG_PATTERN = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")


class ChasquiStore(models.Model):
    """One selling organisation's shop: exactly one company and one website."""

    _name = "chasqui.store"
    _description = "Store"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "name, id"

    name = fields.Char(required=True, tracking=True)
    slug = fields.Char(
        required=True,
        copy=False,
        help="First part of the store's address: slug.base-domain",
    )
    active = fields.Boolean(default=True)
    state = fields.Selection(
        selection=[
            ("building", "Building"),
            ("open", "Open"),
            ("paused", "Paused"),
            ("closed", "Closed"),
        ],
        required=True,
        default="building",
        copy=False,
        tracking=True,
    )
    company_id = fields.Many2one(comodel_name="res.company", ondelete="restrict", copy=False, readonly=True)
    website_id = fields.Many2one(comodel_name="website", ondelete="restrict", copy=False, readonly=True)

    _company_unique = models.UniqueIndex(
        "(company_id) WHERE company_id IS NOT NULL", "This company already has a store."
    )
    _website_unique = models.UniqueIndex(
        "(website_id) WHERE website_id IS NOT NULL", "This website already belongs to a store."
    )

    @api.constrains("slug")
    def _check_slug(self):
        for store in self:
            if not SLUG_PATTERN.fullmatch(store.slug or ""):
                raise ValidationError(
                    self.env._(
                        "“%s” cannot be an address: use lower-case letters, digits and hyphens.",
                        store.slug,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        stores = super().create(vals_list)
        stores._forget_who_is_who()
        return stores

    def write(self, vals):
        res = super().write(vals)
        if vals.keys() & {"company_id", "website_id"}:
            self._forget_who_is_who()
        return res

    def _forget_who_is_who(self):
        """Drop what is cached about which website is a store's, and who works for one."""
        self.env.registry.clear_cache()
