"""A pytest plugin: the thread that runs the tests names its database, as Odoo's own runner does."""

import threading

import pytest


@pytest.fixture(scope="session", autouse=True)
def thread_names_its_database(load_registry):
    from odoo.tests.common import get_db_name

    threading.current_thread().dbname = get_db_name()
