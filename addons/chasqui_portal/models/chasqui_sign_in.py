import secrets
from hashlib import sha256

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.http import STORED_SESSION_BYTES, root
from odoo.tools import SQL
from odoo.tools.misc import consteq

CODE_SECONDS = 60
CODES_PER_HOUR = 120


def hash_code(code):
    """Return what is kept of a code: whoever reads the database could not use it."""
    return sha256(code.encode()).hexdigest()


class ChasquiSignIn(models.Model):
    """A shopper on their way from the portal, where they signed in, to a store.

    The portal writes a code here and sends the browser to the store with it. The store trades the code
    for a session of its own: once, within a minute, at the website it was made for, in the browser
    that asked for it. Afterwards the line tells which sessions belong to the same browser, so that they
    end together.
    """

    _name = "chasqui.sign.in"
    _description = "Sign-in at a Store"
    _log_access = False

    user_id = fields.Many2one(comodel_name="res.users", required=True, ondelete="cascade", index=True)
    website_id = fields.Many2one(comodel_name="website", required=True, ondelete="cascade")
    code = fields.Char(help="SHA-256 of the code; nothing once it was presented.")
    challenge = fields.Char(
        required=True, help="Base64 of the SHA-256 of what the browser keeps in a cookie."
    )
    expires_at = fields.Datetime(required=True)
    portal_session = fields.Char(
        required=True, index=True, help="The part of the portal's session that names it and opens nothing."
    )
    session = fields.Char(index="btree_not_null", help="The same of the store's session.")

    _code_unique = models.UniqueIndex("(code) WHERE code IS NOT NULL")

    # === BUSINESS METHODS === #

    @api.model
    def _issue(self, user, website, challenge, sid):
        """Return a code that lets this browser in at a store as this user; nothing after too many."""
        if self.env["chasqui.attempt"]._add(f"sign-in codes {user.id}") > CODES_PER_HOUR:
            return None
        code = secrets.token_urlsafe(32)
        self.sudo().create(
            {
                "user_id": user.id,
                "website_id": website.id,
                "code": hash_code(code),
                "challenge": challenge,
                "expires_at": fields.Datetime.add(fields.Datetime.now(), seconds=CODE_SECONDS),
                "portal_session": sid[:STORED_SESSION_BYTES],
            }
        )
        return code

    @api.model
    def _find(self, code):
        """Return the sign-in that a code belongs to, as sudo, without using the code up."""
        return self.sudo().search([("code", "=", hash_code(code))]) if code else self.sudo()

    @api.model
    def _redeem(self, code, website, challenge):
        """Use a code up; return its sign-in, as sudo, if the code was good here and now, else nothing.

        Of two who present it at once one gets the row. Whoever presents it at the wrong place or in
        the wrong browser uses it up, too: then somebody else has got it.
        """
        self.flush_model()
        rows = self.env.execute_query(
            SQL("UPDATE chasqui_sign_in SET code = NULL WHERE code = %s RETURNING id", hash_code(code or ""))
        )
        self.invalidate_model(["code"])
        sign_in_sudo = self.sudo().browse(row[0] for row in rows)
        return sign_in_sudo.filtered(lambda one: one._is_good(website, challenge))

    def _is_good(self, website, challenge):
        """Tell whether this code may be used at a website by a browser, now."""
        return (
            self.website_id == website
            and consteq(self.challenge, challenge or "")
            and self.expires_at >= fields.Datetime.now()
            and self.user_id.active
            and self.user_id.share
        )

    @api.model
    def _end_browser(self, sid):
        """End all sessions that this browser has, at the portal and at stores, but the present one."""
        own = sid[:STORED_SESSION_BYTES]
        known_sudo = self.sudo().search(Domain("session", "=", own) | Domain("portal_session", "=", own))
        family_sudo = self.sudo().search([("portal_session", "in", known_sudo.mapped("portal_session"))])
        sessions = {*family_sudo.mapped("portal_session"), *family_sudo.mapped("session")} - {own, False}
        root.session_store.delete_from_identifiers(list(sessions))
        self.env["res.device.log"].sudo().search(
            [("session_identifier", "in", list(sessions))]
        ).revoked = True
        family_sudo.unlink()

    # === SCHEDULED === #

    @api.autovacuum
    def _gc_sign_ins(self):
        """Forget codes that nobody used, and sessions that ended."""
        old = fields.Datetime.subtract(fields.Datetime.now(), days=1)
        sign_ins = self.search([("expires_at", "<", old)], order="id", limit=10000)
        sessions = {session for session in sign_ins.mapped("session") if session}
        gone = root.session_store.get_missing_session_identifiers(sessions)
        sign_ins.filtered(lambda one: not one.session or one.session in gone).unlink()
