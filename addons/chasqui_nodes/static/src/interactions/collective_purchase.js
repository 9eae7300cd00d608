import {Interaction} from "@web/public/interaction";
import {registry} from "@web/core/registry";

const SHORTEST_WAIT = 400;
const LONGEST_WAIT = 1600;

/**
 * Draws a collective purchase again when something in it moved, on whatever phone. The bus says
 * only that it did; what it shows is asked of the server, which knows who may see it. Without the
 * bus the page is as true as when it was opened.
 */
export class CollectivePurchase extends Interaction {
    static selector = ".o_chasqui_purchase[data-channel]";
    dynamicContent = {
        "[data-copied]": {"t-on-click": this.copy},
        _root: {
            "t-on-input": this.keep,
            "t-att-class": () => ({o_chasqui_offline: this.isOffline}),
        },
        _window: {"t-on-online": this.redraw, "t-on-offline": this.lose},
    };

    setup() {
        this.moved = this.moved.bind(this);
        this.waiting = null;
        this.isOffline = false;
    }

    start() {
        const bus = this.services.bus_service;
        bus.subscribe("chasqui_collective", this.moved);
        bus.addChannel(this.el.dataset.channel);
        this.registerCleanup(() => {
            bus.unsubscribe("chasqui_collective", this.moved);
            bus.deleteChannel(this.el.dataset.channel);
        });
    }

    /** Thirty phones that hear the same do not ask at the same moment, nor twice. */
    moved(payload) {
        if (payload?.done) {
            this.advance(payload);
            return;
        }
        if (this.waiting) {
            return;
        }
        const wait = SHORTEST_WAIT + Math.random() * (LONGEST_WAIT - SHORTEST_WAIT);
        this.waiting = this.waitForTimeout(() => {
            this.waiting = null;
            this.redraw();
        }, wait);
    }

    /** So many of the baskets of a large group are confirmed. */
    advance({done, total}) {
        const bar = this.el.querySelector(".o_chasqui_confirming");
        if (bar) {
            bar.classList.remove("d-none");
            bar.max = total;
            bar.value = done;
        }
    }

    lose() {
        this.isOffline = true;
    }

    /** A phone that lost the network says so, and asks again when it is back. */
    async redraw() {
        let answer = null;
        try {
            answer = await this.waitFor(fetch(this.el.dataset.live));
        } catch {
            this.isOffline = true;
            this.updateContent();
            return;
        }
        this.isOffline = false;
        this.updateContent();
        if (!answer.ok) {
            window.location.reload();
            return;
        }
        const html = await this.waitFor(answer.text());
        const fresh = new DOMParser().parseFromString(html, "text/html");
        const parts = [...this.el.querySelectorAll("[data-part]")];
        const now = [...fresh.querySelectorAll("[data-part]")];
        if (
            parts.map((part) => part.dataset.part).join() !==
            now.map((part) => part.dataset.part).join()
        ) {
            window.location.reload();
            return;
        }
        parts.forEach((part, index) => this.replacePart(part, now[index]));
    }

    /** What somebody is filling in stays as it is. */
    replacePart(part, fresh) {
        if (!part.dataset.kept && part.innerHTML !== fresh.innerHTML) {
            part.replaceChildren(...fresh.childNodes);
        }
    }

    keep(ev) {
        const part = ev.target.closest("[data-part]");
        if (part) {
            part.dataset.kept = "1";
        }
    }

    async copy(ev) {
        const button = ev.currentTarget;
        const input = button.previousElementSibling;
        input.select();
        await this.waitFor(navigator.clipboard?.writeText(input.value));
        button.textContent = button.dataset.copied;
    }
}

registry
    .category("public.interactions")
    .add("chasqui_nodes.collective_purchase", CollectivePurchase);
