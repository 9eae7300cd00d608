import base64
import csv
import json

from odoo import Command, api, fields, models
from odoo.tools.misc import file_open

DEMO_MODULE = "chasqui_demo"
DEMO_LANG = "es_AR"
DEMO_TIMEZONE = "America/Argentina/Buenos_Aires"
DATA_FOLDER = "chasqui_store/demo"
# demo/stores has a <slug>.json and a <slug>.csv of each, demo/pictures a folder. Every tax id and bank
# account in them is invented: their checksums are right, their numbers are given to nobody.
STORES = ("huerta", "espiga")
ROLE_GROUPS = {
    "incubator": "chasqui_store.group_incubator",
    "shopper": "base.group_portal",
}
UNITS = {
    "kg": "uom.product_uom_kgm",
    "unidad": "uom.product_uom_unit",
    "docena": "uom.product_uom_dozen",
    "500 g": f"{DEMO_MODULE}.uom_500g",
    "atado": f"{DEMO_MODULE}.uom_atado",
}


class ChasquiDemo(models.AbstractModel):
    """Demonstration stores, loaded by ``odoo chasqui_demo`` and by tests, never by an installation.

    Every record gets an external id and is made once: a second run changes nothing. Other addons add
    their own part by extending ``_load`` or ``_fill_store``, and who can sign in by ``_get_logins``.
    """

    _name = "chasqui.demo"
    _description = "Demonstration data"

    # === ENTRY POINTS === #

    @api.model
    def _load(self):
        """Load what is missing of the whole demonstration."""
        self.env["res.lang"]._activate_lang(DEMO_LANG)
        demo = self.with_context(lang=DEMO_LANG, tracking_disable=True, no_reset_password=True)
        demo._load_units()
        demo._load_people()
        for slug in STORES:
            demo._load_store(self._read_json(f"stores/{slug}.json"))

    @api.model
    def _get_logins(self):
        """Return who can sign in, as dicts: login, password, who."""
        return self._read_csv("logins.csv")

    # === READING === #

    @api.model
    def _read_csv(self, name):
        with file_open(f"{DATA_FOLDER}/{name}") as file:
            return list(csv.DictReader(file))

    @api.model
    def _read_json(self, name):
        with file_open(f"{DATA_FOLDER}/{name}") as file:
            return json.load(file)

    @api.model
    def _get_password(self, login):
        return next(row["password"] for row in self._get_logins() if row["login"] == login)

    @api.model
    def _read_picture(self, slug, code):
        with file_open(f"{DATA_FOLDER}/pictures/{slug}/{code}.png", "rb") as file:
            return base64.b64encode(file.read())

    # === MAKING RECORDS === #

    @api.model
    def _ref(self, name):
        """Return the demonstration's record of that name, if it was made."""
        return self.env.ref(f"{DEMO_MODULE}.{name}", raise_if_not_found=False)

    @api.model
    def _ensure(self, model, values_by_name):
        """Create the records that are missing; return all of them, in order."""
        return self.env[model]._load_records(
            [
                {"xml_id": f"{DEMO_MODULE}.{name}", "noupdate": True, "values": values}
                for name, values in values_by_name.items()
            ],
            update=True,
        )

    @api.model
    def _prepare_address_vals(self, data):
        state = self.env.ref(data["state"])
        return {
            "street": data.get("street"),
            "city": data["city"],
            "zip": data.get("zip"),
            "state_id": state.id,
            "country_id": state.country_id.id,
        }

    # === SHARED PARTS === #

    @api.model
    def _load_units(self):
        """Units that small producers sell in, beside those of Odoo."""
        self.env.ref("uom.product_uom_dozen").active = True
        self._ensure(
            "uom.uom",
            {
                "uom_500g": {
                    "name": "500 g",
                    "relative_factor": 0.5,
                    "relative_uom_id": self.env.ref("uom.product_uom_kgm").id,
                },
                "uom_atado": {
                    "name": "atado",
                    "relative_factor": 1,
                    "relative_uom_id": self.env.ref("uom.product_uom_unit").id,
                },
            },
        )

    @api.model
    def _load_people(self):
        people = self._read_json("people.json")
        for person in people["incubator"]:
            self._load_user(person, "incubator")
        for person in people["shoppers"]:
            user = self._load_user(person, "shopper")
            self._write_once(
                user.partner_id, {"phone": person["phone"], **self._prepare_address_vals(person)}
            )

    @api.model
    def _load_user(self, person, role):
        company = self.env.ref("base.main_company")
        return self._ensure(
            "res.users",
            {
                f"user_{person['login']}": {
                    "name": person["name"],
                    "login": person["login"],
                    "email": person["email"],
                    "password": self._get_password(person["login"]),
                    "lang": DEMO_LANG,
                    "tz": DEMO_TIMEZONE,
                    "company_id": company.id,
                    "company_ids": [Command.set(company.ids)],
                    "group_ids": [Command.set(self.env.ref(ROLE_GROUPS[role]).ids)],
                }
            },
        )

    @api.model
    def _write_once(self, record, values):
        """Write only what differs, so that a second run leaves no trace."""
        changes = {
            name: value
            for name, value in values.items()
            if record._fields[name].convert_to_write(record[name], record) != value
        }
        if changes:
            record.write(changes)

    # === ONE STORE === #

    @api.model
    def _load_store(self, data):
        """Load one store and everything in it, unless it is there."""
        if self._ref(data["store"]["slug"]):
            return
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
    def _drop_mails(self):
        """Send nothing of what setting up a store would: nobody is behind the demonstration's addresses.

        Some was tried at once, and failed where there is no mail server.
        """
        self.env["mail.mail"].search(
            [("state", "in", ("outgoing", "exception")), ("create_uid", "=", self.env.uid)]
        ).unlink()

    @api.model
    def _create_store(self, data):
        company = data["company"]
        manager = next(person for person in data["staff"] if person["role"] == "manager")
        address = self._prepare_address_vals(company)
        store = self._ensure(
            "chasqui.store",
            {
                data["store"]["slug"]: {
                    "name": data["store"]["name"],
                    "slug": data["store"]["slug"],
                    "vat": company["vat"],
                    "l10n_ar_afip_responsibility_type_id": self.env.ref(company["responsibility"]).id,
                    "phone": company["phone"],
                    "email": company["email"],
                    "manager_name": manager["name"],
                    "manager_email": manager["email"],
                    **{name: address[name] for name in ("street", "city", "zip", "state_id", "country_id")},
                }
            },
        )
        store._provision()
        return store

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
    def _load_bank(self, store, bank):
        company = store.company_id
        account = self.env["res.partner.bank"].create(
            {
                "acc_number": bank["account"],
                "partner_id": company.partner_id.id,
                "company_id": company.id,
                "bank_id": self.env["res.bank"].create({"name": bank["name"]}).id,
                "acc_holder_name": company.name,
                "allow_out_payment": True,
                "chasqui_alias": bank["alias"],
            }
        )
        journal = self._get_journal(company, "bank")
        journal.write({"name": bank["name"], "bank_account_id": account.id})

    @api.model
    def _get_journal(self, company, journal_type):
        return self.env["account.journal"].search(
            [("company_id", "=", company.id), ("type", "=", journal_type)], limit=1
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
            **self._prepare_address_vals(producer),
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
            **self._prepare_address_vals(point),
        }

    # === CATALOGUE === #

    @api.model
    def _load_products(self, store, rows):
        self._load_categories(rows)
        self._ensure(
            "product.template",
            {f"{store.slug}_{row['code']}": self._prepare_product_vals(store, row) for row in rows},
        )

    @api.model
    def _load_categories(self, rows):
        names = dict.fromkeys(row["category"] for row in rows)
        self._ensure(
            "product.public.category",
            {self._get_category_key(name): {"name": name} for name in names},
        )

    @api.model
    def _get_category_key(self, name):
        return f"category_{self.env['ir.http']._slugify(name)}"

    @api.model
    def _prepare_product_vals(self, store, row):
        taxes = self._get_taxes(store.company_id, row["tax"])
        producer = self._ref(f"{store.slug}_producer_{row['producer']}")
        return {
            "name": row["name"],
            "default_code": f"{store.slug[:3]}-{row['code']}".upper(),
            "type": "consu",
            "is_storable": True,
            "company_id": store.company_id.id,
            "uom_id": self.env.ref(UNITS[row["uom"]]).id,
            "chasqui_producer_id": producer.id,
            "list_price": float(row["price"]),
            "standard_price": float(row["cost"]),
            "taxes_id": [Command.set(taxes["sale"].ids)],
            "supplier_taxes_id": [Command.set(taxes["purchase"].ids)],
            "public_categ_ids": [Command.set(self._ref(self._get_category_key(row["category"])).ids)],
            "description_ecommerce": f"<p>{row['description']}</p>",
            "is_published": True,
            "invoice_policy": "delivery",
            "allow_out_of_stock_order": False,
            "image_1920": self._read_picture(store.slug, row["code"]),
            "seller_ids": [
                Command.create(
                    {
                        "partner_id": producer.id,
                        "price": float(row["cost"]),
                        "company_id": store.company_id.id,
                    }
                )
            ],
        }

    @api.model
    def _get_taxes(self, company, kind):
        """Return the company's taxes of a kind (“21”, “10.5”, “exento”) by use; none where VAT is none."""
        group = {"21": "tax_group_iva_21", "10.5": "tax_group_iva_105", "exento": "tax_group_iva_exento"}.get(
            kind
        )
        domain = [
            ("company_id", "=", company.id),
            ("tax_group_id", "=", group and self._get_tax_group(company, group).id),
        ]
        taxes = self.env["account.tax"].search(domain) if group else self.env["account.tax"]
        return {
            use: taxes.filtered(lambda tax, use=use: tax.type_tax_use == use)[:1]
            for use in ("sale", "purchase")
        }

    @api.model
    def _get_tax_group(self, company, name):
        chart = self.env["account.chart.template"].with_company(company)
        return chart.ref(name, raise_if_not_found=False) or self.env["account.tax.group"]

    # === STOCK AND BOOKS === #

    @api.model
    def _load_opening_stock(self, store, rows):
        location = (
            self.env["stock.warehouse"]
            .search([("company_id", "=", store.company_id.id)], limit=1)
            .lot_stock_id
        )
        quants = self.env["stock.quant"].with_context(inventory_mode=True)
        quants.create(
            [
                {
                    "product_id": self._ref(f"{store.slug}_{row['code']}").product_variant_id.id,
                    "location_id": location.id,
                    "inventory_quantity": float(row["stock"]),
                }
                for row in rows
            ]
        ).action_apply_inventory()

    @api.model
    def _load_opening_entry(self, store, bank_balance):
        """Book what the store starts with, money in the bank and goods, against its capital."""
        company = store.company_id
        stock_value = sum(company.stock_value().values())
        capital = self.env["account.account"].search(
            [("company_ids", "in", company.ids), ("account_type", "=", "equity")], limit=1
        )
        lines = (
            (self._get_journal(company, "bank").default_account_id, bank_balance),
            (company.account_stock_valuation_id, stock_value),
            (capital, -bank_balance - stock_value),
        )
        self.env["account.move"].create(
            {
                "journal_id": self._get_journal(company, "general").id,
                "date": fields.Date.context_today(self).replace(day=1),
                "ref": "Asiento de apertura",
                "line_ids": [
                    Command.create({"account_id": account.id, "balance": balance})
                    for account, balance in lines
                ],
            }
        ).action_post()
