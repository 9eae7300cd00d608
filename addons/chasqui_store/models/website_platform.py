from odoo import api, fields, models, tools


class Website(models.Model):
    _inherit = "website"

    is_chasqui_platform = fields.Boolean(
        string="Chasqui platform",
        copy=False,
        help="This website is the public face of the whole network; stores have their own.",
    )

    _chasqui_platform_unique = models.UniqueIndex(
        "(is_chasqui_platform) WHERE is_chasqui_platform",
        "There is already a platform website.",
    )

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        websites = super().create(vals_list)
        if websites.filtered("is_chasqui_platform"):
            self.env.registry.clear_cache()  # _get_chasqui_platform_id
        return websites

    def unlink(self):
        was_platform = self.filtered("is_chasqui_platform")
        res = super().unlink()
        if was_platform:
            self.env.registry.clear_cache()  # _get_chasqui_platform_id
        return res

    # === BUSINESS METHODS === #

    @api.model
    def _get_chasqui_platform(self):
        """Return the platform website, as sudo; empty when nobody has chosen one."""
        return self.sudo().browse(self._get_chasqui_platform_id() or [])

    @api.model
    @tools.ormcache()
    def _get_chasqui_platform_id(self):
        """Return the id of the platform website; every page of a store names it."""
        return self.sudo().search([("is_chasqui_platform", "=", True)], limit=1).id

    @api.model
    @tools.ormcache()
    def _get_chasqui_platform_link(self):
        """Return the platform's name and address for the foot of every page; nothing without a platform."""
        platform_sudo = self._get_chasqui_platform()
        return bool(platform_sudo) and {"name": platform_sudo.name, "url": platform_sudo.domain}

    @api.model
    def _get_chasqui_sender(self):
        """Return, as sudo, the company in whose name the network writes: the platform's, or the main one."""
        company_sudo = self._get_chasqui_platform().company_id
        return company_sudo if company_sudo.email else self.env["res.company"].sudo()._get_main_company()

    @api.model
    def _get_chasqui_email_from(self):
        """Return the sender of what the network writes: itself, not whoever pressed a button."""
        return self._get_chasqui_sender().email_formatted or self.env.user.email_formatted

    def _is_chasqui_site(self):
        """Tell whether this website wears Chasqui's layout: the platform's or a store's."""
        return self.is_chasqui_platform or bool(self._get_chasqui_store())

    def _is_chasqui_storeless_platform(self):
        """Tell whether nothing is sold here: the platform, unless a store lives on its website."""
        return self.is_chasqui_platform and not self._get_chasqui_store()

    @api.model
    def _ensure_chasqui_platform(self):
        """Choose the platform website once: the default one if it is still a blank page.

        A database with a website in use keeps it as it is and gets a new one for the platform.
        """
        platform = self._get_chasqui_platform()
        if platform:
            return platform
        default = self.env.ref("website.default_website", raise_if_not_found=False)
        values = self._prepare_chasqui_platform_vals()
        if default and default._is_blank():
            default.write(values)
            default._remove_shop_menu()
            return default
        platform = self.create({**values, "company_id": self.env.ref("base.main_company").id})
        platform._remove_shop_menu()
        return platform

    @api.model
    def _prepare_chasqui_platform_vals(self):
        return {
            "name": "Chasqui",
            "is_chasqui_platform": True,
            "domain": self.env["chasqui.store"]._get_platform_url(),
        }

    def _is_blank(self):
        """Tell whether nobody has made anything of this website yet."""
        self.ensure_one()
        own = [("website_id", "=", self.id)]
        return not (
            self.domain
            or self._get_chasqui_store()
            or self.env["ir.ui.view"].search_count([*own, ("key", "!=", "website.homepage")], limit=1)
            or self.env["website.page"].search_count([*own, ("url", "!=", "/")], limit=1)
            or self.env["sale.order"].search_count(own, limit=1)
            or self.env["product.template"].search_count([("is_published", "=", True)], limit=1)
        )

    def _remove_shop_menu(self):
        """The platform sells nothing itself: its stores do."""
        self.env["website.menu"].search(
            [("website_id", "=", self.id), ("url", "in", ("/shop", "/contactus"))]
        ).unlink()

    def _bootstrap_homepage(self):
        """A store's home page is a template that all stores share: no view, page or menu is copied.

        Copies would multiply compiled templates by the number of stores.
        """
        if self.env.context.get("chasqui_provisioning"):
            self.env["website.menu"].create(
                {"name": self.name, "url": "/default-main-menu", "website_id": self.id}
            )
            return None
        return super()._bootstrap_homepage()
