import {QuickReorder} from "@website_sale/interactions/quick_reorder";
import {rpc} from "@web/core/network/rpc";
import {patch} from "@web/core/utils/patch";
import {redirect} from "@web/core/utils/urls";
import {getQuantity, getStep} from "@chasqui_store/utils/quantity";

patch(QuickReorder.prototype, {
    async updateQuantityAndPrice(ev) {
        const input = ev.currentTarget;
        if (!getStep(input)) {
            return super.updateQuantityAndPrice(ev);
        }
        const quantity = getQuantity(input) || 0;
        this._updateAddButton(input, quantity);
        if (quantity > 0) {
            const {priceUnit, currencyDigits} = input.dataset;
            this._updateTotalPrice(
                input,
                quantity,
                Number.parseFloat(priceUnit),
                Number.parseInt(currencyDigits),
            );
        }
    },

    /** Odoo's method reads whole numbers only; the page is drawn again instead of repeating it. */
    async reorderProduct(ev) {
        const {productId, productTemplateId, quantity} = ev.currentTarget.dataset;
        const line = ev.currentTarget.closest(".o_wsale_quick_reorder_line");
        if (!getStep(line.querySelector(".o_wsale_quick_reorder_qty_input"))) {
            return super.reorderProduct(ev);
        }
        await this.waitFor(
            rpc("/shop/cart/quick_add", {
                product_template_id: Number.parseInt(productTemplateId),
                product_id: Number.parseInt(productId),
                quantity: Number.parseFloat(quantity),
            }),
        );
        redirect("/shop/cart");
    },
});
