import {Interaction} from "@web/public/interaction";
import {registry} from "@web/core/registry";

const WAIT = 150;

/**
 * Suggestions under a search box: a combobox with a list, as screen readers know it. Without scripts the
 * form is what it is.
 */
export class ProductSuggestions extends Interaction {
    static selector = "form[role=search][action$='/products']";
    dynamicContent = {
        "input[type=search]": {
            "t-on-input": this.debounced(this.suggest, WAIT),
            "t-on-keydown": this.onKeydown,
            "t-on-focusout": this.onFocusout,
            "t-att-aria-expanded": () => String(this.options.length > 0),
            "t-att-aria-activedescendant": () => this.options[this.active]?.id,
        },
    };

    setup() {
        this.input = this.el.querySelector("input[type=search]");
        this.options = [];
        this.active = -1;
        this.asked = 0;
    }

    start() {
        this.list = document.createElement("ul");
        this.list.id = `${this.input.id}_suggestions`;
        this.list.className = "o_chasqui_suggestions";
        this.list.role = "listbox";
        this.list.ariaLabel = this.input.labels[0]?.textContent || "";
        this.list.hidden = true;
        this.insert(this.list);
        for (const [name, value] of Object.entries({
            role: "combobox",
            "aria-autocomplete": "list",
            "aria-controls": this.list.id,
        })) {
            this.input.setAttribute(name, value);
        }
        this.addListener(this.list, "mousedown", (ev) => ev.preventDefault()); // the box keeps the focus
    }

    async suggest() {
        const search = this.input.value.trim();
        const asked = ++this.asked;
        if (search.length < 2) {
            this.show([]);
            return;
        }
        let suggestions = [];
        try {
            const url = `/products/suggest?${new URLSearchParams({q: search})}`;
            const response = await this.waitFor(fetch(url));
            suggestions = response.ok ? await this.waitFor(response.json()) : [];
        } catch {
            // Without a line one goes on typing.
        }
        if (asked === this.asked) {
            this.show(suggestions);
        }
    }

    show(suggestions) {
        this.active = -1;
        this.options = suggestions.map(({name, what, url}, index) => {
            const option = document.createElement("li");
            option.id = `${this.list.id}_${index}`;
            option.role = "option";
            option.ariaSelected = "false";
            const link = document.createElement("a");
            link.href = url;
            link.tabIndex = -1;
            link.textContent = name;
            option.append(link);
            if (what) {
                const kind = document.createElement("small");
                kind.textContent = what;
                link.append(" ", kind);
            }
            return option;
        });
        this.list.replaceChildren(...this.options);
        this.list.hidden = !this.options.length;
        this.updateContent();
    }

    onKeydown(ev) {
        const count = this.options.length;
        if (ev.key === "Escape" && count) {
            ev.preventDefault();
            this.show([]);
        } else if (ev.key === "ArrowDown" && !count) {
            this.suggest();
        } else if ((ev.key === "ArrowDown" || ev.key === "ArrowUp") && count) {
            ev.preventDefault();
            const step = ev.key === "ArrowDown" ? 1 : -1;
            this.activate(((this.active + 1 + step + count + 1) % (count + 1)) - 1);
        } else if (ev.key === "Enter" && this.active >= 0) {
            ev.preventDefault();
            this.options[this.active].querySelector("a").click();
        }
    }

    /** @param {Number} index of an option; -1 is the box itself */
    activate(index) {
        this.active = index;
        this.options.forEach((option, at) => {
            option.ariaSelected = String(at === index);
            option.classList.toggle("active", at === index);
        });
        this.options[index]?.scrollIntoView({block: "nearest"});
    }

    onFocusout() {
        this.asked++;
        this.show([]);
    }
}

registry
    .category("public.interactions")
    .add("chasqui_portal.product_suggestions", ProductSuggestions);
