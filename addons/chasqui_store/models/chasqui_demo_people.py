from odoo import Command, api, models

from .chasqui_demo import DEMO_LANG, DEMO_TIMEZONE

ROLE_GROUPS = {
    "incubator": "chasqui_store.group_incubator",
    "shopper": "base.group_portal",
}


class ChasquiDemo(models.AbstractModel):
    """The incubator's staff, and the shoppers: a few with an account, most of them known as contacts."""

    _inherit = "chasqui.demo"

    @api.model
    def _load_people(self):
        people = self._read_json("people.json")
        for person in people["incubator"]:
            self._load_user(person, "incubator")
        for person in people["shoppers"]:
            if "login" in person:
                user = self._load_user(person, "shopper")
                self._write_once(user.partner_id, self._prepare_shopper_vals(person))
        self._ensure("res.partner", self._prepare_guests_vals(people["shoppers"]))

    @api.model
    def _prepare_guests_vals(self, shoppers):
        return {
            f"shopper_{person['code']}": self._prepare_shopper_vals(person)
            for person in shoppers
            if "login" not in person
        }

    @api.model
    def _prepare_shopper_vals(self, person):
        return {
            "name": person["name"],
            "email": person["email"],
            "phone": person["phone"],
            "lang": DEMO_LANG,
            **self._prepare_partner_place_vals(person),
        }

    @api.model
    def _get_shopper(self, person):
        """Return the contact of a row of people.json."""
        if "login" in person:
            return self._ref(f"user_{person['login']}").partner_id
        return self._ref(f"shopper_{person['code']}")

    @api.model
    def _load_user(self, person, role):
        """Load who can sign in. Addons give the group of people of theirs in place of a role."""
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
                    "group_ids": [Command.set(self.env.ref(ROLE_GROUPS.get(role, role)).ids)],
                }
            },
        )

    @api.model
    def _get_password(self, login):
        return next(row["password"] for row in self._get_logins() if row["login"] == login)

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
