import {Plugin} from "@html_editor/plugin";
import {registry} from "@web/core/registry";

const SIZES = ["width", "height"];

function readSizes(img) {
    return SIZES.filter((name) => img.hasAttribute(name)).map((name) => [
        name,
        img.getAttribute(name),
    ]);
}

/**
 * Leaves pictures the sizes that their pages give them.
 *
 * They tell browsers the shape before the picture comes; how large it is drawn is the stylesheet's. Odoo's editor
 * turns them into inline styles, which win over every stylesheet and are saved: pictures are cut off, on phones first.
 */
class PictureSizePlugin extends Plugin {
    static id = "chasquiPictureSize";
    // Plugins are made before the editor takes the page, and set up after.
    sized = [...this.editable.querySelectorAll("img[width], img[height]")].map((img) => [
        img,
        readSizes(img),
    ]);

    setup() {
        for (const [img, sizes] of this.sized) {
            for (const [name, value] of sizes) {
                img.style.removeProperty(name);
                img.setAttribute(name, value);
            }
            if (!img.getAttribute("style")) {
                img.removeAttribute("style");
            }
        }
    }
}

registry.category("website-plugins").add(PictureSizePlugin.id, PictureSizePlugin);
