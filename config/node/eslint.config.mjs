// Rules for the addons' JavaScript, which Odoo bundles itself: modules, in browsers.
import js from "@eslint/js";
import globals from "globals";

export default [
    {ignores: ["**/static/lib/**"]}, // others' code, as they publish it
    js.configs.recommended,
    {
        files: ["addons/*/static/**/*.js"],
        languageOptions: {
            ecmaVersion: "latest",
            sourceType: "module",
            globals: {...globals.browser},
        },
        rules: {
            eqeqeq: "error",
            "no-unused-vars": ["error", {args: "after-used"}],
            "no-var": "error",
            "prefer-const": "error",
        },
    },
];
