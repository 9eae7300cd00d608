from collections import defaultdict

from odoo import api, models


class ChasquiAttachedMixin(models.AbstractModel):
    """What hangs on a document of any model: for a store's staff as readable as the document is.

    Odoo shows such records to every user. No rule can say it, since the document's model differs
    from record to record, so access is checked as Odoo does for messages.
    """

    _name = "chasqui.attached.mixin"
    _description = "Record that hangs on a document"

    def _get_attached_to(self):
        """Return the model of the document, or the field that names it, and the field of its id."""
        raise NotImplementedError

    def _get_attached_person(self):
        """Return the contact whom this names besides; a hook: staff must be able to read them too."""
        return self.env["res.partner"]

    def _check_access(self, operation):
        """Add to what rules forbid the records whose document cannot be read."""
        result = super()._check_access(operation)
        if not self or self.env.su or not self.env.user._is_chasqui_store_staff():
            return result
        checked = self - result[0] if result else self
        forbidden = checked - checked._filter_readable_documents()
        if not forbidden:
            return result
        if result:
            return result[0] + forbidden, result[1]
        return forbidden, lambda: forbidden._make_access_error(operation)

    def _make_access_error(self, operation):
        return self.env["ir.rule"]._make_access_error(operation, self)

    @api.model
    def _search(self, domain, offset=0, limit=None, order=None, **kwargs):
        """Leave out what hangs on documents that cannot be read."""
        if self.env.su or kwargs.get("bypass_access") or not self.env.user._is_chasqui_store_staff():
            return super()._search(domain, offset, limit, order, **kwargs)
        found = self.browse(super()._search(domain, order=order, **kwargs))
        readable = found._filter_readable_documents()
        ids = readable.ids[offset:][:limit] if limit else readable.ids[offset:]
        return self.browse(ids)._as_query(ordered=bool(order))

    def _filter_readable_documents(self):
        """Return those of these records whose document, and whom they name, the user can read."""
        model_name, id_name = self._get_attached_to()
        ids_by_model = defaultdict(lambda: defaultdict(list))
        for record in self.sudo():
            name = record[model_name] if model_name in self._fields else model_name
            value = record[id_name]
            document_id = value.id if isinstance(value, models.BaseModel) else value
            ids_by_model[name][document_id].append(record.id)
        readable_ids = set()
        for name, ids_by_document in ids_by_model.items():
            if name in self.env:
                documents = self.env[name].browse(filter(None, ids_by_document)).exists()
                for document in documents._filtered_access("read"):
                    readable_ids.update(ids_by_document[document.id])
        readable = self.browse(id_ for id_ in self.ids if id_ in readable_ids)
        people = readable.sudo()._get_attached_person().sudo(False)
        hidden = people - people._filtered_access("read")
        if not hidden:
            return readable
        return readable.filtered(lambda record: not record.sudo()._get_attached_person() & hidden)
