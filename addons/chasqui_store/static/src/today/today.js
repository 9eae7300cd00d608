import {Component, onWillStart, useState} from "@odoo/owl";
import {registry} from "@web/core/registry";
import {useService} from "@web/core/utils/hooks";
import {standardActionServiceProps} from "@web/webclient/actions/action_service";

/** What needs doing today: cards that count, each a door to the list of what it counts. */
export class ChasquiToday extends Component {
    static template = "chasqui_store.Today";
    static props = {...standardActionServiceProps};

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.state = useState({name: "", date: "", cards: [], steps: []});
        onWillStart(() => this.load());
    }

    async load() {
        Object.assign(this.state, await this.orm.call("chasqui.today", "get_today", []));
    }

    open(card) {
        return this.action.doAction(card.action);
    }
}

registry.category("actions").add("chasqui_today", ChasquiToday);
