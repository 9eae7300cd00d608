import sys

from odoo import api
from odoo.cli import Command
from odoo.modules.registry import Registry
from odoo.tools import config


class ChasquiDemo(Command):
    """Load the demonstration stores into a database, and print who can sign in."""

    name = "chasqui_demo"

    def run(self, args):
        config.parse_config(args, setup_logging=True)
        for dbname in config["db_name"]:
            with Registry(dbname).cursor() as cr:
                demo = api.Environment(cr, api.SUPERUSER_ID, {})["chasqui.demo"]
                demo._load()
                for login in demo._get_logins():
                    sys.stdout.write("{login:<20} {password:<10} {who}\n".format(**login))
