from odoo import api, models, tools
from odoo.tools import hmac

# What the compiler writes into the code of a template, by way of links and pictures.
TEMPLATE_PROFILE = (
    "default_lang_id",
    "language_ids",
    "cdn_activated",
    "cdn_url",
    "cdn_filters",
    "cookies_bar",
    "block_third_party_domains",
    "custom_blocked_third_party_domains",
    "theme_id",
)


class Website(models.Model):
    """What websites share because they did not change it: the cost of one more store is flat.

    Odoo compiles every template, builds every bundle and draws the map of routes once for each
    website. Here a website that made no difference to one of them uses its twin's.
    """

    _inherit = "website"

    # === CRUD METHODS === #

    def write(self, vals):
        result = super().write(vals)
        if not vals.keys().isdisjoint(TEMPLATE_PROFILE):
            self.env.registry.clear_cache("templates")
        return result

    def unlink(self):
        """Another website may be using templates compiled for this one."""
        self.env.registry.clear_cache("templates")
        return super().unlink()

    # === BUSINESS METHODS === #

    @api.model
    def _get_template_scope(self, website_id):
        """Return the website to compile templates for in the place of this one."""
        return self._get_template_scopes().get(website_id, website_id)

    @api.model
    def _get_template_env(self):
        """Return this environment on the website to compile templates for in the place of its own.

        A page asks hundreds of times, and to find an environment takes Odoo longer the more there are.
        """
        website_id = self.env.context.get("website_id")
        scope = website_id and self._get_template_scope(website_id)
        if scope == website_id:
            return self.env
        envs = self.env.cr.cache.setdefault("chasqui_template_envs", {})
        if (self.env, scope) not in envs:
            envs[self.env, scope] = self.with_context(website_id=scope).env
        return envs[self.env, scope]

    @api.model
    @tools.ormcache(cache="templates")
    def _get_template_scopes(self):
        """Return, for each website without views of its own, the first that compiles the same.

        Views and rewrites clear this cache when they change, and so do languages, cookies and CDN.
        """
        changed = self._get_websites_of("ir.ui.view") | self._get_websites_of("website.rewrite")
        first_by_profile = {}
        return {
            website.id: first_by_profile.setdefault(website._get_template_profile(), website.id)
            for website in (self.sudo().search([]) - changed).sorted("id")
        }

    def _get_template_profile(self):
        """Return what tells apart the compiled templates of websites that share all views."""
        self.ensure_one()
        return tuple(
            tuple(self[name].ids) if self._fields[name].relational else self[name]
            for name in TEMPLATE_PROFILE
        )

    @api.model
    def _get_websites_of(self, model):
        """Return, as sudo, the websites with records of their own of a model, active or not."""
        Model = self.env[model].sudo().with_context(active_test=False)
        [[websites]] = Model._read_group([("website_id", "!=", False)], aggregates=["website_id:recordset"])
        return websites

    @api.model
    @tools.ormcache("website_id", cache="routing")
    def _get_routing_scope(self, website_id):
        """Return the website to draw the map of routes for in the place of this one."""
        changed = self._get_websites_of("website.rewrite")
        if website_id in changed.ids:
            return website_id
        return self.sudo().search([("id", "not in", changed.ids)], order="id", limit=1).id

    @api.model
    @tools.ormcache("website_id", cache="assets")
    def _get_asset_scope(self, website_id):
        """Return the website to build bundles for: none in particular when it has no own assets.

        With a theme installed bundles differ between websites, and each keeps its own.
        """
        Asset = self.env["ir.asset"].sudo().with_context(active_test=False)
        Module = self.env["ir.module.module"].sudo()
        themes = [*Module.get_themes_domain(), ("state", "=", "installed")]
        if (
            not website_id
            or Asset.search_count([("website_id", "=", website_id)], limit=1)
            or Module.search_count(themes, limit=1)
        ):
            return website_id
        return False

    def _get_form_signature(self, has_copies):
        """Sign this website's contact address for its forms, as Odoo does once per template."""
        self.ensure_one()
        value = self.company_id.sudo().email or ""
        copies = ":email_cc" if has_copies else ""
        return hmac(self.sudo().env, "website_form_signature", value + copies) + copies
