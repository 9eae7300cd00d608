import {WebsiteBuilderClientAction} from "@website/client_actions/website_preview/website_builder_action";
import {ConfirmationDialog} from "@web/core/confirmation_dialog/confirmation_dialog";
import {_t} from "@web/core/l10n/translation";
import {useService} from "@web/core/utils/hooks";
import {patch} from "@web/core/utils/patch";

/**
 * Odoo opens the builder on every page for whoever may edit anything, and greys out what they may not.
 * Who may edit nothing of a page is told who writes it, and where.
 */
patch(WebsiteBuilderClientAction.prototype, {
    setup() {
        super.setup();
        this.actionService = useService("action");
    },

    async onEditPage() {
        await this.iframeLoaded;
        const advice = !this.translation && (await this.getEditAdvice());
        if (!advice) {
            return super.onEditPage();
        }
        this.websiteContext.edition = false;
        this.dialog.add(ConfirmationDialog, {
            title: _t("This page is edited elsewhere"),
            body: advice.text,
            ...(advice.action && {
                cancel: () => {},
                cancelLabel: _t("Close"),
                confirm: () => this.actionService.doAction(advice.action),
                confirmLabel: advice.label,
            }),
        });
    },

    getEditAdvice() {
        const {id, metadata} = this.websiteService.currentWebsite;
        const {model, id: recordId} = metadata.mainObject || {};
        return this.orm.call("website", "get_chasqui_edit_advice", [[id], model, recordId]);
    },
});
