// @ts-check

import { redraw } from "#coupdata/views/html/scripts/draw.js";
import { _, ngettext } from "#coupdata/views/html/scripts/i18n.js";

const SPOKEN = [5, 1]; // minutes left at which a screen reader says so

/**
 * Keep a clock that counts down, until the signal.
 *
 * @param {HTMLElement} box
 * @param {(words: string) => void} say
 * @param {AbortSignal} signal
 * @returns {(left: number | null, runs: boolean) => void} what sets it, to seconds
 */
export function keepClock(box, say, signal) {
  let ends = 0; // milliseconds, by the page's own clock: the device's may be wrong
  let shown = Number.POSITIVE_INFINITY;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let ticking;
  const show = (/** @type {number} */ left) => {
    redraw(box, ["span", { class: "unseen" }, _("Time left:")], " ", timeText(left));
    box.classList.toggle("short", left < 60);
    const minutes = minutesToSay(shown, left);
    if (minutes) say(ngettext("One minute left.", "{n} minutes left.", minutes));
    shown = left;
  };
  const tick = () => show(Math.max(0, (ends - performance.now()) / 1000));
  signal.addEventListener("abort", () => clearInterval(ticking));
  return (left, runs) => {
    clearInterval(ticking);
    box.hidden = left === null;
    if (left === null) return;
    ends = performance.now() + 1000 * left;
    show(left);
    if (runs) ticking = setInterval(tick, 500);
  };
}

/**
 * Return a time as clocks show it: "4:05".
 *
 * @param {number} seconds
 */
export function timeText(seconds) {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/**
 * Return how many minutes left are said now; 0 where nothing is.
 *
 * @param {number} before seconds
 * @param {number} now seconds
 */
export function minutesToSay(before, now) {
  return (
    SPOKEN.find((minutes) => before > 60 * minutes && now <= 60 * minutes && now > 60 * minutes - 30) ?? 0
  );
}
