from contextlib import contextmanager

from odoo import modules


@contextmanager
def own_transaction(env):
    """Yield the cursor of a short READ COMMITTED transaction, for what must outlive the caller's.

    Tests, and modules being installed, have one transaction for all: it is used, flushed.
    """
    if modules.module.current_test or not env.registry.ready:
        env.flush_all()
        yield env.cr
        return
    with env.registry.cursor() as cr:
        cr.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
        yield cr


def commit(env):
    """Commit, for a long job that others must see the parts of; tests have one transaction for all."""
    if not modules.module.current_test:
        env.cr.commit()
