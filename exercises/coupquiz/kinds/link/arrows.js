// @ts-check
/** @import { MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */

const HEAD = 7; // pixels: how long the head of an arrow is
const APART = 5; // pixels between two arrows at one event

/**
 * Return arrows that bend beside a column of events, each from its cause to its effect; those that span more bend further.
 *
 * @param {{ id: string, side: string, from: number, to: number }[]} links right or wrong, with pixels down of cause and effect
 * @param {number} room pixels across
 * @returns {MarkupElement[]}
 */
export function arrows(links, room) {
  const longest = Math.max(1, ...links.map(({ from, to }) => Math.abs(from - to)));
  return links.map(({ id, side, from, to }) => {
    const [start, end] = [from + away(links, id, from, true), to + away(links, id, to, false)];
    const bend = Math.max(18, (room - 4) * Math.sqrt(Math.abs(from - to) / longest)) * 1.3;
    const curve = `M0,${start} C${bend},${start} ${bend},${end} ${HEAD},${end}`;
    const head = `M${HEAD + 1},${end - HEAD * 0.6} L0,${end} L${HEAD + 1},${end + HEAD * 0.6} Z`;
    return [
      "g",
      { "data-part": id, class: side },
      ["path", { d: curve, class: "curve" }],
      ["path", { d: head, class: "head" }],
    ];
  });
}

/**
 * Return how many pixels an arrow keeps from the middle of an event: those that leave stand above those that arrive.
 *
 * @param {{ id: string, from: number, to: number }[]} links
 * @param {string} id
 * @param {number} down where the event is
 * @param {boolean} leaves
 */
function away(links, id, down, leaves) {
  const ends = links.flatMap(({ id, from, to }) => [
    ...(from === down ? [`${id} leaves`] : []),
    ...(to === down ? [`${id} comes`] : []),
  ]);
  ends.sort((one, other) => Number(one.endsWith("comes")) - Number(other.endsWith("comes")));
  const place = ends.indexOf(`${id} ${leaves ? "leaves" : "comes"}`);
  return (place - (ends.length - 1) / 2) * APART;
}
