from odoo import api, fields, models, tools
from odoo.tools import frozendict


class ProductTemplate(models.Model):
    _inherit = "product.template"

    chasqui_successor_id = fields.Many2one(
        comodel_name="product.template",
        string="Followed by",
        copy=False,
        readonly=True,
        index="btree_not_null",
        help="The same product of the company that its store graduated to; links lead there.",
    )

    # === CRUD METHODS === #

    def write(self, vals):
        res = super().write(vals)
        if "chasqui_successor_id" in vals:
            self.env.registry.clear_cache()  # _get_successor_ids
        return res

    # === BUSINESS METHODS === #

    @api.model
    @tools.ormcache()
    def _get_successor_ids(self):
        """Return which product followed which, by ids: few did, and every product page asks."""
        followed_sudo = self.sudo().with_context(active_test=False)
        followed_sudo = followed_sudo.search([("chasqui_successor_id", "!=", False)])
        return frozendict({template.id: template.chasqui_successor_id.id for template in followed_sudo})
