from odoo import api, fields, models

from ..tools import search_text

MEASURES = [("kg", "Kilo"), ("l", "Litre")]


class ChasquiPortalProduct(models.Model):
    """What the portal's search knows: one row for each product that an open or paused store shows.

    Written by SQL in the transaction that changes what it tells (`_queue`, `_sync`); read in one place
    (`_search_products`). Nobody has access to it: what visitors get of it is public anyway.

    ================  ================================================================================
    words             tsvector of plain stems: A names, B producer, store and categories, C places, D texts
    seal_ids          the seals that counted when it was written, of `chasqui.seal.link`
    seals_change_on   the day from which `seal_ids` may be wrong; the links are asked again from then on
    category_ids      of the shop, with all that are above them
    group_key         the same for the same product of the same producer in several stores
    indexes           GIN on words, seals and categories; B-tree on what is sorted and grouped by
    ================  ================================================================================
    """

    _name = "chasqui.portal.product"
    _description = "Product in the portal's search"
    _log_access = False
    _order = "listed_on desc, id desc"

    product_tmpl_id = fields.Many2one(comodel_name="product.template", required=True, ondelete="cascade")
    company_id = fields.Many2one(comodel_name="res.company", required=True, ondelete="cascade")
    store_id = fields.Many2one(comodel_name="chasqui.store", required=True, ondelete="cascade", index=True)
    producer_id = fields.Many2one(comodel_name="res.partner", ondelete="set null", index="btree_not_null")
    producer_slug = fields.Char(help="What tells a producer of several stores: their name.")
    listed_on = fields.Datetime(help="Since when it can be seen at its store.")
    picture = fields.Char(help="Changes with the picture; empty without one.")
    currency_id = fields.Many2one(comodel_name="res.currency", required=True, ondelete="cascade")
    price = fields.Float(digits=0, help="What a visitor reads at the store, in its currency.")
    common_price = fields.Float(digits=0, help="The same in the platform's currency, to sort by.")
    measure = fields.Selection(selection=MEASURES)
    measure_price = fields.Float(digits=0, help="Price of a kilo or a litre, in the store's currency.")
    common_measure_price = fields.Float(digits=0)

    _product_unique = models.UniqueIndex("(product_tmpl_id)")
    _by_newness = models.Index("(listed_on DESC, id DESC)")
    _by_price = models.Index("(common_price)")
    _by_measure_price = models.Index("(measure, common_measure_price) WHERE measure IS NOT NULL")
    _by_producer_slug = models.Index("(producer_slug) WHERE producer_slug IS NOT NULL")

    # === DATABASE === #

    def init(self):
        """Add what no kind of field can be: words, lists of ids, and how they are found."""
        self.env.cr.execute(search_text.get_sql_functions())
        self.env.cr.execute(
            """
            ALTER TABLE chasqui_portal_product
                ADD COLUMN IF NOT EXISTS words tsvector NOT NULL DEFAULT '',
                ADD COLUMN IF NOT EXISTS seal_ids int4[] NOT NULL DEFAULT '{}',
                ADD COLUMN IF NOT EXISTS seals_change_on date NOT NULL DEFAULT '9999-12-31',
                ADD COLUMN IF NOT EXISTS category_ids int4[] NOT NULL DEFAULT '{}',
                ADD COLUMN IF NOT EXISTS group_key int8 NOT NULL DEFAULT 0;
            CREATE INDEX IF NOT EXISTS chasqui_portal_product_words
                ON chasqui_portal_product USING gin (words);
            CREATE INDEX IF NOT EXISTS chasqui_portal_product_seals
                ON chasqui_portal_product USING gin (seal_ids);
            CREATE INDEX IF NOT EXISTS chasqui_portal_product_categories
                ON chasqui_portal_product USING gin (category_ids);
            CREATE INDEX IF NOT EXISTS chasqui_portal_product_groups
                ON chasqui_portal_product (group_key);
            CREATE INDEX IF NOT EXISTS chasqui_portal_product_seal_days
                ON chasqui_portal_product (seals_change_on) WHERE seals_change_on < '9999-12-31';
            """
        )

    # === BUSINESS METHODS === #

    @api.model
    def _get_version(self):
        """Return what is different after anything that the portal shows has changed."""
        return self.env["chasqui.portal.change"]._get_version()

    @api.model
    def _touch(self):
        """Let what was kept be made anew."""
        self.env["chasqui.portal.change"]._note(is_of_directory=False)
