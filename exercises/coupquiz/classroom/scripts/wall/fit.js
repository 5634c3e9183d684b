// @ts-check

const SMALLEST = 9; // pixels

/**
 * Give what is in a box letters as large as it has room for.
 *
 * @param {HTMLElement} box which has the room; its one child has the letters
 * @param {number} lines that there is room for at least, so that a few words do not shout
 */
export function fit(box, lines) {
  const inside = /** @type {HTMLElement} */ (box.firstElementChild);
  const fits = (/** @type {number} */ size) => {
    inside.style.fontSize = `${size}px`;
    return inside.scrollHeight <= box.clientHeight && inside.scrollWidth <= box.clientWidth;
  };
  largest(fits, SMALLEST, box.clientHeight / lines);
}

/**
 * Try sizes and leave it at the largest that fits, to half a pixel; the smallest one where none does.
 *
 * @param {(size: number) => boolean} fits which also sets it
 * @param {number} low
 * @param {number} high
 */
export function largest(fits, low, high) {
  if (fits(high)) return high;
  let [good, bad] = [low, high];
  while (bad - good > 0.5) {
    const middle = (good + bad) / 2;
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  fits(good);
  return good;
}
