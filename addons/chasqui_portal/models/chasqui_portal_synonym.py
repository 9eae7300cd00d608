from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..tools import search_text

MAX_WORDS = 4


class ChasquiPortalSynonym(models.Model):
    """Words for the same thing: who looks for one finds what is called by another."""

    _name = "chasqui.portal.synonym"
    _description = "Synonyms of the portal's search"
    _order = "words, id"
    _rec_name = "words"

    words = fields.Char(
        string="Words for the same",
        required=True,
        help="Apart by commas: “palta, aguacate”. Accents, plurals and capitals do not matter.",
    )
    active = fields.Boolean(default=True)

    # === CONSTRAINTS === #

    @api.constrains("words")
    def _check_words(self):
        for synonym in self:
            phrases = synonym._get_phrases()
            if len(phrases) < 2:
                raise ValidationError(
                    self.env._("“%s”: write two words or more, apart by commas.", synonym.words)
                )
            if any(len(phrase) > MAX_WORDS for phrase in phrases):
                raise ValidationError(
                    self.env._("“%s”: write no more than four words between two commas.", synonym.words)
                )

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        synonyms = super().create(vals_list)
        self.env.registry.clear_cache()  # _get_search_phrases
        return synonyms

    def write(self, vals):
        res = super().write(vals)
        self.env.registry.clear_cache()
        return res

    def unlink(self):
        res = super().unlink()
        self.env.registry.clear_cache()
        return res

    # === BUSINESS METHODS === #

    def _get_phrases(self):
        """Return the different phrases of this group, each a tuple of stems."""
        phrases = (search_text.plain(phrase).split() for phrase in (self.words or "").split(","))
        return list(dict.fromkeys(tuple(map(search_text.stem, words)) for words in phrases if words))
