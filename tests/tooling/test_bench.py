"""The arithmetic of the benchmarks. What they measure is no test: a slow machine breaks nothing."""

import json

import pytest

from ..bench import figures, measures


def test_a_ratio_compares_medians_so_that_one_slow_visit_changes_nothing():
    figure = figures.ratio("/shop", [1.0, 1.2, 60.0], [1.0, 1.0, 1.0], target=1.2)
    assert figure.value == pytest.approx(1.2)
    assert figure.ok


def test_a_figure_over_its_target_is_not_ok():
    assert not figures.Figure("memory", 1.4, "times", 1.3).ok
    assert not figures.Figure("score", 80, "of 100", 90, better=figures.HIGHER).ok


def test_a_figure_without_a_target_is_for_comparison_only():
    figure = figures.p50("/shop, stock Odoo", [0.4, 0.5, 0.9])
    assert (figure.value, figure.unit, figure.ok) == (500.0, "ms", True)


def test_drift_compares_the_last_with_the_first_even_of_a_few():
    assert figures.drift("provisioning", [1.0] * 50 + [3.0] * 10, target=1.2).value == pytest.approx(3.0)
    assert figures.drift("provisioning", [2.0, 3.0], target=1.2).value == pytest.approx(1.5)


def test_what_is_compared_is_measured_in_turn_and_the_warm_up_does_not_count():
    asked = []

    def visit(name, seconds):
        return lambda: asked.append(name) or seconds.pop(0)

    taken = measures.in_turn(2, 1, visit("a", [9.0, 1.0, 2.0]), visit("b", [9.0, 3.0, 4.0]))
    assert asked == ["a", "b"] * 3
    assert taken == [[1.0, 2.0], [3.0, 4.0]]


@pytest.mark.parametrize(("stores", "target"), [(3, 1.15), (12, 1.15), (60, 1.25), (300, 1.3)])
def test_more_stores_in_turn_may_cost_a_little_more(stores, target):
    assert measures.flat_target(stores) == target


def test_the_report_is_one_json_object_with_what_its_readers_expect():
    report = figures.report([figures.Figure("start", 7.12345, "s", 10.0)], figures.machine())
    told = json.loads(json.dumps(report))
    assert told["figures"] == [
        {"name": "start", "value": 7.123, "unit": "s", "target": 10.0, "better": "lower", "ok": True}
    ]
    assert told["machine"]["cores"] >= 1
