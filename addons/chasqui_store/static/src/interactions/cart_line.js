import {CartLine} from "@website_sale/interactions/cart_line";
import {rpc} from "@web/core/network/rpc";
import {patch} from "@web/core/utils/patch";
import {redirect} from "@web/core/utils/urls";
import {getQuantity, getStep, stepQuantity} from "@chasqui_store/utils/quantity";

patch(CartLine.prototype, {
    async incOrDecQuantity(ev, currentTargetEl) {
        const input = currentTargetEl.closest(".css_quantity").querySelector("input.js_quantity");
        if (!getStep(input)) {
            return super.incOrDecQuantity(...arguments);
        }
        const isMinus = currentTargetEl.querySelector("i").classList.contains("oi-minus");
        input.value = stepQuantity(input, isMinus ? -1 : 1);
        await this._changeQuantity(input);
    },

    /**
     * Odoo's method reads whole numbers only. A line in fractions is written as it is, and the
     * page is drawn again, so that none of its drawing is repeated here.
     */
    async _changeQuantity(input) {
        if (!getStep(input)) {
            return super._changeQuantity(input);
        }
        const quantity = getQuantity(input);
        await this.waitFor(
            rpc("/shop/cart/update", {
                line_id: Number.parseInt(input.dataset.lineId),
                quantity: Number.isNaN(quantity) ? 1 : quantity,
            }),
        );
        redirect("/shop/cart");
    },
});
