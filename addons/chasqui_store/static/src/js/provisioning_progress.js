import {useEffect} from "@odoo/owl";
import {registry} from "@web/core/registry";
import {
    ProgressBarField,
    progressBarField,
} from "@web/views/fields/progress_bar/progress_bar_field";

const INTERVAL = 1500;

/** Progress of a record that a worker sets up: reads it again until the work is over. */
export class ProvisioningProgress extends ProgressBarField {
    setup() {
        super.setup();
        useEffect(
            (state) => {
                if (state !== "queued") {
                    return;
                }
                const timer = setInterval(() => this.refresh(), INTERVAL);
                return () => clearInterval(timer);
            },
            () => [this.props.record.data.provisioning_state],
        );
    }

    async refresh() {
        if (!(await this.props.record.isDirty())) {
            await this.props.record.load();
        }
    }
}

export const provisioningProgress = {...progressBarField, component: ProvisioningProgress};

registry.category("fields").add("chasqui_provisioning_progress", provisioningProgress);
