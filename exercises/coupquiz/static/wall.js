// coupdata/views/html/scripts/draw.js
var HTML = "http://www.w3.org/1999/xhtml";
var SVG = "http://www.w3.org/2000/svg";
function draw([tag, attributes, ...children], around = HTML) {
  const space = tag === "svg" ? SVG : around;
  const drawn = (
    /** @type {HTMLElement} */
    document.createElementNS(space, tag)
  );
  for (const [name, value] of Object.entries(attributes)) drawn.setAttribute(name, value);
  const inside = tag === "foreignObject" ? HTML : space;
  drawn.append(...children.map((child) => typeof child === "string" ? child : draw(child, inside)));
  return drawn;
}
function redraw(box, ...content) {
  content.forEach((wanted, place) => {
    const there = box.childNodes[place];
    if (typeof wanted === "string") {
      if (!(there instanceof Text)) there ? there.replaceWith(wanted) : box.append(wanted);
      else if (there.data !== wanted) there.data = wanted;
    } else if (there instanceof Element && there.localName === wanted[0]) change(there, wanted);
    else {
      const drawn = draw(wanted, box.localName === "foreignObject" ? HTML : box.namespaceURI);
      there ? there.replaceWith(drawn) : box.append(drawn);
    }
  });
  while (box.childNodes.length > content.length) box.lastChild?.remove();
}
function change(element2, [, attributes, ...content]) {
  for (const name of element2.getAttributeNames()) {
    if (!(name in attributes || name === "data-lm-suppress-shortcuts")) element2.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (element2.getAttribute(name) !== value) element2.setAttribute(name, value);
  }
  redraw(element2, ...content);
}

// coupdata/views/html/scripts/i18n.js
var catalogue = {};
function speak(words2) {
  catalogue = words2;
}
function _(message, values = {}) {
  const found = catalogue[message];
  return filled(typeof found === "string" ? found : message, values);
}
function ngettext(singular, plural, n, values = {}) {
  const found = catalogue[singular];
  const english = n === 1 ? singular : plural;
  const form = typeof found === "object" ? found.forms[found.index[n < 100 ? n : 100 + n % 100]] : english;
  return filled(form, { n, ...values });
}
function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (name, inside) => String(values[inside] ?? name));
}

// exercises/coupquiz/classroom/scripts/server.js
var ASK = 2e3;
var SILENT = 8e3;
var QUIET = 2e4;
var FIRST_PAUSE = 500;
var LONGEST_PAUSE = 15e3;
var { token = "", words = "{}" } = document.body.dataset;
speak(JSON.parse(words));
var Refused = class extends Error {
  /**
   * @param {string} said
   * @param {number} status
   */
  constructor(said2, status) {
    super(said2);
    this.status = status;
  }
};
function get(path, query = {}) {
  const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return answered(fetch(asked.size ? `${path}?${asked}` : path));
}
function followView(who, show2, away, signal) {
  let socket;
  let heard2 = performance.now();
  let pause = FIRST_PAUSE;
  let isAway = false;
  let waiting;
  const hear = (view2) => {
    if (signal.aborted) return;
    heard2 = performance.now();
    if (isAway) away(false);
    isAway = false;
    show2(view2);
  };
  const ask = async () => {
    const asked = performance.now();
    try {
      const view2 = await get(`${who}/view`);
      if (heard2 <= asked) hear(view2);
    } catch (error) {
      if (error instanceof Refused && error.status < 500) hear({ way: "refused" });
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
    if (!socket || socket.readyState > WebSocket.OPEN) open();
    ask();
  };
  const asking2 = setInterval(() => {
    const isOpen = socket?.readyState === WebSocket.OPEN;
    const silence = performance.now() - heard2;
    if (!isOpen || silence > QUIET) ask();
    if (isAway || silence < SILENT + (isOpen ? QUIET : 0)) return;
    isAway = true;
    away(true);
  }, ASK);
  for (const type of ["online", "pageshow", "focus"]) addEventListener(type, wake, { signal });
  document.addEventListener("visibilitychange", wake, { signal });
  signal.addEventListener("abort", () => {
    clearInterval(asking2);
    clearTimeout(waiting);
    socket?.close();
  });
  open();
  ask();
  return ask;
}
async function answered(asked) {
  const response = await asked;
  const values = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(values.said ?? "", response.status);
  return values;
}

// exercises/coupquiz/classroom/scripts/wall/fit.js
var SMALLEST = 9;
function fit(box, lines) {
  const inside = (
    /** @type {HTMLElement} */
    box.firstElementChild
  );
  const fits = (size) => {
    inside.style.fontSize = `${size}px`;
    return inside.scrollHeight <= box.clientHeight && inside.scrollWidth <= box.clientWidth;
  };
  largest(fits, SMALLEST, box.clientHeight / lines);
}
function largest(fits, low, high) {
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

// exercises/coupquiz/classroom/scripts/countdown.js
function timeText(seconds) {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n) => String(n).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

// exercises/coupquiz/classroom/scripts/element.js
function element(tag, attributes, ...content) {
  return [tag, attributes, ...content];
}

// exercises/coupquiz/classroom/scripts/numbers.js
function spacedCode(code) {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}
function typedAddress(address) {
  return address.replace(/^http:\/\//, "").replace(/\/$/, "");
}

// exercises/coupquiz/classroom/scripts/vote_pictures.js
function voteBars({ categories, rounds }) {
  return [
    "ul",
    { class: rounds.length > 1 ? "bars twice" : "bars" },
    ...categories.map(
      (category) => element(
        "li",
        category.right ? { class: "right" } : {},
        ["span", { class: "letter", "aria-hidden": "true" }, category.label],
        [
          "span",
          { class: "what" },
          category.text,
          ...category.right ? [unseen(_("(right)")), sign("✓", "right-sign")] : []
        ],
        ["span", { class: "lanes" }, ...rounds.map((round, place) => lane(category, round, place))]
      )
    )
  ];
}
function votePieces({ pieces, picture }) {
  if (!pieces.length) return [];
  return [
    ["h3", {}, _("What was said most")],
    .../** @type {MarkupElement[]} */
    picture?.length ? [picture] : [],
    [
      "ul",
      { class: "pieces" },
      ...pieces.map(
        ({ text, right, count }) => element(
          "li",
          { class: right ? "right" : "wrong" },
          sign(right ? "✓" : "✗"),
          unseen(right ? _("Right:") : _("Not right:")),
          ["span", {}, text],
          ["b", {}, `${count}`]
        )
      )
    ]
  ];
}
function lane({ id }, { counts, of }, place) {
  const count = counts[id] ?? 0;
  const vote = place ? _("Second vote:") : _("First vote:");
  return [
    "span",
    { class: place ? "lane second" : "lane" },
    ["span", { class: "fill", style: `inline-size: ${of ? 100 * count / of : 0}%` }],
    ["span", { class: "n" }, unseen(`${vote} `), `${count}`]
  ];
}
function unseen(text) {
  return ["span", { class: "unseen" }, text];
}
function sign(text, kind = "sign") {
  return ["span", { class: kind, "aria-hidden": "true" }, text];
}

// exercises/coupquiz/classroom/scripts/wall/wall_page.js
function wallPage(view2, left) {
  return [element("div", { class: "stage" }, ...stage(view2, left)), corner(view2)];
}
function stage(view2, left) {
  if (view2.paused && !showsPicture(view2)) return big(_("Look up"), _("Answers wait until you go on."));
  if (view2.wall === "timeline") return [];
  if (view2.way === "over") return big(_("The lesson is over"), _("What you answered is kept. Well done!"));
  if (view2.way === "test" && view2.test) return test(view2, left);
  if (view2.question && view2.result) return result(view2, view2.question);
  if (view2.question) return question(view2, view2.question);
  return view2.qr ? join(view2) : big(view2.title, _("Your teacher will go on in a moment."));
}
function showsPicture({ wall, result: result2 }) {
  return wall === "timeline" || result2 !== null;
}
function join({ title, qr, code, address, here }) {
  return [
    [
      "div",
      { class: "join" },
      ["img", { class: "qr", src: qr, alt: _("QR code that leads to this room") }],
      [
        "div",
        { class: "way-in" },
        ["h1", {}, title],
        ["p", { class: "how" }, _("Point your camera at the picture, or open")],
        ["p", { class: "address" }, typedAddress(address)],
        ["p", { class: "how" }, _("and type the code")],
        ["p", { class: "code" }, spacedCode(code)],
        [
          "p",
          { class: "here", role: "status" },
          ["b", {}, `${here}`],
          " ",
          ngettext("is here", "are here", here)
        ]
      ]
    ]
  ];
}
function question({ round, stage: stage2, answered: answered2 }, asked) {
  const vote = round === 2 ? _("Second vote") : _("First vote");
  const isOpen = stage2 === "open";
  return [
    [
      "p",
      { class: isOpen ? "round" : "round closed", role: "status" },
      isOpen ? vote : talk(round),
      ["span", { class: "count" }, ngettext("{n} has answered", "{n} have answered", answered2)]
    ],
    ["div", { class: "fit", "data-fit": "" }, ["div", {}, ...asking(asked), ...options(asked)]]
  ];
}
function talk(round) {
  return round === 2 ? _("Voting is closed") : _("Voting is closed: talk to your neighbour");
}
function asking({ number, prompt }) {
  return [["h1", { class: "prompt" }, ["span", { class: "number" }, number], " ", prompt]];
}
function options({ choices, targets }) {
  const lists = [choices, targets].filter((list) => list.length);
  const marked = lists.map(
    (list) => element(
      "ul",
      { class: list.length > 6 ? "options many" : "options" },
      ...list.map(
        ({ label, text, lang }) => element("li", lang ? { lang } : {}, ...label ? [element("b", { class: "letter" }, label)] : [], [
          "span",
          {},
          text
        ])
      )
    )
  );
  return lists.length > 1 ? [["div", { class: "two" }, ...marked]] : marked;
}
function result({ result: found }, asked) {
  if (!found) return [];
  const last = found.rounds[found.rounds.length - 1];
  const twice = found.rounds.length > 1;
  return [
    [
      "div",
      { class: "fit", "data-fit": "" },
      [
        "div",
        {},
        ...asking(asked),
        [
          "div",
          { class: "outcome" },
          [
            "div",
            {},
            voteBars(found),
            ...twice ? [element("p", { class: "key" }, _("pale: first vote, strong: second vote"))] : [],
            ...votePieces(last)
          ],
          ["div", { class: "coup-questions" }, found.solution]
        ]
      ]
    ]
  ];
}
function test({ title, here, runs }, left) {
  const time = left === null ? "" : left > 0 ? timeText(left) : _("Time is up");
  const stopped = left && !runs ? _("The clock is stopped.") : "";
  const count = ngettext("{n} is here", "{n} are here", here);
  return [
    [
      "div",
      { class: "big" },
      ["h1", {}, title],
      ...time ? [element("p", { class: "time", role: "timer" }, time)] : [],
      ["p", { class: "how" }, stopped || count]
    ]
  ];
}
function big(said2, more) {
  return [["div", { class: "big" }, ["h1", {}, said2], ["p", { class: "how" }, more]]];
}
function corner(view2) {
  if (view2.way === "over") return ["footer", {}];
  return [
    "footer",
    {},
    ...view2.paused && showsPicture(view2) ? [element("p", { class: "look-up" }, _("Look up"))] : [],
    ["span", {}, typedAddress(view2.address)],
    ["b", { class: "code" }, spacedCode(view2.code)]
  ];
}

// coupdata/views/timeline_chart/plotly.js
function chartIn(root) {
  return root?.querySelector(".js-plotly-plot") ?? null;
}

// exercises/coupquiz/classroom/scripts/load_views.js
var loading;
var fetchJson = (
  /** @type {FetchJson} */
  ((name, query) => get(`values/${name}`, query))
);
function loadViews() {
  const address = (name) => new URL(name, import.meta.url).href;
  loading ??= Promise.all([import(address("views_on_page.js")), dress(address("views.css"))]).then(
    ([views]) => views,
    (error) => {
      loading = void 0;
      throw error;
    }
  );
  return loading;
}
function dress(href) {
  return new Promise((done, fail) => {
    const sheet = draw(["link", { rel: "stylesheet", href }]);
    sheet.addEventListener("load", done);
    sheet.addEventListener("error", fail);
    document.head.prepend(sheet);
  });
}

// exercises/coupquiz/classroom/scripts/wall/wall_timeline.js
var LETTERS = 14 / 720;
var DRAWN = { years: 11, days: 11.5 };
var BELOW = { years: 13, days: 37 };
var SHAPE = 9 / 16;
var LINES = 5;
function wallTimeline(place) {
  let shown;
  let model;
  let wanted = "";
  const fitCard2 = () => {
    if (model) framePanel(place, model.get("hits"), wanted);
    const card = place.querySelector(".coup-card-view");
    if (card instanceof HTMLElement) fit(card, LINES);
  };
  const resized = new ResizeObserver(fitCard2);
  const showEvent2 = async (event) => {
    wanted = event;
    shown ??= load(place).then(
      (view3) => {
        model = view3.model;
        model.on("change:hits", fitCard2);
        resized.observe(
          /** @type {Element} */
          place.querySelector(".coup-card-view")
        );
        return view3;
      },
      (error) => {
        shown = void 0;
        throw error;
      }
    );
    const view2 = await shown;
    const isThere = view2.model.get("events").some(({ id }) => id === wanted);
    view2.model.set("selected", isThere ? wanted : "");
    fitCard2();
  };
  return { showEvent: showEvent2, fitCard: fitCard2 };
}
async function load(place) {
  const { showExplorer } = await loadViews();
  const explorer = draw(["div", {}]);
  place.replaceChildren(explorer);
  return showExplorer(explorer, fetchJson);
}
function framePanel(place, hits, event) {
  const panel = hits.find(({ id }) => id === event)?.panel ?? "days";
  const letters = LETTERS * Math.min(innerHeight, innerWidth * SHAPE);
  const set = (name, value) => place.style.setProperty(name, value);
  set("--zoom", `${letters / DRAWN[panel]}`);
  const { layout } = (
    /** @type {any} */
    chartIn(place) ?? {}
  );
  if (!layout) return;
  const strip = Math.max(0, ...hits.filter((hit) => hit.panel === "years").map(({ y }) => y));
  const edge = strip && strip + BELOW[panel];
  set("--above", panel === "days" ? `${edge}px` : "0px");
  set("--below", panel === "years" ? `${layout.yaxis.range[0] - edge}px` : "0px");
  set("--start", `${layout.margin.l}px`);
}

// exercises/coupquiz/classroom/scripts/wall/wall.js
var main = (
  /** @type {HTMLElement} */
  document.querySelector("main")
);
var page = draw(["div", { class: "page" }]);
var timeline = draw(["div", { class: "timeline", hidden: "" }]);
var said = draw(["p", { class: "said", role: "alert" }]);
main.replaceChildren(page, timeline, said);
var view;
var heard = 0;
var { showEvent, fitCard } = wallTimeline(timeline);
var LINES2 = 11;
function show() {
  if (!view) return;
  const since = (performance.now() - heard) / 1e3;
  const left = view.left === null || !view.runs ? view.left : Math.max(0, view.left - since);
  redraw(page, ...wallPage(view, left));
  timeline.hidden = view.wall !== "timeline";
  if (view.wall === "timeline") showEvent(view.event).catch(console.error);
  fitAll();
}
function fitAll() {
  for (const box of page.querySelectorAll("[data-fit]")) fit(
    /** @type {HTMLElement} */
    box,
    LINES2
  );
  fitCard();
}
addEventListener("resize", fitAll);
document.fonts.ready.then(fitAll);
setInterval(() => view?.runs && show(), 500);
followView(
  "wall",
  (told) => {
    if (told.way === "refused") {
      view = void 0;
      redraw(page, ["div", { class: "stage" }, ["div", { class: "big" }, ...refused()]]);
      return;
    }
    heard = performance.now();
    view = told;
    show();
  },
  (isAway) => {
    said.textContent = isAway ? _("The room does not answer.") : "";
  },
  new AbortController().signal
);
function refused() {
  return [
    ["h1", {}, _("This is the wall")],
    ["p", { class: "how" }, _("Open it from the teacher’s desk.")]
  ];
}
