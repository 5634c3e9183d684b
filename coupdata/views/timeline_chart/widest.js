// @ts-check

/**
 * Return the widest of some widths, from narrow to wide, that has room; the narrowest where none has.
 *
 * @param {number[]} widths
 * @param {number} room
 */
export function widest(widths, room) {
  return widths.findLast((width) => width <= room) ?? widths[0];
}
