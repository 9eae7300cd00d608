from odoo import api, models


class ChasquiIndexedMixin(models.AbstractModel):
    """What the index of the portal's search is made of: a change of it writes products in it anew.

    Products are queued before a change and after it: those that the records told something of, and those that
    they do now. The index is `chasqui.portal.product`.
    """

    _name = "chasqui.indexed.mixin"
    _description = "Told in the portal's search"

    # Names of fields that tell something of products; None: all of them
    _chasqui_indexed_fields = None

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        records._queue_products()
        return records

    def write(self, vals):
        is_told = self._is_told_of_products(vals)
        if is_told:
            self._queue_products()
        res = super().write(vals)
        if is_told:
            self._queue_products()
        return res

    def unlink(self):
        self._queue_products()
        return super().unlink()

    def _update_field_translations(self, field_name, translations, digest=None, source_lang=""):
        """Names in other languages are found too; they are written past `write`."""
        res = super()._update_field_translations(field_name, translations, digest, source_lang)
        if self._is_told_of_products({field_name}):
            self._queue_products()
        return res

    # === BUSINESS METHODS === #

    @api.model
    def _is_told_of_products(self, names):
        told = self._chasqui_indexed_fields
        return told is None or not told.isdisjoint(names)

    def _queue_products(self):
        """Queue the products that these records tell something of: a hook."""
        raise NotImplementedError
