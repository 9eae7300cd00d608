import {Interaction} from "@web/public/interaction";
import {registry} from "@web/core/registry";

const DECIMALS = 3; // of a degree: a hundred metres are near enough
const PATIENCE = 15000;

/** Looks for nodes around where the browser is, if it says so; whoever does not want that writes a place. */
export class NearMe extends Interaction {
    static selector = ".o_chasqui_near_me";
    dynamicContent = {
        button: {"t-on-click": this.locate},
    };

    start() {
        this.el.hidden = !navigator.geolocation;
    }

    locate() {
        this.el.querySelector("button").disabled = true;
        navigator.geolocation.getCurrentPosition(
            this.protectSyncAfterAsync(this.send),
            this.protectSyncAfterAsync(this.explain),
            {timeout: PATIENCE, maximumAge: 600000},
        );
    }

    send({coords}) {
        this.el.elements.lat.value = coords.latitude.toFixed(DECIMALS);
        this.el.elements.lng.value = coords.longitude.toFixed(DECIMALS);
        this.el.submit();
    }

    explain() {
        this.el.querySelector("button").disabled = false;
        this.el.querySelector(".o_chasqui_near_me_problem").hidden = false;
    }
}

registry.category("public.interactions").add("chasqui_nodes.near_me", NearMe);
