/**
 * Return the quantity in an input, with a comma or a point; NaN when it is not a number.
 *
 * @param {HTMLInputElement} input
 * @returns {Number}
 */
export function getQuantity(input) {
    return Number.parseFloat(input.value.replace(",", "."));
}

/**
 * Return the step of an input whose unit is sold in fractions, or 0.
 *
 * @param {HTMLInputElement|null} input
 * @returns {Number}
 */
export function getStep(input) {
    return Number.parseFloat(input?.dataset.step) || 0;
}

/**
 * Return the quantity one step further, between limits and without the dust of binary fractions.
 *
 * @param {HTMLInputElement} input
 * @param {Number} sign 1 or -1
 * @param {Number} min
 * @returns {Number}
 */
export function stepQuantity(input, sign, min = 0) {
    const max = Number.parseFloat(input.dataset.max) || Infinity;
    const quantity = (getQuantity(input) || 0) + sign * getStep(input);
    return Number(Math.min(Math.max(quantity, min), max).toFixed(3));
}
