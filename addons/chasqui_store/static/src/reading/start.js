import {makeEnv, startServices} from "@web/env";
import {registry} from "@web/core/registry";
import "@web/public/interaction_service";
import {whenReady} from "@odoo/owl";

/**
 * Interactions on pages that are only read, without the rest of Odoo's pages: no dialogs, no translations.
 *
 * What an interaction says there stands in its page, which the server translates.
 */
const NEEDED = ["localization", "public.interactions"];

async function start() {
    const services = registry.category("services");
    services.add("localization", {start: () => ({})});
    for (const [name] of services.getEntries()) {
        // what modules bring along would look for others that are not sent
        if (!NEEDED.includes(name)) {
            services.remove(name);
        }
    }
    await whenReady();
    const env = makeEnv();
    await startServices(env);
    await env.services["public.interactions"].isReady;
    document.body.setAttribute("is-ready", "true");
}

start();
