from odoo.http import request, route

from odoo.addons.chasqui_store.controllers.pages import PICTURES, ChasquiPages

PICTURES["chasqui.node.photo"] = ("image",)


class ChasquiNodePictures(ChasquiPages):
    @route()
    def picture(self, model, record_id, field, **kwargs):
        """The photos of a node are as public as its page: one by invitation shows them to its own people."""
        if model == "chasqui.node.photo":
            photo_sudo = request.env[model].sudo().browse(record_id).exists()
            if not photo_sudo._is_shown_to(request.env.user):
                raise request.not_found()
        return super().picture(model, record_id, field, **kwargs)
