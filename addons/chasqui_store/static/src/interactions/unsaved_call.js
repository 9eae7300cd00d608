import {ConnectionLostError, RPCError} from "@web/core/network/rpc";
import {UncaughtPromiseError} from "@web/core/errors/error_service";
import {UNSAVED} from "@chasqui_store/interactions/unsaved";
import {registry} from "@web/core/registry";

const OTHERS_WERE_QUICKER = [
    "odoo.exceptions.ConcurrencyError",
    "psycopg2.errors.DeadlockDetected",
    "psycopg2.errors.LockNotAvailable",
    "psycopg2.errors.SerializationFailure",
];

function getReason(error) {
    if (error instanceof ConnectionLostError) {
        return "lost";
    }
    const isBusy = error instanceof RPCError && OTHERS_WERE_QUICKER.includes(error.exceptionName);
    return isBusy ? "busy" : null;
}

/**
 * Tell that what a script sent is not saved, as when something is put into the cart. Odoo tells
 * visitors nothing of any error, by a handler at zero.
 */
function tellUnsaved(env, error, originalError) {
    const detail = getReason(originalError);
    if (!(error instanceof UncaughtPromiseError) || !detail) {
        return false;
    }
    error.unhandledRejectionEvent?.preventDefault();
    document.dispatchEvent(new CustomEvent(UNSAVED, {detail}));
    return true;
}

registry.category("error_handlers").add("chasqui_store.unsaved", tellUnsaved, {sequence: -1});
