from odoo.exceptions import AccessError
from odoo.http import request, route

from odoo.addons.html_editor.controllers.main import HTML_Editor


class ChasquiHtmlEditor(HTML_Editor):
    @route()
    def generate_text(self, prompt, conversation_history):
        """Send what staff write to nobody: Odoo's service for texts is not asked."""
        raise AccessError(request.env._("Texts are not written by a machine here."))
