"""A pytest plugin: a server log at WARNING or above fails the test that caused it.

A test that provokes one on purpose says so, with Odoo's `mute_logger` or unittest's `assertLogs`: both keep
the record from this handler.
"""

import logging

import pytest

#: beginnings of messages that say nothing about our code, each with its reason
HARMLESS = {
    # Only a developer's machine and a container run Odoo as root; production does not.
    "Running as user 'root'",
}


class _Guard(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.records = []

    def emit(self, record):
        if not record.getMessage().startswith(tuple(HARMLESS)):
            self.records.append(f"{record.levelname} {record.name}: {record.getMessage()}")


_guard = _Guard()


def pytest_configure(config):
    logging.getLogger().addHandler(_guard)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    _guard.records.clear()
    outcome = yield
    if _guard.records:
        pytest.fail("The server logged:\n" + "\n".join(_guard.records), pytrace=False)
    return outcome
