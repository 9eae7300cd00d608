from odoo import api, fields, models


class ChasquiDemo(models.AbstractModel):
    """The platform's own: what its editors wrote, who wants a store, who wrote to the incubator."""

    _inherit = "chasqui.demo"

    @api.model
    def _load(self):
        super()._load()
        self._load_pages()

    @api.model
    def _load_pages(self):
        """Load what is missing of it, and add up the figures of the months of business."""
        demo = self._prepare_loading()
        data = self._read_json("pages.json", "chasqui_portal/demo")
        demo._load_news(data["news"])
        demo._load_requests("chasqui.store.application", data["applications"])
        demo._load_requests("chasqui.contact", data["contacts"])
        self.env["chasqui.figure"]._cron_add_up()
        demo._drop_mails()

    @api.model
    def _load_news(self, news):
        blog = self.env.ref("chasqui_portal.blog_news")
        self._ensure(
            "blog.post",
            {
                f"news_{name}": {
                    "blog_id": blog.id,
                    "name": post["name"],
                    "subtitle": post["subtitle"],
                    "content": "".join(f"<p>{line}</p>" for line in post["lines"]),
                    "author_id": blog.website_id.company_id.partner_id.id,
                    "is_published": True,
                    "published_date": fields.Datetime.subtract(fields.Datetime.now(), days=post["days_ago"]),
                }
                for name, post in news.items()
            },
        )

    @api.model
    def _load_requests(self, model, requests):
        prefix = self.env[model]._table
        self._ensure(model, {f"{prefix}_{name}": values for name, values in requests.items()})
