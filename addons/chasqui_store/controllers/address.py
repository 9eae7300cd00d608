from odoo.http import request

from odoo.addons.website_sale.controllers.main import WebsiteSale


class ChasquiAddress(WebsiteSale):
    def _complete_address_values(self, address_values, *args, **kwargs):
        """Let the addresses of who has an account follow them to every store.

        Odoo gives them the company of the website, where no other store could use them.
        """
        super()._complete_address_values(address_values, *args, **kwargs)
        if not request.env.user._is_public():
            address_values["company_id"] = False
