from odoo import models


class Website(models.Model):
    _inherit = "website"

    def _search_find_fuzzy_term(self, search_details, search, limit=1000, word_list=None):
        """Do not correct the name of a seal into a word that some product happens to have."""
        models_searched = {detail["model"] for detail in search_details}
        if "product.template" in models_searched and self.env["chasqui.seal"]._split_search(search)[0]:
            return search
        return super()._search_find_fuzzy_term(search_details, search, limit=limit, word_list=word_list)

    def _get_seal_places(self):
        """Measure from the places that the context names, where there is nobody who looks."""
        places = self.env.context.get("chasqui_seal_places")
        return super()._get_seal_places() if places is None else places
