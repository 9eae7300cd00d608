import {Interaction} from "@web/public/interaction";
import {loadBundle} from "@web/core/assets";
import {registry} from "@web/core/registry";

const UNITS = 100; // of the outlines in a degree

/**
 * A map that moves, for who wants one: the one that the server drew stays for all others.
 *
 * Where pictures of the ground are configured it moves once it is in view; else a button asks for it,
 * so that nobody pays for scripts that they do not need.
 */
export class ChasquiMap extends Interaction {
    static selector = ".o_chasqui_map";
    dynamicContent = {
        ".o_chasqui_map_tools button": {
            "t-on-click": this.move,
            "t-att-hidden": () => this.isMoving || undefined,
        },
    };

    setup() {
        this.isMoving = false;
    }

    start() {
        if (!this.el.dataset.tiles) {
            return;
        }
        const observer = new IntersectionObserver((entries) => {
            if (entries.some((entry) => entry.isIntersecting)) {
                observer.disconnect();
                this.move();
            }
        });
        observer.observe(this.el);
        this.registerCleanup(() => observer.disconnect());
    }

    async move() {
        if (this.isMoving) {
            return;
        }
        this.isMoving = true;
        const [outlines] = await this.waitFor(
            Promise.all([this.readOutlines(), loadBundle("chasqui_store.assets_map")]),
        );
        const sheet = this.el.querySelector(".o_chasqui_map_sheet");
        const points = this.readPoints();
        const canvas = document.createElement("div");
        canvas.className = "o_chasqui_map_moving";
        canvas.style.aspectRatio = sheet.style.aspectRatio;
        sheet.replaceWith(canvas);
        this.map = this.draw(canvas, outlines, points);
        this.registerCleanup(() => {
            this.map.remove();
            canvas.replaceWith(sheet);
        });
    }

    draw(canvas, outlines, points) {
        const L = window.L;
        const {bounds, tiles, attribution} = this.el.dataset;
        // One finger goes on moving the page, as on any other picture
        const map = L.map(canvas, {
            scrollWheelZoom: false,
            dragging: !L.Browser.mobile || !L.Browser.touch,
        });
        map.attributionControl.setPrefix(false);
        map.zoomControl.setPosition("topright");
        const lines = outlines.map((ring) => ring.map(([x, y]) => this.toPlace(x, y)));
        L.polygon(lines, {
            weight: 1.5,
            fillOpacity: 1,
            interactive: false,
            className: "o_chasqui_map_land",
        }).addTo(map);
        if (tiles) {
            L.tileLayer(tiles, {attribution, pane: "overlayPane", opacity: 0.9}).addTo(map);
        }
        for (const point of points) {
            const icon = L.divIcon({className: "", html: this.drawDot(point.number)});
            L.marker([point.lat, point.lng], {icon, title: point.name, alt: point.name})
                .bindPopup(this.drawLink(point))
                .addTo(map);
        }
        map.fitBounds(JSON.parse(bounds));
        // For whoever asks where something is
        map.on("click", ({latlng}) => {
            const detail = {lat: latlng.lat, lng: latlng.lng};
            this.el.dispatchEvent(new CustomEvent("o_chasqui_map_click", {bubbles: true, detail}));
        });
        return map;
    }

    drawDot(number) {
        const dot = document.createElement("span");
        dot.className = "o_chasqui_map_dot";
        dot.textContent = number;
        return dot;
    }

    drawLink(point) {
        const link = document.createElement("a");
        link.href = point.href;
        link.textContent = point.name;
        return link;
    }

    /** The markers that the server drew say where all points are. */
    readPoints() {
        return Array.from(this.el.querySelectorAll("[data-lat]"), (link) => ({
            lat: Number(link.dataset.lat),
            lng: Number(link.dataset.lng),
            href: link.href,
            name: (link.querySelector(".o_chasqui_map_name") || link).textContent.trim(),
            number: link.querySelector(".o_chasqui_map_dot")?.textContent || link.dataset.number,
        }));
    }

    /** Rings of the outlines: absolute points of paths that say “M x y l dx dy … z”. */
    async readOutlines() {
        const [address] = this.el.querySelector("use").getAttribute("href").split("#");
        const answer = await fetch(address);
        const drawing = new DOMParser().parseFromString(await answer.text(), "image/svg+xml");
        return Array.from(drawing.querySelectorAll("path")).flatMap((path) =>
            path
                .getAttribute("d")
                .split("z")
                .filter(Boolean)
                .map((ring) => this.readRing(ring)),
        );
    }

    readRing(ring) {
        const steps = ring.match(/-?\d+/g).map(Number);
        let [x, y] = [0, 0];
        return Array.from({length: steps.length / 2}, (_unused, index) => {
            x += steps[2 * index];
            y += steps[2 * index + 1];
            return [x, y];
        });
    }

    toPlace(x, y) {
        const angle = (-y / UNITS / 180) * Math.PI;
        return [(Math.atan(Math.sinh(angle)) * 180) / Math.PI, x / UNITS];
    }
}

registry.category("public.interactions").add("chasqui_store.map", ChasquiMap);
