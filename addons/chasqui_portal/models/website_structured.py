from markupsafe import Markup

from odoo import api, models
from odoo.tools.json import scriptsafe

CONTEXT = "https://schema.org"


class Website(models.Model):
    """What search engines read of a page, as schema.org has it."""

    _inherit = "website"

    @api.model
    def _write_chasqui_ld(self, data):
        """Return data as JSON that is safe within a script of a page."""
        return Markup(scriptsafe.dumps({"@context": CONTEXT, **data}))  # noqa: S704 made safe by scriptsafe

    def _prepare_chasqui_ld_site(self):
        """Return the platform's site, with how its products are searched."""
        url = self.get_base_url()
        return {
            "@type": "WebSite",
            "name": self.name,
            "url": f"{url}/",
            "inLanguage": [code.replace("_", "-") for code in self.env["res.lang"]._get_frontend()],
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": f"{url}/products?q={{search_term}}"},
                "query-input": "required name=search_term",
            },
        }

    def _prepare_chasqui_ld_dates(self, dates):
        """Return gatherings as events, in order."""
        return {
            "@type": "ItemList",
            "itemListElement": [
                {"@type": "ListItem", "position": position, "item": self._prepare_chasqui_ld_date(date)}
                for position, date in enumerate(dates, 1)
            ],
        }

    def _prepare_chasqui_ld_date(self, date):
        status = "EventCancelled" if date.get("is_cancelled") else "EventScheduled"
        event = {
            "@type": "Event",
            "name": date["name"],
            "startDate": f"{date['start'].isoformat()}Z",
            "eventStatus": f"{CONTEXT}/{status}",
            "location": {"@type": "Place", "name": date["place"] or date["node"], "address": date["place"]},
            "organizer": {"@type": "Organization", "name": date["node"] or self.name},
            "description": date["note"] or date["kind"],
        }
        if date["stop"]:
            event["endDate"] = f"{date['stop'].isoformat()}Z"
        return event

    def _prepare_chasqui_ld_figures(self):
        """Return the open data, with where to take it from."""
        url = self.get_base_url()
        return {
            "@type": "Dataset",
            "name": self.env._("The network in figures"),
            "description": self.env._(
                "How many stores, orders, families and kilos pass through the network each month."
            ),
            "url": f"{url}/figures",
            "license": "https://creativecommons.org/licenses/by/4.0/",
            "creator": {"@type": "Organization", "name": self.name, "url": url},
            "distribution": [
                {"@type": "DataDownload", "encodingFormat": mimetype, "contentUrl": f"{url}/figures.{ext}"}
                for ext, mimetype in (("csv", "text/csv"), ("json", "application/json"))
            ],
        }
