import {Checkout} from "@website_sale/interactions/checkout";
import {patch} from "@web/core/utils/patch";
import {patchDynamicContent} from "@web/public/utils";

patch(Checkout.prototype, {
    setup() {
        super.setup();
        patchDynamicContent(this.dynamicContent, {
            ".o_chasqui_pickup input[data-location]": {
                "t-on-change": this.choosePickupPoint.bind(this),
            },
        });
    },

    /**
     * Write down the point that was tapped before the page was ready for it, as on a slow phone.
     */
    async start() {
        await super.start();
        const carrier = document.querySelector("input[name='o_delivery_radio']:checked");
        const container = carrier && this._getDeliveryMethodContainer(carrier);
        const point = container?.querySelector(".o_chasqui_pickup input[data-location]:checked");
        if (point && this._isPickupLocationMissing(carrier)) {
            await this.choosePickupPoint({currentTarget: point});
        }
    },

    /**
     * Write the chosen point on the order; the server reads nothing but its id.
     *
     * @param {Event} ev
     */
    async choosePickupPoint(ev) {
        const container = this._getDeliveryMethodContainer(ev.currentTarget);
        const json = ev.currentTarget.dataset.location;
        this._disableMainButton();
        await this.waitFor(this._setPickupLocation(json));
        this._updatePickupLocation(container, JSON.parse(json), json);
        this._enableMainButton();
    },
});
