from odoo import http
from odoo.http import request

from odoo.addons.chasqui_store.controllers.routes import PUBLIC_PAGE

from .kept_page import kept_page

MOST_SHOWN = 100


class ChasquiCalendar(http.Controller):
    """Fairs and gatherings of the network, next first; phones subscribe to the same."""

    @http.route("/calendar", **PUBLIC_PAGE, sitemap=True)
    @kept_page
    def calendar(self, **_kw):
        if not request.website.is_chasqui_platform:
            raise request.not_found()
        dates = request.website._get_chasqui_dates(limit=MOST_SHOWN)
        return request.render(
            "chasqui_portal.calendar",
            {"dates": dates, "months": self._group_by_month(dates)},
        )

    def _group_by_month(self, dates):
        """Return `[(first moment of it, dates)]` of each month in which something is."""
        months = {}
        for date in dates:
            months.setdefault((date["start"].year, date["start"].month), []).append(date)
        return [(of_month[0]["start"], of_month) for of_month in months.values()]
