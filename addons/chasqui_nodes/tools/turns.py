"""Who changes the same thing at the same moment does so one after the other, and sees what came before."""

from odoo.tools import SQL


def take_turns(records):
    """Let nobody else change what these records stand for until this transaction is over.

    Locking them would not do: Odoo's transactions are REPEATABLE READ, and whoever waited for the lock
    still counts what there was before it waited. The rows are written, with what is in them: whoever comes
    second waits for the first, is refused by PostgreSQL where that one went through, and Odoo tries
    their whole request again, which then sees all that the first one did. Rows that point here may still
    be written.
    """
    if records:
        records.env.cr.execute(
            SQL("UPDATE %s SET id = id WHERE id IN %s", SQL.identifier(records._table), tuple(records.ids))
        )
