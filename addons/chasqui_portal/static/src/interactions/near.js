import {Interaction} from "@web/public/interaction";
import {registry} from "@web/core/registry";

const DECIMALS = 2; // about a kilometre: enough to sort by, and no address

/** Fill in where the visitor is, when they ask for it and their browser tells; one can type it as well. */
export class Near extends Interaction {
    static selector = ".o_chasqui_near";
    dynamicContent = {
        button: {
            "t-on-click": this.locate,
            "t-att-hidden": () => (this.canLocate ? undefined : "hidden"),
            "t-att-disabled": () => (this.isLocating ? "disabled" : undefined),
        },
        "input[name=near]": {"t-on-input": this.forget},
    };

    setup() {
        this.canLocate = Boolean(navigator.geolocation) && window.isSecureContext;
        this.isLocating = false;
    }

    locate() {
        this.isLocating = true;
        navigator.geolocation.getCurrentPosition(
            this.protectSyncAfterAsync(({coords}) => this.fill(coords)),
            this.protectSyncAfterAsync(() => this.giveUp()),
            {maximumAge: 600000, timeout: 10000},
        );
    }

    fill({latitude, longitude}) {
        const at = this.el.querySelector("input[name=at]");
        at.disabled = false;
        at.value = `${latitude.toFixed(DECIMALS)},${longitude.toFixed(DECIMALS)}`;
        this.el.querySelector("input[name=near]").value = "";
        this.el.closest("form").requestSubmit();
    }

    giveUp() {
        this.isLocating = false;
        this.canLocate = false;
        this.updateContent();
        this.el.querySelector("input[name=near]").focus();
    }

    /** What is typed counts, and not where one was before. */
    forget() {
        this.el.querySelector("input[name=at]").disabled = true;
    }
}

registry.category("public.interactions").add("chasqui_portal.near", Near);
