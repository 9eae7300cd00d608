from odoo import Command, api, models

from .chasqui_demo import DEMO_TIMEZONE


class ChasquiDemo(models.AbstractModel):
    """The demonstration's stores: who they are, who works there, where to collect, who produces."""

    _inherit = "chasqui.demo"

    @api.model
    def _load_store(self, slug):
        """Load one store and everything in it, unless it is there."""
        if self._ref(slug):
            return
        data = self._read_json(f"stores/{slug}.json")
        store = self._create_store(data)
        company = store.company_id
        demo = self.with_company(company).with_context(allowed_company_ids=company.ids)
        demo._fill_store(store.with_env(demo.env), data)
        self._drop_mails()

    @api.model
    def _fill_store(self, store, data):
        """Load what is in a store, acting as its company."""
        products = self._read_csv(f"stores/{store.slug}.csv")
        store.write(self._prepare_page_vals(store.slug, data["page"]))
        store.company_id.logo = store.logo
        self._load_staff(store, data)
        self._load_bank(store, data["bank"])
        self._load_cash(store)
        self._load_producers(store, data["producers"])
        self._load_pickup_points(store, data["pickup_points"])
        self._load_products(store, products)
        self._load_opening_stock(store, products)
        self._load_opening_entry(store, data["bank"]["opening_balance"])
        store.state = "open"

    @api.model
    def _prepare_page_vals(self, slug, page):
        """Return what a store says on its site; texts of several paragraphs are lists."""
        return {
            name: "".join(f"<p>{paragraph}</p>" for paragraph in value) if isinstance(value, list) else value
            for name, value in page.items()
        } | {
            "logo": self._read_picture(slug, "logo"),
            "banner": self._read_picture(slug, page["banner"]),
            "section_ids": [Command.create(section) for section in page["section_ids"]],
            "team_ids": [Command.create(member) for member in page["team_ids"]],
        }

    @api.model
    def _create_store(self, data):
        store = self._ensure("chasqui.store", {data["store"]["slug"]: self._prepare_store_vals(data)})
        store._provision()
        store.company_id.partner_id.write(self._prepare_map_vals(data["company"]))
        return store

    @api.model
    def _prepare_store_vals(self, data):
        company = data["company"]
        manager = next(person for person in data["staff"] if person["role"] == "manager")
        return {
            "name": data["store"]["name"],
            "slug": data["store"]["slug"],
            "manager_name": manager["name"],
            "manager_email": manager["email"],
            **self._prepare_organisation_vals(company),
            "umbrella_id": self._load_umbrella(data["umbrella"]).id if "umbrella" in data else False,
        }

    @api.model
    def _load_umbrella(self, data):
        """Set up the organisation that invoices for a group without a tax id of its own."""
        umbrella = self._ensure(
            "chasqui.umbrella",
            {
                f"umbrella_{data['code']}": {
                    "name": data["name"],
                    **self._prepare_organisation_vals(data),
                }
            },
        )
        if umbrella.provisioning_state != "done":
            umbrella._provision()
        return umbrella

    @api.model
    def _prepare_organisation_vals(self, data):
        """Return who somebody is to the tax authority, and where to find them."""
        responsibility = data.get("responsibility")
        return {
            "vat": data.get("vat"),
            "l10n_ar_afip_responsibility_type_id": responsibility and self.env.ref(responsibility).id,
            "phone": data["phone"],
            "email": data["email"],
            **self._prepare_address_vals(data),
        }

    @api.model
    def _load_staff(self, store, data):
        """Put people in the team, as a manager does; the first one the store was set up with."""
        for person in data["staff"]:
            if person["email"] == store.manager_email:
                user = store.manager_id
            else:
                user = store._invite_member(person["name"], person["email"], person["role"]).user_id
            user.write(
                {
                    "login": person["login"],
                    "password": self._get_password(person["login"]),
                    "tz": DEMO_TIMEZONE,
                }
            )

    @api.model
    def _load_producers(self, store, producers):
        self._ensure(
            "res.partner",
            {
                f"{store.slug}_producer_{producer['code']}": self._prepare_producer_vals(store, producer)
                for producer in producers
            },
        )

    @api.model
    def _prepare_producer_vals(self, store, producer):
        return {
            "name": producer["name"],
            "is_company": True,
            "is_chasqui_producer": True,
            "chasqui_place": producer["place"],
            "chasqui_story": f"<p>{producer['story']}</p>",
            "company_id": store.company_id.id,
            "supplier_rank": 1,
            "vat": producer["vat"],
            "l10n_latam_identification_type_id": self.env.ref("l10n_ar.it_cuit").id,
            "l10n_ar_afip_responsibility_type_id": self.env.ref("l10n_ar.res_RM").id,
            **self._prepare_partner_place_vals(producer),
        }

    @api.model
    def _load_pickup_points(self, store, points):
        """Replace the point that a new store starts with by those that this one has."""
        store.pickup_point_ids.unlink()
        self._ensure(
            "chasqui.pickup.point",
            {
                f"{store.slug}_point_{point['code']}": self._prepare_point_vals(store, point)
                for point in points
            },
        )

    @api.model
    def _prepare_point_vals(self, store, point):
        return {
            "store_id": store.id,
            "name": point["name"],
            "instructions": point["instructions"],
            "opening_ids": [Command.create(opening) for opening in point["openings"]],
            "latitude": point["latitude"],
            "longitude": point["longitude"],
            **self._prepare_address_vals(point),
        }
