import {WebsiteSale} from "@website_sale/interactions/website_sale";
import {patch} from "@web/core/utils/patch";
import {getQuantity, getStep, stepQuantity} from "@chasqui_store/utils/quantity";

patch(WebsiteSale.prototype, {
    /** Move by the unit's step where it is sold in fractions. */
    onChangeQuantity(ev) {
        const input = ev.currentTarget.closest(".input-group").querySelector("input");
        const step = getStep(input);
        if (!step) {
            return super.onChangeQuantity(ev);
        }
        input.value = stepQuantity(input, ev.currentTarget.name === "remove_one" ? -1 : 1, step);
        input.dispatchEvent(new Event("change", {bubbles: true}));
    },

    /** Read a decimal comma as what it means. */
    onChangeAddQuantity(ev) {
        const input = ev.currentTarget;
        if (getStep(input)) {
            input.value = getQuantity(input) || getStep(input);
        }
        return super.onChangeAddQuantity(ev);
    },

    _onChangeCombination(ev, parent, combination) {
        const input = parent.querySelector('input[name="add_qty"]');
        if (input) {
            input.dataset.step = combination.chasqui_step || 0;
            input.inputMode = combination.chasqui_step ? "decimal" : "numeric";
        }
        return super._onChangeCombination(...arguments);
    },

    /** Keep the button where less than one whole unit is left of what is sold in fractions. */
    async _onChangeCombinationStock(ev, parent, combination) {
        await super._onChangeCombinationStock(...arguments);
        if (combination.chasqui_step && combination.free_qty > 0 && combination.free_qty < 1) {
            const wrapper = parent.querySelector("#o_wsale_cta_wrapper");
            wrapper?.classList.replace("d-none", "d-flex");
            wrapper?.classList.remove("out_of_stock");
        }
    },
});
