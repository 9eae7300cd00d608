"""What somebody looks for in the directory of stores, and what of it there is."""

from collections import Counter
from dataclasses import dataclass, replace

from odoo.addons.chasqui_store.tools import geo

WAYS = ("individual", "collective", "node", "pickup", "delivery")


@dataclass(frozen=True)
class StoreQuery:
    """The filters; each is empty where it does not matter."""

    text: str = ""
    province: int = 0
    town: str = ""
    kind: str = ""
    ways: frozenset = frozenset()
    seals: frozenset = frozenset()
    open_only: bool = False
    near: tuple | None = None
    kilometres: int = 0

    def matches(self, entry):
        """Tell whether a store is what is looked for."""
        return (
            (not self.province or entry.province == self.province)
            and (not self.town or entry.town == self.town)
            and (not self.kind or entry.kind == self.kind)
            and (not self.open_only or entry.is_open)
            and self.ways <= entry.ways
            and self.seals <= entry.seals
            and self._is_around(entry)
        )

    def _is_around(self, entry):
        """Tell whether a store has the name and is near enough: what there are no choices of to count."""
        return self.text in entry.text and (
            not (self.near and self.kilometres) or self.distance(entry) <= self.kilometres
        )

    def distance(self, entry):
        """Return how many kilometres away a store is; those that are on no map are the farthest."""
        return geo.distance_km(self.near, entry.place) if geo.is_place(*entry.place) else float("inf")

    def find(self, entries):
        """Return the stores that match: the nearest first, or else those that are open, by name."""
        found = [entry for entry in entries if self.matches(entry)]
        return sorted(found, key=self.distance if self.near else lambda entry: not entry.is_open)

    # === COUNTS === #

    def count(self, entries):
        """Return, for each filter, how many stores each of its choices would show.

        Where one is chosen at a time, in its place; where several are, besides those chosen already.
        """
        around = [entry for entry in entries if self._is_around(entry)]
        return replace(self, text="", near=None)._count(around)

    def _count(self, entries):
        return {
            "province": self._count_values(entries, "province", province=0, town=""),
            "town": self._count_values(entries, "town", town="") if self.province else {},
            "kind": self._count_values(entries, "kind", kind=""),
            "ways": self._count_members(entries, "ways"),
            "seals": self._count_members(entries, "seals"),
            "open": sum(replace(self, open_only=True).matches(entry) for entry in entries),
        }

    def _count_values(self, entries, name, **without):
        wider = replace(self, **without)
        counts = Counter(getattr(entry, name) for entry in entries if wider.matches(entry))
        return {value: count for value, count in counts.items() if value}

    def _count_members(self, entries, name):
        return Counter(member for entry in entries if self.matches(entry) for member in getattr(entry, name))
