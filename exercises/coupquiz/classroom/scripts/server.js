// @ts-check

// What pages of a room and its server say to each other. The page asks by fetch, changes something by POST with the token
// that came with it, and hears through a socket what to show; where there is no socket, it asks again and again.

import { speak } from "#coupdata/views/html/scripts/i18n.js";

const ASK = 2000; // milliseconds between two questions where there is no socket
const SILENT = 8000; // milliseconds without a word after which the server counts as away
const QUIET = 20_000; // the same on a socket, on which long nothing may happen; then the page asks
const FIRST_PAUSE = 500; // milliseconds before a socket that has closed is opened again, doubled each time
const LONGEST_PAUSE = 15_000;
const AT_ONCE = 30_000; // characters

const { token = "", words = "{}" } = document.body.dataset;
speak(JSON.parse(words));

/** What the server does not do, in words for whoever asked for it. */
export class Refused extends Error {
  /**
   * @param {string} said
   * @param {number} status
   */
  constructor(said, status) {
    super(said);
    this.status = status;
  }
}

/**
 * Ask the server for JSON values.
 *
 * @param {string} path
 * @param {Record<string, string | number>} query
 */
export function get(path, query = {}) {
  const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return answered(fetch(asked.size ? `${path}?${asked}` : path));
}

/**
 * Tell the server something, and return what it says; a `Refused` says why it does not do that.
 *
 * @param {string} path
 * @param {object} message
 */
export function post(path, message) {
  const headers = { "Content-Type": "application/json", "X-XSRFToken": token };
  const body = JSON.stringify(message);
  const keepalive = body.length < AT_ONCE; // so that what is sent as the page closes arrives; browsers take no more
  return answered(fetch(path, { method: "POST", headers, body, keepalive }));
}

/**
 * Follow what a page of this kind shows, until the signal.
 *
 * @param {"seat" | "desk" | "wall"} who
 * @param {(view: any) => void} show
 * @param {(isAway: boolean) => void} away is told when the server cannot be reached, and when it can again
 * @param {AbortSignal} signal
 * @returns {() => void} what asks the server at once
 */
export function followView(who, show, away, signal) {
  /** @type {WebSocket | undefined} */
  let socket;
  let heard = performance.now();
  let pause = FIRST_PAUSE;
  let isAway = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  const hear = (/** @type {any} */ view) => {
    if (signal.aborted) return;
    heard = performance.now();
    if (isAway) away(false);
    isAway = false;
    show(view);
  };
  const ask = async () => {
    const asked = performance.now();
    try {
      const view = await get(`${who}/view`);
      if (heard <= asked) hear(view); // else a socket has told something newer
    } catch (error) {
      if (error instanceof Refused && error.status < 500) hear({ way: "refused" }); // else it is not there, or not well
    }
  };
  const open = () => {
    clearTimeout(waiting);
    socket?.close();
    const mine = new WebSocket(new URL(`${who}/socket`, location.href).href.replace(/^http/, "ws"));
    socket = mine;
    mine.onmessage = ({ data }) => {
      pause = FIRST_PAUSE;
      if (mine === socket) hear(JSON.parse(data));
    };
    mine.onclose = () => {
      if (mine !== socket || signal.aborted) return;
      waiting = setTimeout(open, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    };
  };
  const wake = () => {
    if (document.visibilityState !== "visible") return;
    if (!socket || socket.readyState > WebSocket.OPEN) open(); // one that is being opened is left to it
    ask();
  };
  const asking = setInterval(() => {
    const isOpen = socket?.readyState === WebSocket.OPEN;
    const silence = performance.now() - heard;
    if (!isOpen || silence > QUIET) ask(); // a socket may be dead and not know it
    if (isAway || silence < SILENT + (isOpen ? QUIET : 0)) return;
    isAway = true;
    away(true);
  }, ASK);
  for (const type of ["online", "pageshow", "focus"]) addEventListener(type, wake, { signal });
  document.addEventListener("visibilitychange", wake, { signal });
  signal.addEventListener("abort", () => {
    clearInterval(asking);
    clearTimeout(waiting);
    socket?.close();
  });
  open();
  ask();
  return ask;
}

/**
 * @param {Promise<Response>} asked
 * @returns {Promise<any>}
 */
async function answered(asked) {
  const response = await asked;
  const values = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(values.said ?? "", response.status);
  return values;
}
