from odoo import fields
from odoo.http import Controller, request, route

FIRST_YEAR = 2020


class ShopperYear(Controller):
    @route("/my/year", type="http", auth="user", website=True, readonly=True, sitemap=False)
    def year(self, year=None, **kw):
        """Tell who has signed in how much of their food was agroecological, co-operative, near."""
        this_year = fields.Date.context_today(request.env.user).year
        asked = int(year) if str(year or "").isascii() and str(year or "").isdecimal() else this_year
        shown = asked if FIRST_YEAR <= asked <= this_year else this_year
        return request.render(
            "chasqui_seals.shopper_year",
            {
                "page_name": "year",
                "year": shown,
                "this_year": this_year,
                "sums": request.env.user.partner_id._get_food_year(shown),
            },
        )
