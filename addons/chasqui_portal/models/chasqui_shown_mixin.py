from odoo import api, models


class ChasquiShownMixin(models.AbstractModel):
    """What the portal's pages show: a change of it ends what was kept of them, on every worker.

    Add it to a model that a page with `@kept_page` reads.
    """

    _name = "chasqui.shown.mixin"
    _description = "Shown on the portal's pages"

    # Names of fields that say how stores are found; None: all of them
    _chasqui_directory_fields = None

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        records._note_chasqui_change()
        return records

    def write(self, vals):
        was_shown = self._is_shown_on_portal()
        res = super().write(vals)
        if was_shown or self._is_shown_on_portal():
            self._note_chasqui_change(vals)
        return res

    def unlink(self):
        was_shown = self._is_shown_on_portal()
        res = super().unlink()
        if was_shown:
            self.env["chasqui.portal.change"]._note()
        return res

    def _is_shown_on_portal(self):
        """Tell whether any of these may be on a page; a hook for models of which few are."""
        return bool(self)

    def _note_chasqui_change(self, vals=None):
        if self._is_shown_on_portal():
            names = self._chasqui_directory_fields
            of_directory = vals is None or names is None or not names.isdisjoint(vals)
            self.env["chasqui.portal.change"]._note(of_directory)
