import re
from urllib.parse import urlsplit

from odoo import api, fields, models, tools
from odoo.exceptions import ValidationError

DEFAULT_BASE_URL = "http://localhost:8069"
LABEL = r"[^\W_]([\w-]{0,61}[^\W_])?"  # letters of any language
ORIGIN_PATTERN = re.compile(rf"https?://(?P<host>({LABEL}\.)+{LABEL})(:\d{{1,5}})?")
RESERVED_SLUGS = {"admin", "api", "cdn", "ftp", "mail", "portal", "smtp", "static", "www"}


class ChasquiStore(models.Model):
    """Where a store is found on the web, and where it was found before."""

    _inherit = "chasqui.store"

    slug = fields.Char(compute="_compute_slug", store=True, readonly=False, precompute=True)
    slug_ids = fields.One2many(
        comodel_name="chasqui.store.slug", inverse_name="store_id", string="Addresses so far"
    )
    address = fields.Char(compute="_compute_address", help="The store's address on the web.")
    own_domain = fields.Char(
        string="Domain of its own",
        compute="_compute_own_domain",
        inverse="_inverse_own_domain",
        compute_sudo=True,
        help="A domain that the store owns, and that leads to this server; else it is below the platform's.",
    )

    @api.depends("name")
    def _compute_slug(self):
        """Propose a slug once; later a new name does not move the store."""
        for store in self:
            store.slug = store.slug or self.env["ir.http"]._slugify(store.name or "")[:63]

    @api.depends("slug", "own_domain")
    def _compute_address(self):
        for store in self:
            store.address = store.own_domain or (store.slug and store._get_base_url())

    @api.depends("website_id.domain")
    def _compute_own_domain(self):
        for store in self:
            domain = store.website_id.domain
            store.own_domain = (
                bool(domain) and not self._is_below_platform(urlsplit(domain).hostname) and domain
            )

    def _inverse_own_domain(self):
        """Move the store to its own domain, or back below the platform's address."""
        for store_sudo in self.sudo().filtered(lambda store: store.website_id or store.own_domain):
            if not store_sudo.website_id:
                raise ValidationError(self.env._("Set up “%s” first.", store_sudo.name))
            domain = store_sudo.own_domain and store_sudo._normalize_own_domain(store_sudo.own_domain)
            store_sudo.website_id.domain = domain or store_sudo._get_base_url()
        self.invalidate_recordset(["own_domain", "address"])  # as written, not as typed

    @api.constrains("slug")
    def _check_slug_is_free(self):
        for store in self:
            if store.slug in RESERVED_SLUGS:
                raise ValidationError(
                    self.env._("“%s” is kept for the platform: choose another.", store.slug)
                )

    # === CRUD === #

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            if not vals.get("slug"):
                vals.pop("slug", None)  # proposed from the name
        stores = super().create(vals_list)
        stores._remember_slugs()
        return stores

    def write(self, vals):
        if "slug" not in vals:
            return super().write(vals)
        derived_sudo = self.sudo()._filtered_on_platform_address()
        res = super().write(vals)
        self._remember_slugs()
        derived_sudo._write_website_domains()
        return res

    def _remember_slugs(self):
        """Own every slug from now on, so that old links and printed posters keep working."""
        self.env["chasqui.store.slug"].sudo().create(
            [
                {"slug": store.slug, "store_id": store.id}
                for store in self
                if store.slug not in store.sudo().slug_ids.mapped("slug")
            ]
        )
        self.env.registry.clear_cache()  # _get_moved_url

    def _filtered_on_platform_address(self):
        """Return the stores whose website is below the platform's address, not on its own."""
        return self.filtered(
            lambda store: store.website_id and store.website_id.domain == store._get_base_url()
        )

    def _write_website_domains(self):
        for store in self:
            store.website_id.domain = store._get_base_url()

    # === BUSINESS === #

    def _normalize_own_domain(self, text):
        """Return ``<scheme>://<host>[:port]``; refuse what is none, or leads elsewhere already."""
        url = text.strip().lower().rstrip("/")
        origin = ORIGIN_PATTERN.fullmatch(url if "://" in url else f"https://{url}")
        if not origin:
            raise ValidationError(
                self.env._("“%s” is no domain: write it like https://lahuerta.example.", text)
            )
        if self._is_below_platform(origin["host"]):
            raise ValidationError(
                self.env._("“%s” belongs to the platform: give a domain of the store's own.", text)
            )
        others_sudo = (
            self.env["website"].sudo().search([("domain", "!=", False), ("id", "!=", self.website_id.id)])
        )
        if any(urlsplit(other.domain).hostname == origin["host"] for other in others_sudo):
            raise ValidationError(self.env._("“%s” already leads to another site.", text))
        return origin[0]

    @api.model
    def _is_below_platform(self, host):
        """Tell whether a host is the platform's, or one of those that it gives to stores."""
        platform_host = urlsplit(self._get_platform_url()).hostname
        return host == platform_host or (host or "").endswith(f".{platform_host}")

    def _get_base_url(self):
        """Return the store's own address, ``<scheme>://<slug>.<host>[:port]``."""
        self.ensure_one()
        base = urlsplit(self._get_platform_url())
        return f"{base.scheme}://{self.slug or ''}.{base.netloc}"

    @api.model
    def _get_platform_url(self):
        return (
            self.env["ir.config_parameter"]
            .sudo()
            .get_param("chasqui_store.base_url", DEFAULT_BASE_URL)
            .rstrip("/")
        )

    @api.model
    def _set_platform_address(self, base_url):
        """Serve the platform at another base address; what is derived from it follows.

        A website on a domain of the store's own stays there.
        """
        stores_sudo = self.sudo().with_context(active_test=False).search([])
        derived_sudo = stores_sudo._filtered_on_platform_address()
        parameters = self.env["ir.config_parameter"].sudo()
        parameters.set_param("chasqui_store.base_url", base_url)
        parameters.set_param("web.base.url", base_url)
        parameters.set_param("web.base.url.freeze", "True")
        self.env["website"]._get_chasqui_platform().domain = base_url
        derived_sudo._write_website_domains()

    @api.model
    @tools.ormcache("host")
    def _get_moved_url(self, host):
        """Return where the store that had this host is now; nothing if nobody moved away."""
        base = urlsplit(self._get_platform_url())
        slug, _dot, parent = host.partition(".")
        if parent.partition(":")[0] != base.hostname:
            return False
        # asked before the request's language is known to be installed
        slugs_sudo = self.env["chasqui.store.slug"].sudo().with_context(lang=None)
        store = slugs_sudo.search([("slug", "=", slug)]).store_id
        return store.address if store.own_domain or store.slug != slug else False
