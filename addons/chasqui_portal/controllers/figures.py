import csv
import io
import json

from odoo import http
from odoo.http import request
from odoo.tools import format_date, formatLang

from odoo.addons.chasqui_store.controllers.routes import PAGE_PART, PUBLIC_PAGE

from ..tools.chart import draw_bars

MONTHS_OF_CHART = 24
A_DAY = 24 * 60 * 60
COLUMNS = ("month", "province", "province_code", "stores", "orders", "families", "kilos")


class ChasquiFigures(http.Controller):
    """What the network does, in figures and as open data; of nobody in particular."""

    # === ROUTES === #

    @http.route("/figures", **PUBLIC_PAGE, sitemap=True)
    def figures(self, **_kw):
        self._check_platform()
        totals_sudo = request.env["chasqui.figure"]._get_totals()
        last_month = totals_sudo[-1:].month
        details_sudo = request.env["chasqui.figure"]._get_details()
        return request.render(
            "chasqui_portal.figures",
            {
                "totals": totals_sudo,
                "last": totals_sudo[-1:],
                "charts": self._prepare_charts(totals_sudo[-MONTHS_OF_CHART:]),
                "provinces": details_sudo.filtered(lambda figure: figure.month == last_month),
                "details": details_sudo.grouped("month"),
                "month_name": self._get_month_name,
                "number": self._format_number,
                "headline": request.website._get_chasqui_headline_figures(),
            },
        )

    @http.route("/figures.json", **PAGE_PART)
    def figures_json(self, **_kw):
        self._check_platform()
        document = {
            "title": "Chasqui: figures of the network",
            "licence": "https://creativecommons.org/licenses/by/4.0/",
            "documentation": f"{request.env['chasqui.store']._get_platform_url()}/figures#data",
            "minimum_people": 5,
            "figures": [dict(zip(COLUMNS, row, strict=True)) for row in self._get_rows()],
        }
        return self._make_file(json.dumps(document, ensure_ascii=False), "application/json")

    @http.route("/figures.csv", **PAGE_PART)
    def figures_csv(self, **_kw):
        self._check_platform()
        output = io.StringIO()
        writer = csv.writer(output, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        writer.writerows(self._get_rows())
        return self._make_file(output.getvalue(), "text/csv", "chasqui-figures.csv")

    # === BUSINESS METHODS === #

    def _check_platform(self):
        if not request.website.is_chasqui_platform:
            raise request.not_found()

    def _get_rows(self):
        """Return a row for each month and province: names as in the database, numbers as numbers."""
        figures_sudo = request.env["chasqui.figure"].with_context(lang=None)._get_details()
        return [
            (
                figure.month.strftime("%Y-%m"),
                figure.state_id.name or "",
                figure.state_id.code or "",
                figure.stores,
                figure.orders,
                figure.families,
                round(figure.kilos, 1),
            )
            for figure in figures_sudo
        ]

    def _make_file(self, text, mimetype, name=None):
        headers = [
            ("Content-Type", f"{mimetype}; charset=utf-8"),
            ("Cache-Control", f"public, max-age={A_DAY}"),
            ("Access-Control-Allow-Origin", "*"),
        ]
        if name:
            headers.append(("Content-Disposition", f'attachment; filename="{name}"'))
        return request.make_response(text, headers)

    def _prepare_charts(self, totals_sudo):
        """Return `(title, unit, bars)` of what is drawn month by month."""
        _ = request.env._
        fields_by_title = {_("Families who bought"): "families", _("Orders"): "orders", _("Kilos"): "kilos"}
        return [
            (
                title,
                fname,
                draw_bars([(self._get_month_name(figure.month), figure[fname]) for figure in totals_sudo]),
            )
            for title, fname in fields_by_title.items()
        ]

    def _get_month_name(self, month):
        return format_date(request.env, month, date_format="MMM yyyy")

    def _format_number(self, value):
        return formatLang(request.env, value, digits=0)
