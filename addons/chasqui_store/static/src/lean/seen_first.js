/**
 * A page is seen before the rest of its scripts is run.
 *
 * Odoo begins with them as soon as the page has loaded. Over a fast line that is before it is first painted, and
 * an old phone is busy with them for seconds. So an empty script goes before them: each waits for the end of the
 * one before, and the end of this one is held back until the page has been painted.
 */
const LONGEST_WAIT = 2000; // ms, for what is never painted: a tab behind others

async function beSeen() {
    const kinds = window.PerformanceObserver?.supportedEntryTypes || [];
    if (document.hidden || !kinds.includes("paint")) {
        return;
    }
    const painted = new Promise((resolve) => {
        new PerformanceObserver(resolve).observe({type: "paint", buffered: true});
    });
    await Promise.race([painted, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))]);
}

function holdBackScripts() {
    const first = document.querySelector("script[data-src]");
    if (!first) {
        return;
    }
    const pause = document.createElement("script");
    pause.dataset.src = "data:text/javascript,";
    const hold = async (ev) => {
        pause.removeEventListener(ev.type, hold, {capture: true});
        ev.stopImmediatePropagation();
        await beSeen();
        pause.dispatchEvent(new Event("load"));
    };
    for (const type of ["load", "error"]) {
        pause.addEventListener(type, hold, {capture: true});
    }
    first.before(pause);
}

if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", holdBackScripts);
} else {
    holdBackScripts();
}
