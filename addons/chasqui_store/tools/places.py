"""Towns and neighbourhoods by name, without asking anybody: `data/places/README.md` says where from."""

import re
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from .text import normalized_key

FOLDER = Path(__file__).parents[1] / "data" / "places"
LONGEST = 80  # of what somebody types
# What people call a town, for what the list calls it.
ALIASES = {
    "caba": "buenosaires",
    "capital": "buenosaires",
    "capitalfederal": "buenosaires",
    "ciudadautonomadebuenosaires": "buenosaires",
    "ciudaddebuenosaires": "buenosaires",
    "bsas": "buenosaires",
    "tucuman": "sanmigueldetucuman",
    "bariloche": "sancarlosdebariloche",
    "catamarca": "sanfernandodelvalledecatamarca",
    "jujuy": "sansalvadordejujuy",
}


class Town(NamedTuple):
    """A town, where it is, and how many live there (0 where nobody counted)."""

    name: str
    province: str
    latitude: float
    longitude: float
    population: int
    country: str

    @property
    def place(self):
        return self.latitude, self.longitude

    @property
    def label(self):
        """Return its name as it is told from others of the same name."""
        return f"{self.name}, {self.province}" if self.province else self.name


def find(text, countries=("AR",), limit=8):
    """Return the towns that a text may mean, best first: “Lujan”, “Luján, San Luis”, “San Mar”.

    A name that is spelt exactly goes before one that begins so, and among these the bigger town. If
    there is none, a province's towns, or names that are spelt nearly so, are what was meant.

    :param countries: ISO codes, of which those that there is no list of are passed over
    """
    name, _comma, province = (text or "")[:LONGEST].partition(",")
    key, province_key = _key(name), normalized_key(province) or ""
    if len(key) < 2:
        return []
    towns = [town for town in towns_of(tuple(countries)) if province_key in _province_key(town)]
    found = [town for town in towns if _key(town.name) == key]
    found += [town for town in towns if _key(town.name) != key and _key(town.name).startswith(key)]
    if not found:
        found = [town for town in towns if _province_key(town).startswith(key)]
    if not found:
        near = get_close_matches(key, {_key(town.name) for town in towns}, n=3, cutoff=0.8)
        found = [town for town in towns if _key(town.name) in near]
    return found[:limit]


def find_one(text, countries=("AR",)):
    """Return the town that a text most likely means, or nothing."""
    return _find_one((text or "")[:LONGEST], tuple(countries))


@lru_cache(maxsize=2_000)  # most people come from the same places
def _find_one(text, countries):
    return next(iter(find(text, countries, limit=1)), None)


@lru_cache
def towns_of(countries):
    """Return all towns of these countries, biggest first."""
    towns = [town for country in countries for town in _read(country)]
    return tuple(sorted(towns, key=lambda town: -town.population))


@lru_cache
def listed_countries():
    """Return the ISO codes of the countries whose towns are known."""
    return tuple(sorted(path.stem.upper() for path in FOLDER.glob("*.tsv")))


def _read(country):
    if not re.fullmatch("[A-Z]{2}", country):
        return
    for path in (FOLDER / f"{country.lower()}.tsv", FOLDER / "neighbourhoods" / f"{country.lower()}.tsv"):
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            name, province, latitude, longitude, population = line.split("\t")
            yield Town(name, province, float(latitude), float(longitude), int(population), country)


@lru_cache(maxsize=20_000)
def _plain_key(text):
    return normalized_key(text) or ""


def _key(name):
    key = normalized_key(name) or "" if len(name) > 60 else _plain_key(name)
    return ALIASES.get(key, key)


def _province_key(town):
    return _plain_key(town.province)
