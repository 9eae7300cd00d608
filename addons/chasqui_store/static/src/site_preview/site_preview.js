import {Component, onMounted, useExternalListener, useRef, useState} from "@odoo/owl";
import {rpc} from "@web/core/network/rpc";
import {registry} from "@web/core/registry";
import {KeepLast} from "@web/core/utils/concurrency";
import {useDebounced} from "@web/core/utils/timing";
import {useRecordObserver} from "@web/model/relational_model/utils";
import {standardWidgetProps} from "@web/views/widgets/standard_widget_props";

const PAUSE = 500;

/**
 * The store's site beside its form, with what is being typed: the server draws it and keeps nothing.
 * The page comes without its scripts.
 */
export class ChasquiSitePreview extends Component {
    static template = "chasqui_store.SitePreview";
    static props = {...standardWidgetProps};

    setup() {
        this.state = useState({page: "home", narrow: true, html: "", problem: ""});
        this.frame = useRef("frame");
        this.scroll = 0;
        this.typed = null;
        this.keepLast = new KeepLast();
        this.drawSoon = useDebounced(() => this.draw(), PAUSE);
        useRecordObserver((record) => {
            this.touch(record.data);
            this.drawSoon();
        });
        useExternalListener(window, "input", (ev) => this.onInput(ev));
        onMounted(() => this.draw());
    }

    /** Read all that may change, lines too, to be told when it does. */
    touch(data) {
        for (const value of Object.values(data)) {
            for (const line of value?.records || []) {
                this.touch(line.data);
            }
        }
    }

    /** A field tells the form what it has when it is left; the preview does not wait for that. */
    onInput(ev) {
        const field = ev.target.closest(".o_form_view .o_field_widget[name]");
        if (field && !ev.target.closest(".modal, .o_field_x2many")) {
            const isText = ["char", "text"].includes(
                this.props.record.fields[field.getAttribute("name")]?.type,
            );
            this.typed = isText ? {name: field.getAttribute("name"), input: ev.target} : null;
            this.drawSoon();
        }
    }

    async getChanges() {
        const {record} = this.props;
        const {typed} = this;
        if (!typed || document.activeElement !== typed.input) {
            return record.getChanges();
        }
        // To ask a field for its text would trim what somebody is in the middle of.
        const changes = await record.model.mutex.exec(() => record._getChanges());
        return {...changes, [typed.name]: typed.input.value};
    }

    async draw() {
        const {resId} = this.props.record;
        if (!resId) {
            return;
        }
        const url = `/chasqui/preview/${resId}/${this.state.page}/draft`;
        const changes = await this.getChanges();
        try {
            const drawn = await this.keepLast.add(rpc(url, {changes}, {silent: true}));
            this.scroll = this.frame.el?.contentWindow.scrollY || 0;
            this.state.problem = drawn.problem || "";
            this.state.html = drawn.html || this.state.html;
        } catch {
            // What is on the screen stays; saving tells what is wrong.
        }
    }

    onFrameLoad() {
        this.frame.el.contentWindow.scrollTo(0, this.scroll);
    }

    show(page) {
        this.state.page = page;
        return this.draw();
    }

    resize(narrow) {
        this.state.narrow = narrow;
    }
}

registry.category("view_widgets").add("chasqui_site_preview", {
    component: ChasquiSitePreview,
});
