from odoo import api, models, tools


class Website(models.Model):
    """What a visit to a website needs to know of the life of its store, without a query."""

    _inherit = "website"

    def _get_chasqui_life(self):
        """Return ``(store id, company id, state, reopening date)``; nothing if not a store's."""
        return self._get_chasqui_lives().get(self.id)

    @api.model
    @tools.ormcache()
    def _get_chasqui_lives(self):
        """Return the life of every store by the id of its website: asked on every request."""
        stores_sudo = self.env["chasqui.store"].sudo().browse(self._get_chasqui_store_ids().values())
        stores_sudo.fetch(["website_id", "company_id", "state", "reopening_date"])
        return {
            store.website_id.id: (store.id, store.company_id.id, store.state, store.reopening_date)
            for store in stores_sudo
        }

    def _get_chasqui_state(self):
        """Return the state of this website's store at this moment; nothing if not a store's.

        A paused store whose day has come is open, whether or not the scheduled action ran.
        """
        life = self._get_chasqui_life()
        if not life:
            return None
        _store_id, _company_id, state, reopening_date = life
        if state == "paused" and reopening_date:
            return "open" if reopening_date <= self.env["chasqui.store"]._get_today() else state
        return state

    def _is_chasqui_away(self):
        """Tell whether the present user gets a friendly page instead of this website."""
        if self._get_chasqui_state() not in ("building", "closed"):
            return False
        return not self._can_look_behind_the_counter()

    def _can_look_behind_the_counter(self):
        """Staff of the store and of the incubator see it before it opens and after it closed."""
        user = self.env.user
        if user.share:
            return False
        _store_id, company_id, *_life = self._get_chasqui_life()
        return company_id in user._get_company_ids() or self.env["chasqui.store"]._is_platform_staff()

    def _get_chasqui_refusal(self):
        """Return why nothing can be bought here now, as a sentence; nothing if it can."""
        state = self._get_chasqui_state()
        if state in (None, "open"):
            return ""
        return self._get_chasqui_store()._get_pause_sentence()
