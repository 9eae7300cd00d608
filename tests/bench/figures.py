"""A measured number, its target, and the JSON object that `./chasqui bench` prints."""

import os
import platform
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

LOWER, HIGHER = "lower", "higher"


@dataclass
class Figure:
    """One measured number. Without a target it is there for comparison, and always fine."""

    name: str
    value: float
    unit: str
    target: float | None = None
    better: str = LOWER

    @property
    def ok(self):
        if self.target is None:
            return True
        return self.value <= self.target if self.better == LOWER else self.value >= self.target

    def as_json(self):
        return {
            "name": self.name,
            "value": round(self.value, 3),
            "unit": self.unit,
            "target": self.target,
            "better": self.better,
            "ok": self.ok,
        }


def p50(name, seconds):
    """Return the median as milliseconds, for comparison only."""
    return Figure(name, median(seconds) * 1000, "ms")


def ratio(name, measured, reference, target):
    """Return how many times the reference's median the measured one is."""
    return Figure(name, median(measured) / median(reference), "times", target)


def p95(name, seconds):
    """Return what one of twenty takes longer than, as milliseconds, for comparison only."""
    return Figure(name, _p95(seconds) * 1000, "ms")


def ratio_p95(name, measured, reference, target):
    """Return how many times the reference's 95th percentile the measured one is."""
    return Figure(name, _p95(measured) / _p95(reference), "times", target)


def _p95(seconds):
    return quantiles(seconds, n=20, method="inclusive")[-1]


def drift(name, seconds, target, span=10):
    """Return how the last measurements compare to the first: 1 means constant.

    :param span: how many make the first and the last; never more than half of all
    """
    span = max(1, min(span, len(seconds) // 2))
    return ratio(name, seconds[-span:], seconds[:span], target)


def report(figures, machine):
    return {"figures": [figure.as_json() for figure in figures], "machine": machine}


def machine():
    """Return what the figures depend on beside the code."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "system": platform.platform(),
        "python": platform.python_version(),
        "load_average": os.getloadavg()[0],
    }


def _processor():
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
