def post_init_hook(env):
    """Give the stores that there are their ways of buying: alone as before, together when they say so."""
    stores = env["chasqui.store"].with_context(active_test=False).search([])
    stores._create_buying_ways()
    stores._keep_transfers_apart()
