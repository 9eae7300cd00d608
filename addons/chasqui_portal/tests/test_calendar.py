from datetime import datetime

from odoo.tests import tagged

from .common_portal import PortalCommon

FAIR = {
    "name": "Feria de la plaza",
    "kind": "Fair",
    "start": datetime(2030, 5, 4, 13),
    "stop": datetime(2030, 5, 4, 20),
    "when": "Saturday 4 May, 10:00",
    "place": "Plaza Mitre",
    "note": "Traé bolsa",
    "url": "",
    "node": "",
    "is_cancelled": False,
}


@tagged("post_install", "-at_install")
class TestCalendar(PortalCommon):
    """Fairs and gatherings that everybody may go to."""

    def _plan(self, *dates):
        self.patch(
            self.env.registry["website"], "_get_chasqui_dates", lambda self, limit=50: list(dates)[:limit]
        )

    def test_dates_are_read_by_month_and_by_engines(self):
        self._plan(FAIR, {**FAIR, "name": "Minga", "start": datetime(2030, 6, 1, 13), "is_cancelled": True})
        page = self._visit_platform("/en/calendar").text
        for text in ("Feria de la plaza", "Plaza Mitre", "Traé bolsa", "Called off", "May 2030", "June 2030"):
            self.assertIn(text, page)
        self.assertIn('"startDate": "2030-05-04T13:00:00Z"', page)
        self.assertIn("EventCancelled", page)

    def test_an_empty_calendar_says_so(self):
        self._plan()
        self.assertIn("Nothing is planned yet", self._visit_platform("/en/calendar").text)

    def test_the_home_page_shows_the_next_ones(self):
        self._plan(FAIR)
        self.assertIn("Feria de la plaza", self._visit_platform("/en").text)
