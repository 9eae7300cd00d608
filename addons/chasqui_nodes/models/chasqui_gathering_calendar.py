from odoo import api, fields, models
from odoo.fields import Domain

LAST_DAYS = 30  # that a calendar still shows
MOST_IN_FEED = 500


class ChasquiGathering(models.Model):
    """Gatherings in calendars: the portal's, and those that phones subscribe to."""

    _inherit = "chasqui.gathering"

    @api.model
    def _get_public_domain(self):
        """Return which gatherings everybody may see: the platform's, and public ones of nodes on the map."""
        nodes = self.env["chasqui.node"]._get_public_domain()
        return Domain("is_public", "=", True) & (
            Domain("node_id", "=", False) | Domain("node_id", "any", nodes)
        )

    @api.model
    def _get_public_gatherings(self, since=None, until=None, limit=50):
        """Return what the portal's calendar shows, the next first, as dicts.

        To be called as sudo: only what everybody may know is in them.

        :param datetime since: those that end later, in UTC; from now if not given
        :param datetime until: those that begin before
        :return: dicts of name, kind (its label), start, stop, when, place, note, url, node (its name),
            is_cancelled; start and stop are naive UTC, when is a text on the clock of the place
        """
        domain = self._get_public_domain() & self._get_coming_domain(since)
        if until:
            domain &= Domain("start", "<", until)
        return [gathering._prepare_public_vals() for gathering in self.search(domain, limit=limit)]

    @api.model
    def _get_coming_domain(self, since=None):
        """Return which gatherings are not over, or were not at another moment."""
        since = since or fields.Datetime.now()
        return Domain("stop", ">=", since) | (Domain("stop", "=", False) & Domain("start", ">=", since))

    @api.model
    def _prepare_public_calendar(self):
        """Return what is in the platform's calendar, for phones."""
        domain = self._get_public_domain() & self._get_coming_domain(self._get_since())
        return [gathering._prepare_ical_entry() for gathering in self.search(domain, limit=MOST_IN_FEED)]

    def _prepare_public_vals(self):
        self.ensure_one()
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        return {
            "name": self.name,
            "kind": kinds[self.kind],
            "start": self.start,
            "stop": self.stop,
            "when": self._format_start(),
            "place": self._get_place_text(),
            "note": self.note or "",
            "url": self._get_url(),
            "node": self.node_id.name or "",
            "is_cancelled": self.is_cancelled,
        }

    @api.model
    def _get_since(self):
        return fields.Datetime.subtract(fields.Datetime.now(), days=LAST_DAYS)

    def _prepare_ical_entry(self, is_member=False):
        """Return the gathering as a calendar of phones wants it."""
        self.ensure_one()
        return {
            "uid": f"gathering-{self.id}@{self._get_ical_host()}",
            "name": f"{self.name} ({self.node_id.name})" if self.node_id else self.name,
            "start": self.start,
            "stop": self.stop,
            "changed": self.write_date,
            "note": self.note,
            "place": self._get_place_text(is_member=is_member),
            "is_cancelled": self.is_cancelled,
        }

    @api.model
    def _get_ical_host(self):
        """Return what tells our entries from those of other calendars."""
        return self.env["chasqui.store"]._get_platform_url().partition("://")[2].partition(":")[0]
