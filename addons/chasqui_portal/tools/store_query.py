"""What somebody looks for in the directory of stores, and what of it there is."""

from collections import Counter
from dataclasses import dataclass
from itertools import chain

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
        return not self._get_failed(entry) and self._is_around(entry)

    def _get_failed(self, entry):
        """Return the names of the filters that a store does not pass."""
        failed = []
        if self.province and entry.province != self.province:
            failed.append("province")
        if self.town and entry.town != self.town:
            failed.append("town")
        if self.kind and entry.kind != self.kind:
            failed.append("kind")
        if (self.open_only and not entry.is_open) or not (
            self.ways <= entry.ways and self.seals <= entry.seals
        ):
            failed.append("others")
        return failed

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
        pairs = [(entry, self._get_failed(entry)) for entry in entries if self._is_around(entry)]
        found = [entry for entry, failed in pairs if not failed]
        return {
            "province": _count_values(pairs, "province", {"province", "town"}),
            "town": _count_values(pairs, "town", {"town"}) if self.province else {},
            "kind": _count_values(pairs, "kind", {"kind"}),
            "ways": Counter(chain.from_iterable(entry.ways for entry in found)),
            "seals": Counter(chain.from_iterable(entry.seals for entry in found)),
            "open": sum(entry.is_open for entry in found),
        }


def _count_values(pairs, name, without):
    """Count the values of an attribute where nothing fails but what another choice would take the place of.

    :param pairs: entries with the names of the filters that they do not pass
    """
    counts = Counter(getattr(entry, name) for entry, failed in pairs if without.issuperset(failed))
    return {value: count for value, count in counts.items() if value}
