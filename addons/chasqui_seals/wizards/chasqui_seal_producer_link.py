from odoo import fields, models
from odoo.exceptions import UserError


class ChasquiSealProducerLink(models.TransientModel):
    """Shows the link by which a producer adds evidence, to be copied or sent."""

    _name = "chasqui.seal.producer.link"
    _description = "Link for a Producer"

    grant_id = fields.Many2one(comodel_name="chasqui.seal.grant", required=True, ondelete="cascade")
    url = fields.Char(readonly=True)
    email = fields.Char(string="E-mail")

    def action_send(self):
        self.ensure_one()
        self.grant_id._check_claimant()
        if not self.email:
            raise UserError(self.env._("Write the e-mail address, or copy the link and send it otherwise."))
        template_sudo = self.env.ref("chasqui_seals.mail_template_producer_link").sudo()
        template_sudo._send_soon(self.ids, email_values={"email_to": self.email})
        return {"type": "ir.actions.act_window_close"}
