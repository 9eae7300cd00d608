def post_init_hook(env):
    """Choose the platform website when the addon is installed."""
    env["website"]._ensure_chasqui_platform()
