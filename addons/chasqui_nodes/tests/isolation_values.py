from odoo.fields import Command

PICTURE = b"R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=="


def prepare_values(business):
    """Return what the models of nodes ask for beyond their required fields."""
    number = business.company.id
    return {
        "chasqui.node": {"slug": f"seed-{number}"},
        "chasqui.node.photo": {"image": PICTURE},
        "chasqui.node.request": {"store_ids": [Command.set(business.store.ids)]},
        "chasqui.node.store": {"store_id": business.store.id, "state": "accepted"},
    }
