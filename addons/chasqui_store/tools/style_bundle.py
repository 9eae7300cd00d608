from hashlib import sha256

from odoo.addons.base.models.assetsbundle import AssetsBundle

from . import lean_style


class StyleBundle(AssetsBundle):
    """A bundle whose styles are those of some words alone; it changes its address when these do."""

    @classmethod
    def narrow(cls, bundle, words):
        """Return the same bundle with the styles of these words."""
        narrowed = cls(
            bundle.name,
            bundle.files,
            bundle.external_assets,
            env=bundle.env,
            css=bundle.has_css,
            js=bundle.has_js,
            rtl=bundle.rtl,
            assets_params=bundle.assets_params,
            autoprefix=bundle.autoprefix,
        )
        narrowed.words = words
        return narrowed

    def get_checksum(self, asset_type):
        checksum = super().get_checksum(asset_type)
        if asset_type != "css":
            return checksum
        return sha256(" ".join((checksum, *sorted(self.words))).encode()).hexdigest()

    def preprocess_css(self, debug=False, old_attachments=None):
        style = super().preprocess_css(debug=debug, old_attachments=old_attachments)
        return lean_style.prune(style, self.words)
