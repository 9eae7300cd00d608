import {Component, onWillUpdateProps, useState} from "@odoo/owl";
import {registry} from "@web/core/registry";
import {standardWidgetProps} from "@web/views/widgets/standard_widget_props";

/** The store's site beside its form, drawn again each time the form is saved. */
export class ChasquiSitePreview extends Component {
    static template = "chasqui_store.SitePreview";
    static props = {...standardWidgetProps};

    setup() {
        this.state = useState({page: "home", narrow: true, version: 0});
        onWillUpdateProps((nextProps) => {
            if (!nextProps.record.dirty) {
                this.state.version++;
            }
        });
    }

    get url() {
        const {page, version} = this.state;
        return `/chasqui/preview/${this.props.record.resId}/${page}?version=${version}`;
    }

    show(page) {
        this.state.page = page;
    }

    resize(narrow) {
        this.state.narrow = narrow;
    }
}

registry.category("view_widgets").add("chasqui_site_preview", {
    component: ChasquiSitePreview,
});
