import {Interaction} from "@web/public/interaction";
import {registry} from "@web/core/registry";

const DECIMALS = 2; // of a degree, about a kilometre: enough to sort by, and no address
const PATIENCE = 15000;

/**
 * Fill in where the visitor is, when they ask for it and their browser tells; one can write it as well.
 *
 * The place goes into the fields that the form has for it: `at`, or `lat` and `lng`; `data-decimals` where a
 * kilometre is too far.
 */
export class Here extends Interaction {
    static selector = ".o_chasqui_here";
    dynamicContent = {
        "button[type=button]": {
            "t-on-click": this.locate,
            "t-att-hidden": () => (this.canLocate ? undefined : "hidden"),
            "t-att-disabled": () => (this.isLocating ? "disabled" : undefined),
        },
        "[role=status]": {"t-att-hidden": () => (this.hasFailed ? undefined : "hidden")},
        "input[type=text]": {"t-on-input": this.forget},
    };

    setup() {
        this.canLocate = Boolean(navigator.geolocation) && window.isSecureContext;
        this.isLocating = false;
        this.hasFailed = false;
        this.typed = this.el.querySelector("input[type=text]");
    }

    locate() {
        this.isLocating = true;
        navigator.geolocation.getCurrentPosition(
            this.protectSyncAfterAsync(({coords}) => this.fill(coords)),
            this.protectSyncAfterAsync(() => this.giveUp()),
            {maximumAge: 600000, timeout: PATIENCE},
        );
    }

    fill({latitude, longitude}) {
        const {decimals = DECIMALS} = this.el.dataset;
        const [lat, lng] = [latitude.toFixed(decimals), longitude.toFixed(decimals)];
        for (const [name, value] of Object.entries({at: `${lat},${lng}`, lat, lng})) {
            const field = this.el.querySelector(`input[name=${name}]`);
            if (field) {
                field.disabled = false;
                field.value = value;
            }
        }
        if (this.typed) {
            this.typed.value = "";
        }
        this.el.closest("form").requestSubmit();
    }

    giveUp() {
        this.isLocating = false;
        this.canLocate = false;
        this.hasFailed = true;
        this.updateContent();
        this.typed?.focus();
    }

    /** What is typed counts, and not where one was before. */
    forget() {
        for (const field of this.el.querySelectorAll("input[type=hidden]")) {
            field.disabled = true;
        }
    }
}

registry.category("public.interactions").add("chasqui_store.here", Here);
