"""Calendars in the format that every phone's calendar subscribes to (RFC 5545)."""

import pytz
import vobject

PRODUCT = "-//Chasqui//Nodes//EN"
MEDIA_TYPE = "text/calendar; charset=utf-8"


def write_calendar(name, entries):
    """Return a calendar as text.

    :param list entries: dicts with uid, name, start and changed (naive UTC datetimes); and if there are:
        stop, day (a date instead of start and stop), note, place, url, is_cancelled
    """
    calendar = vobject.iCalendar()
    calendar.add("prodid").value = PRODUCT
    calendar.add("x-wr-calname").value = name
    for entry in entries:
        _add_event(calendar, entry)
    return calendar.serialize()


def _add_event(calendar, entry):
    event = calendar.add("vevent")
    event.add("uid").value = entry["uid"]
    event.add("dtstamp").value = _as_utc(entry["changed"])
    event.add("summary").value = entry["name"]
    if day := entry.get("day"):
        event.add("dtstart").value = day
    else:
        event.add("dtstart").value = _as_utc(entry["start"])
        if entry.get("stop"):
            event.add("dtend").value = _as_utc(entry["stop"])
    for key, name in (("note", "description"), ("place", "location"), ("url", "url")):
        if entry.get(key):
            event.add(name).value = entry[key]
    if entry.get("is_cancelled"):
        event.add("status").value = "CANCELLED"


def _as_utc(moment):
    return moment.replace(tzinfo=pytz.utc)
