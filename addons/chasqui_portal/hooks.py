def post_init_hook(env):
    """Take off what Odoo's blog puts on every website: an example to write in, and a menu."""
    example = env.ref("website_blog.blog_blog_1", raise_if_not_found=False)
    if example and not example.blog_post_ids:
        example.active = False
    chasqui_sites = env["website"].search([]).filtered(lambda website: website._is_chasqui_site())
    env["website.menu"].search([("url", "=", "/blog"), ("website_id", "in", chasqui_sites.ids)]).unlink()
