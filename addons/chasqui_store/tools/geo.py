"""Where things are on the globe, and how far apart. A place is `(latitude, longitude)`, in degrees."""

from functools import lru_cache
from math import asin, atan, cos, degrees, isfinite, log, pi, radians, sin, sinh, sqrt, tan

from odoo.tools import SQL

EARTH_DIAMETER_KM = 12742
KM_PER_DEGREE = 111.0  # of latitude, rounded down


def distance_km(start, end):
    """Return the length of the great circle between two places.

    >>> round(distance_km((-34.6131, -58.3772), (-31.4065, -64.1885)))  # Buenos Aires, Córdoba
    647
    """
    (lat1, lng1), (lat2, lng2) = (tuple(map(radians, place)) for place in (start, end))
    chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lng2 - lng1) / 2) ** 2
    return EARTH_DIAMETER_KM * asin(min(1, sqrt(chord)))


def distance_sql(latitude, longitude, place):
    """Return the same as an SQL expression.

    :param latitude: SQL of the column, in degrees
    :param longitude: SQL of the column, in degrees
    """
    return SQL(
        """%(diameter)s * ASIN(LEAST(1, SQRT(
            POWER(SIN(RADIANS(%(column_lat)s - %(lat)s) / 2), 2)
            + COS(RADIANS(%(lat)s)) * COS(RADIANS(%(column_lat)s))
            * POWER(SIN(RADIANS(%(column_lng)s - %(lng)s) / 2), 2)
        )))""",
        diameter=EARTH_DIAMETER_KM,
        column_lat=latitude,
        column_lng=longitude,
        lat=place[0],
        lng=place[1],
    )


def within_sql(latitude, longitude, place, kilometres):
    """Return the SQL condition of being within a distance; degrees keep most rows from being measured."""
    return SQL(
        "(%s BETWEEN %s AND %s AND %s <= %s)",
        latitude,
        place[0] - kilometres / KM_PER_DEGREE,
        place[0] + kilometres / KM_PER_DEGREE,
        distance_sql(latitude, longitude, place),
        kilometres,
    )


def parse_place(text):
    """Return the place that a text like “-34.6,-58.4” says; nothing if it says none on the globe."""
    try:
        latitude, longitude = (float(part) for part in (text or "").split(","))
    except ValueError:
        return None
    return (latitude, longitude) if is_place(latitude, longitude) else None


def is_place(latitude, longitude):
    """Tell whether these are coordinates; zeros are what a form has where nobody entered any.

    Nothing is said of the poles, which Mercator's maps do not have.
    """
    if not (latitude or longitude):
        return False
    return isfinite(latitude) and isfinite(longitude) and abs(latitude) <= 85 and abs(longitude) <= 180


@lru_cache(maxsize=20_000)  # stores and towns are put on the map again at each visit
def to_map(latitude, longitude):
    """Return `(x, y)` on a map in Mercator's projection, in degrees of the equator; y grows southwards."""
    return longitude, -degrees(log(tan(pi / 4 + radians(latitude) / 2)))


def from_map(x, y):
    """Return the place of a point of such a map."""
    return degrees(atan(sinh(radians(-y)))), x
