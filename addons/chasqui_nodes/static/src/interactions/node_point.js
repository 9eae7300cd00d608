import {Interaction} from "@web/public/interaction";
import {registry} from "@web/core/registry";

const DECIMALS = 6; // of a degree: the door
const PATIENCE = 15000;

/**
 * Says where a node is: by where the browser is, or by a point of a map that moves. What was found is
 * written in the form, where whoever prefers that types it, and nothing is kept before it is saved.
 */
export class NodePoint extends Interaction {
    static selector = ".o_chasqui_node_point";
    dynamicContent = {
        ".o_chasqui_node_point_here": {"t-on-click": this.locate},
        _root: {"t-on-o_chasqui_map_click": this.take},
    };

    start() {
        this.el.querySelector(".o_chasqui_node_point_here").hidden = !navigator.geolocation;
    }

    locate(ev) {
        const button = ev.currentTarget;
        button.disabled = true;
        const finish = (found) =>
            this.protectSyncAfterAsync((answer) => {
                button.disabled = false;
                found(answer);
            });
        navigator.geolocation.getCurrentPosition(
            finish(({coords}) => this.write(coords.latitude, coords.longitude)),
            finish(() => this.tell("problem")),
            {enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 60000},
        );
    }

    take(ev) {
        this.write(ev.detail.lat, ev.detail.lng);
    }

    write(latitude, longitude) {
        const input = this.el.querySelector("input[name=point]");
        input.value = [latitude, longitude].map((value) => value.toFixed(DECIMALS)).join(", ");
        this.tell("taken");
    }

    /** Show one of the sentences that the page has ready. */
    tell(what) {
        for (const sentence of this.el.querySelectorAll("[data-told]")) {
            sentence.hidden = sentence.dataset.told !== what;
        }
    }
}

registry.category("public.interactions").add("chasqui_nodes.node_point", NodePoint);
