import {Interaction} from "@web/public/interaction";
import {registry} from "@web/core/registry";

/** What any part of a page may say on its document: something was not saved, `detail` is "lost" or "busy". */
export const UNSAVED = "chasqui-unsaved";
const ASKED = "/web/health";
const PATIENCE = 8000;
const AGAIN_AFTER = 5000;

/**
 * Say plainly that a change is not saved when the network, or the server, is away.
 *
 * A browser leaves the page for one of its own when a form cannot be sent, and with it what was written. So
 * before a form goes the server is asked whether it is there. What it says stands in the page.
 */
export class Unsaved extends Interaction {
    static selector = ".o_chasqui_unsaved";
    dynamicContent = {
        "[data-when]": {
            "t-att-hidden": (el) => (this.state === el.dataset.when ? undefined : "hidden"),
        },
        button: {
            "t-att-hidden": () => (this.state ? undefined : "hidden"),
            "t-on-click": this.dismiss,
        },
        _document: {
            "t-on-click": this.forget,
            "t-on-submit": this.check,
            "t-on-chasqui-unsaved": (ev) => this.tell(ev.detail),
        },
        _window: {"t-on-online": this.look},
    };

    setup() {
        this.state = null;
        this.isAsking = false;
        this.passed = null;
    }

    async check(ev) {
        const {target: form, submitter} = ev;
        if (ev.defaultPrevented || form.method !== "post" || form === this.passed) {
            return;
        }
        ev.preventDefault();
        if (this.isAsking) {
            return;
        }
        this.isAsking = true;
        const isThere = await this.waitFor(this.ask());
        this.isAsking = false;
        if (isThere) {
            this.send(form, submitter);
        } else {
            this.tell("lost");
        }
    }

    send(form, submitter) {
        if (!form.isConnected) {
            // the page was drawn anew meanwhile
            form.hidden = true;
            document.body.append(form);
        }
        this.passed = form;
        form.requestSubmit(submitter);
        this.passed = null;
    }

    async ask() {
        try {
            const signal = AbortSignal.timeout(PATIENCE);
            const answer = await fetch(ASKED, {cache: "no-store", signal});
            return answer.ok;
        } catch {
            return false;
        }
    }

    tell(state) {
        this.state = state;
        this.updateContent();
        if (state === "lost") {
            this.waitForTimeout(this.look.bind(this), AGAIN_AFTER);
        }
    }

    /** Tell when the server is there again. */
    async look() {
        if (this.state !== "lost") {
            return;
        }
        if (await this.waitFor(this.ask())) {
            this.tell("back");
        } else {
            this.tell("lost");
        }
    }

    /** Whoever presses something again does what they were told. */
    forget() {
        if (this.state !== "lost") {
            this.state = null;
        }
    }

    dismiss() {
        this.state = null;
    }
}

registry.category("public.interactions").add("chasqui_store.unsaved", Unsaved);
