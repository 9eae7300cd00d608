import {App, Component, whenReady} from "@odoo/owl";
import {makeEnv, startServices} from "@web/env";
import {MainComponentsContainer} from "@web/core/main_components_container";
import {appTranslateFn} from "@web/core/l10n/translation";
import {getTemplate} from "@web/core/templates";
import lazyloader from "@web/legacy/js/public/lazyloader";

/** Pages on which one looks and puts into the basket: Odoo's services and dialogs without its root of old. */
async function start() {
    await lazyloader.allScriptsLoaded;
    await whenReady();
    const env = makeEnv();
    await startServices(env);
    Component.env = env;
    const app = new App(MainComponentsContainer, {
        env,
        getTemplate,
        translateFn: appTranslateFn,
        translatableAttributes: ["data-tooltip"],
    });
    await app.mount(document.body);
    await env.services["public.interactions"].isReady;
    document.body.setAttribute("is-ready", "true");
}

lazyloader.registerPageReadinessDelay(start());
