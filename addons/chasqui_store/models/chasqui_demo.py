import base64
import csv
import json

from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.tools.misc import file_open

from ..tools.transaction import commit

DEMO_MODULE = "chasqui_demo"
DEMO_LANG = "es_AR"
DEMO_TIMEZONE = "America/Argentina/Buenos_Aires"
DATA_FOLDER = "chasqui_store/demo"
MONTHS_OF_BUSINESS = 6
# demo/stores has a <slug>.json and a <slug>.csv of each, demo/pictures a folder. Every tax id and bank
# account in them is invented: their checksums are right, their numbers are given to nobody.
STORES = ("huerta", "espiga", "tejedoras", "monte", "levadura", "puente", "yuyeras")


class ChasquiDemo(models.AbstractModel):
    """A demonstration network, loaded by ``odoo chasqui_demo`` and by tests, never by an installation.

    Every record gets an external id and is made once: a second run changes nothing. Other addons add
    their own part by extending ``_load`` or ``_fill_store``, and who can sign in by ``_get_logins``.
    """

    _name = "chasqui.demo"
    _description = "Demonstration data"

    # === ENTRY POINTS === #

    @api.model
    def _load(self):
        """Load what is missing of the whole demonstration: every store, and six months of its business."""
        self._load_stores(STORES)._load_business(STORES)

    @api.model
    def _load_stores(self, slugs):
        """Load what is missing of some stores, and what all of them share; most tests need no more.

        :return: the loader, which speaks the stores' language
        """
        demo = self._prepare_loading()
        for slug in slugs:
            demo._load_store(slug)
            commit(self.env)
        return demo

    @api.model
    def _prepare_loading(self):
        """Return the loader with its language and what all stores share: units and people."""
        self.env["res.lang"]._activate_lang(DEMO_LANG)
        demo = self.with_context(
            lang=DEMO_LANG, tz=DEMO_TIMEZONE, tracking_disable=True, no_reset_password=True
        )
        demo._load_units()
        demo._load_people()
        return demo

    @api.model
    def _get_logins(self):
        """Return who can sign in, as dicts: login, password, who."""
        return self._read_csv("logins.csv")

    @api.model
    def _get_first_day(self):
        """Return the day on which the stores' business begins: everything is told relative to today."""
        return fields.Date.context_today(self).replace(day=1) - relativedelta(months=MONTHS_OF_BUSINESS)

    # === READING === #

    @api.model
    def _read_csv(self, name, folder=DATA_FOLDER):
        with file_open(f"{folder}/{name}") as file:
            return list(csv.DictReader(file))

    @api.model
    def _read_json(self, name, folder=DATA_FOLDER):
        with file_open(f"{folder}/{name}") as file:
            return json.load(file)

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

    @api.model
    def _prepare_partner_place_vals(self, data):
        """Return the address of a contact, and where on the map it is."""
        return self._prepare_address_vals(data) | self._prepare_map_vals(data)

    @api.model
    def _prepare_map_vals(self, data):
        return {"partner_latitude": data["latitude"], "partner_longitude": data["longitude"]}

    @api.model
    def _drop_mails(self):
        """Send nothing of what setting up a store would: nobody is behind the demonstration's addresses.

        Some was tried at once, and failed where there is no mail server.
        """
        self.env["mail.mail"].search(
            [("state", "in", ("outgoing", "exception")), ("create_uid", "=", self.env.uid)]
        ).unlink()
