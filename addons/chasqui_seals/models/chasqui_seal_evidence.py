import base64
import binascii
from pathlib import PurePath

from odoo import api, fields, models
from odoo.exceptions import UserError

from odoo.addons.chasqui_store.looks import pictures

MAX_MEGABYTES = 20


class ChasquiSealEvidence(models.Model):
    """What shows that a claim is true: a document, a photo, somebody who vouches.

    Files are for the store and for those who review, by URL too: they are fields of this record.
    """

    _name = "chasqui.seal.evidence"
    _description = "Evidence for a Claim"
    _inherit = ["chasqui.seal.part.mixin"]
    _order = "grant_id, id"

    kind = fields.Selection(
        selection=[("document", "Document"), ("photo", "Photo"), ("voucher", "Somebody vouches")],
        required=True,
        default="document",
    )
    name = fields.Char(string="What it shows", required=True)
    voucher = fields.Char(string="Who vouches", help="Name, organisation and how to reach them.")
    note = fields.Text()
    file = fields.Binary(attachment=True, help="A PDF or a picture, of up to 20 MB.")
    filename = fields.Char()
    given_by = fields.Selection(
        selection=[("store", "The store"), ("producer", "The producer"), ("review", "Those who verify")],
        required=True,
        default="store",
        readonly=True,
    )

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        cleaned = {}  # one file may be given for many claims at once
        return super().create([self._note_giver(self._clean_file(vals, cleaned)) for vals in vals_list])

    def write(self, vals):
        return super().write(self._note_giver(self._clean_file(vals)))

    # === BUSINESS METHODS === #

    def _get_part_field(self):
        return "evidence_ids"

    @api.model
    def _note_giver(self, vals):
        """Say who gave it by who is signed in, whatever the form says."""
        if self.env.su:
            return vals
        claims = self.env.user.has_group("chasqui_store.group_manager")
        return {**vals, "given_by": "store" if claims else "review"}

    @api.model
    def _clean_file(self, vals, cleaned=None):
        """Keep a PDF as it is, draw a picture again, and refuse all else with a sentence."""
        content = vals.get("file")
        if not content:
            return vals
        cleaned = {} if cleaned is None else cleaned
        if content not in cleaned:
            cleaned[content] = self._prepare_file_vals(vals)
        return {**vals, **cleaned[content]}

    @api.model
    def _prepare_file_vals(self, vals):
        content = vals["file"]
        if len(content) * 3 / 4 > MAX_MEGABYTES * 1024 * 1024:
            raise UserError(
                self.env._(
                    "This file is too large: up to %s MB, please. A photo can be made smaller.", MAX_MEGABYTES
                )
            )
        if self._is_pdf(content):
            return {"filename": self._get_filename(vals, ".pdf")}
        return self._draw_again(vals)

    @api.model
    def _is_pdf(self, content):
        try:
            return base64.b64decode(content[:32]).startswith(b"%PDF-")
        except (binascii.Error, ValueError):
            return False

    @api.model
    def _draw_again(self, vals):
        picture = pictures.reencode(self.env, vals["file"])
        suffix = ".png" if base64.b64decode(picture[:8]).startswith(b"\x89PNG") else ".jpg"
        return {"file": picture, "filename": self._get_filename(vals, suffix)}

    @api.model
    def _get_filename(self, vals, suffix):
        """Return the name under which it is downloaded: what it says it is, it is."""
        stem = PurePath(str(vals.get("filename") or vals.get("name") or "")).stem
        return (stem or self.env._("evidence"))[:100] + suffix
