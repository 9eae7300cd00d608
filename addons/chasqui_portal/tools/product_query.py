"""What somebody asks of the portal's search, read from an address: whatever is absurd is passed over."""

import math
import re
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from urllib.parse import urlencode

from odoo.addons.chasqui_store.tools import geo, places

MAX_TEXT = 200
MAX_NEAR = 80
MAX_CHOSEN = 20
MAX_PAGE = 50
MAX_PRICE = 1e12
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,119}")
NUMBER = re.compile(r"\d{1,12}(?:[.,]\d{1,4})?")
WAYS = ("pickup", "delivery", "collective", "node")
#: how it is called in addresses, where that is not what it is called here
NAMES = {"search": "q", "all_seals": "seals"}
MEASURES = ("kg", "l")
KILOMETRES = (5, 20, 100)
SORTS = ("relevance", "near", "price", "measure", "new")


@dataclass(frozen=True)
class ProductQuery:
    """A search with its filters, its order and its page; `get_url` writes it as an address again.

    :param near: a town
    :param at: “latitude,longitude” of who let their browser tell
    """

    search: str = ""
    category: tuple = ()
    seal: tuple = ()
    all_seals: bool = False
    store: tuple = ()
    producer: tuple = ()
    way: tuple = ()
    measure: str = ""
    low: float | None = None
    high: float | None = None
    near: str = ""
    at: str = ""
    km: int | None = None
    sort: str = ""
    page: int = 1
    exact: bool = field(default=False, metadata={"help": "Words as they were typed: nothing is corrected."})

    @classmethod
    def from_values(cls, values):
        """Return the query of an address' values, as werkzeug has them."""
        near, at = (_read_text(values.get(name), MAX_NEAR) for name in ("near", "at"))
        low, high = (_read_number(values.get(name)) for name in ("low", "high"))
        measure = _read_choice(values.get("measure"), MEASURES)
        return cls(
            search=_read_text(values.get("q"), MAX_TEXT),
            category=tuple(dict.fromkeys(_read_ids(values.getlist("category")))),
            seal=_read_slugs(values.getlist("seal")),
            all_seals=values.get("seals") == "all",
            store=_read_slugs(values.getlist("store")),
            producer=_read_slugs(values.getlist("producer")),
            way=tuple(way for way in WAYS if way in values.getlist("way")[:MAX_CHOSEN]),
            measure=measure,
            low=low if measure else None,
            high=high if measure else None,
            near=near,
            at=at if geo.parse_place(at) else "",
            km=int(_read_choice(values.get("km"), tuple(map(str, KILOMETRES))) or 0) or None,
            sort=_read_choice(values.get("sort"), SORTS),
            page=_read_page(values.get("page")),
            exact=values.get("exact") == "1",
        )

    @cached_property
    def town(self):
        """Return the town whose name was given, if there is one."""
        return places.find_one(self.near, places.listed_countries()) if self.near else None

    @cached_property
    def place(self):
        """Return `(latitude, longitude)` of where distances are measured from, or nothing."""
        if coordinates := geo.parse_place(self.at):
            return coordinates
        return self.town.place if self.town else None

    @property
    def is_plain(self):
        """Tell whether nothing is asked for: the page that everybody begins with."""
        return self == replace(ProductQuery(), sort=self.sort, page=self.page, near=self.near, at=self.at)

    @property
    def order(self):
        """Return by what it is sorted: as asked, or as it makes most sense."""
        usual = "relevance" if self.search else "near" if self.place else "new"
        is_senseless = (self.sort == "near" and not self.place) or (
            self.sort == "relevance" and not self.search
        )
        return usual if is_senseless else self.sort or usual

    @property
    def may_prefer(self):
        """Tell whether what somebody likes may come first: nobody asked for an order, or for what is near."""
        return not self.sort and self.order in ("relevance", "new")

    def with_changes(self, **changes):
        """Return the same query with other values; from its first page, unless a page is given."""
        return replace(self, **{"page": 1, **changes})

    def toggle(self, name, value):
        """Return the query with one value more of a filter, or without it if it is chosen."""
        chosen = getattr(self, name)
        others = tuple(other for other in chosen if other != value)
        return self.with_changes(**{name: others if value in chosen else (*chosen, value)})

    def get_pairs(self, without=()):
        """Yield the names and values of the address, in a fixed order."""
        for each in fields(self):
            name, value = NAMES.get(each.name, each.name), getattr(self, each.name)
            if name in without or value in ("", (), None, False) or (name == "page" and value == 1):
                continue
            if name == "seals":
                yield name, "all"
            elif isinstance(value, tuple):
                yield from ((name, part) for part in value)
            elif isinstance(value, bool):
                yield name, "1"
            else:
                yield name, f"{value:g}" if isinstance(value, float) else value

    def get_url(self, path="/products"):
        pairs = urlencode(list(self.get_pairs()))
        return f"{path}?{pairs}" if pairs else path


def _read_choice(value, choices):
    return value if value in choices else ""


def _read_slugs(values):
    return tuple(dict.fromkeys(value for value in values[:MAX_CHOSEN] if SLUG.fullmatch(value)))


def _read_ids(values):
    for value in values[:MAX_CHOSEN]:
        if value.isascii() and value.isdecimal() and 0 < int(value[:12]) < 2**31:
            yield int(value[:12])


def _read_number(value):
    if not NUMBER.fullmatch(value or ""):
        return None
    number = float(value.replace(",", "."))
    return number if math.isfinite(number) and number <= MAX_PRICE else None


def _read_text(value, longest):
    return " ".join((value or "").replace("\0", " ")[:longest].split())


def _read_page(value):
    if not (value or "").isascii() or not (value or "").isdecimal():
        return 1
    return min(max(int(value[:9]), 1), MAX_PAGE)
