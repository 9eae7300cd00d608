import {BuilderAction} from "@html_builder/core/builder_action";
import {BaseOptionComponent} from "@html_builder/core/utils";
import {before, SNIPPET_SPECIFIC_END} from "@html_builder/utils/option_sequence";
import {Plugin} from "@html_editor/plugin";
import {withSequence} from "@html_editor/utils/resource";
import {registry} from "@web/core/registry";

const PART = ".o_chasqui_part[data-chasqui-shown]";

/** How many stores, products… a block of ours shows. */
export class PartOption extends BaseOptionComponent {
    static template = "chasqui_portal.PartOption";
    static selector = `section:has(${PART})`;
    static applyTo = PART;
}

/** Shows in the page at once what visitors will see. */
export class ShownAction extends BuilderAction {
    static id = "chasquiShown";

    setup() {
        this.preview = false;
    }

    getValue({editingElement}) {
        return editingElement.dataset.chasquiShown;
    }

    async load({editingElement, value}) {
        const {chasquiPart} = editingElement.dataset;
        const shown = new URLSearchParams({shown: value});
        const answer = await fetch(`/chasqui/part/${encodeURIComponent(chasquiPart)}?${shown}`);
        return answer.ok ? answer.text() : null;
    }

    apply({editingElement, value, loadResult}) {
        editingElement.dataset.chasquiShown = value;
        if (loadResult !== null) {
            const drawn = new DOMParser().parseFromString(loadResult, "text/html");
            editingElement.replaceChildren(...drawn.body.childNodes);
        }
    }
}

class PartOptionPlugin extends Plugin {
    static id = "chasquiPartOption";
    resources = {
        builder_options: [withSequence(before(SNIPPET_SPECIFIC_END), PartOption)],
        builder_actions: {ShownAction},
        snippet_preview_dialog_stylesheets_handlers: this.dress.bind(this),
    };

    /** Blocks that came with the page are called what they are in the list of blocks, in the editor's language. */
    setup() {
        const {snippetModel} = this.config;
        for (const block of this.editable.querySelectorAll("[data-snippet^='s_chasqui_']")) {
            const known = snippetModel.getSnippetByName("snippet_structure", block.dataset.snippet);
            block.dataset.name = known?.title || block.dataset.name;
        }
    }

    /** Blocks that can be chosen wear the look of the page, which hangs on its body. */
    dress({iframe}) {
        iframe.contentDocument.body.classList.toggle(
            "o_chasqui",
            this.document.body.classList.contains("o_chasqui"),
        );
    }
}

registry.category("website-plugins").add(PartOptionPlugin.id, PartOptionPlugin);
