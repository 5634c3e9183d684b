// coupdata/views/html/scripts/draw.js
var HTML = "http://www.w3.org/1999/xhtml";
var SVG = "http://www.w3.org/2000/svg";
function draw([tag, attributes, ...children], around2 = HTML) {
  const space = tag === "svg" ? SVG : around2;
  const drawn = (
    /** @type {HTMLElement} */
    document.createElementNS(space, tag)
  );
  for (const [name, value2] of Object.entries(attributes)) drawn.setAttribute(name, value2);
  const inside = tag === "foreignObject" ? HTML : space;
  drawn.append(...children.map((child) => typeof child === "string" ? child : draw(child, inside)));
  return drawn;
}
function redraw(box, ...content) {
  content.forEach((wanted, place2) => {
    const there = box.childNodes[place2];
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
function change(element, [, attributes, ...content]) {
  for (const name of element.getAttributeNames()) {
    if (!(name in attributes || name === "data-lm-suppress-shortcuts")) element.removeAttribute(name);
  }
  for (const [name, value2] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== value2) element.setAttribute(name, value2);
  }
  redraw(element, ...content);
}

// coupdata/views/html/scripts/find.js
function find(root, selector, type = (
  /** @type {any} */
  HTMLElement
)) {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new TypeError(`nothing on this page is a ${selector}`);
  return found;
}
function findAll(root, selector, _type = (
  /** @type {any} */
  HTMLElement
)) {
  return (
    /** @type {any[]} */
    [...root.querySelectorAll(selector)]
  );
}
function met(event, selector) {
  return event.target instanceof Element ? event.target.closest(selector) : null;
}

// coupdata/views/html/scripts/i18n.js
var catalogue = {};
function speak(words2) {
  catalogue = words2;
}
function language() {
  return typeof catalogue[""] === "string" ? catalogue[""] : "en-GB";
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
var AT_ONCE = 3e4;
var { token = "", words = "{}" } = document.body.dataset;
speak(JSON.parse(words));
var Refused = class extends Error {
  /**
   * @param {string} said
   * @param {number} status
   */
  constructor(said, status) {
    super(said);
    this.status = status;
  }
};
function get(path, query = {}) {
  const asked = new URLSearchParams(Object.entries(query).map(([name, value2]) => [name, String(value2)]));
  return answered(fetch(asked.size ? `${path}?${asked}` : path));
}
function post(path, message) {
  const headers = { "Content-Type": "application/json", "X-XSRFToken": token };
  const body = JSON.stringify(message);
  const keepalive = body.length < AT_ONCE;
  return answered(fetch(path, { method: "POST", headers, body, keepalive }));
}
function followView(who, show, away2, signal) {
  let socket;
  let heard = performance.now();
  let pause = FIRST_PAUSE;
  let isAway = false;
  let waiting;
  const hear = (view) => {
    if (signal.aborted) return;
    heard = performance.now();
    if (isAway) away2(false);
    isAway = false;
    show(view);
  };
  const ask2 = async () => {
    const asked = performance.now();
    try {
      const view = await get(`${who}/view`);
      if (heard <= asked) hear(view);
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
    ask2();
  };
  const asking = setInterval(() => {
    const isOpen2 = socket?.readyState === WebSocket.OPEN;
    const silence = performance.now() - heard;
    if (!isOpen2 || silence > QUIET) ask2();
    if (isAway || silence < SILENT + (isOpen2 ? QUIET : 0)) return;
    isAway = true;
    away2(true);
  }, ASK);
  for (const type of ["online", "pageshow", "focus"]) addEventListener(type, wake, { signal });
  document.addEventListener("visibilitychange", wake, { signal });
  signal.addEventListener("abort", () => {
    clearInterval(asking);
    clearTimeout(waiting);
    socket?.close();
  });
  open();
  ask2();
  return ask2;
}
async function answered(asked) {
  const response = await asked;
  const values = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(values.said ?? "", response.status);
  return values;
}

// exercises/coupquiz/classroom/scripts/countdown.js
var SPOKEN = [5, 1];
function keepClock(box, say, signal) {
  let ends = 0;
  let shown = Number.POSITIVE_INFINITY;
  let ticking;
  const show = (left) => {
    redraw(box, ["span", { class: "unseen" }, _("Time left:")], " ", timeText(left));
    box.classList.toggle("short", left < 60);
    const minutes = minutesToSay(shown, left);
    if (minutes) say(ngettext("One minute left.", "{n} minutes left.", minutes));
    shown = left;
  };
  const tick = () => show(Math.max(0, (ends - performance.now()) / 1e3));
  signal.addEventListener("abort", () => clearInterval(ticking));
  return (left, runs) => {
    clearInterval(ticking);
    box.hidden = left === null;
    if (left === null) return;
    ends = performance.now() + 1e3 * left;
    show(left);
    if (runs) ticking = setInterval(tick, 500);
  };
}
function timeText(seconds) {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n) => String(n).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
function minutesToSay(before, now) {
  return SPOKEN.find((minutes) => before > 60 * minutes && now <= 60 * minutes && now > 60 * minutes - 30) ?? 0;
}

// exercises/coupquiz/classroom/scripts/seat/frame.js
var LONG = 3e4;
function drawFrame(main2, signal) {
  const bar = draw([
    "header",
    { class: "bar" },
    ["p", { class: "lesson" }],
    ["p", { class: "clock", role: "timer", hidden: "" }],
    ["details", { class: "me" }, ["summary", {}], ["div", { class: "key" }]]
  ]);
  const network = draw(["p", { class: "network", role: "status" }]);
  const live = draw(["p", { class: "unseen", role: "status" }]);
  const cover = draw([
    "section",
    { class: "cover", "aria-labelledby": "look-up", hidden: "" },
    ["div", { class: "eyes", "aria-hidden": "true" }, ["i", {}], ["i", {}]],
    ["h2", { id: "look-up" }, _("Look up")],
    ["p", { class: "big" }, _("Your teacher has paused the lesson. Your answers stay as they are.")]
  ]);
  main2.before(bar, network);
  main2.after(live, cover);
  signal.addEventListener("abort", () => {
    for (const part of [bar, network, live, cover]) part.remove();
    main2.inert = false;
  });
  const me = find(bar, "details", HTMLDetailsElement);
  document.addEventListener(
    "click",
    ({ target }) => target instanceof Node && !me.contains(target) && close(),
    { signal }
  );
  me.addEventListener("keydown", ({ key }) => key === "Escape" && close());
  const close = () => {
    me.open = false;
  };
  const say = (words2) => redraw(live, words2);
  const setClock = keepClock(find(bar, ".clock"), say, signal);
  let waiting;
  let focused = null;
  return {
    say,
    /** Give an element the focus, or let it have it once a pause is over. */
    focus(element) {
      if (main2.inert) focused = element;
      else element?.focus({ preventScroll: true });
    },
    show(view) {
      redraw(find(bar, ".lesson"), view.title);
      redraw(find(bar, "summary"), view.seat);
      redraw(
        find(bar, ".key"),
        ["p", {}, _("Your key:"), " ", ["b", {}, view.key]],
        ["p", { class: "quiet" }, _("With it you can go on at another device.")]
      );
      setClock(view.left, view.runs && !view.paused);
      if (view.paused === main2.inert) return;
      if (view.paused) focused = document.activeElement;
      main2.inert = view.paused;
      cover.hidden = !view.paused;
      if (view.paused) return;
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    },
    tell(isAway) {
      clearTimeout(waiting);
      const away2 = _("Not connected. Your answers stay on this page.");
      redraw(network, isAway ? away2 : "");
      if (!isAway) return;
      const longer = _("The address may have changed: look at the wall.");
      waiting = setTimeout(() => redraw(network, `${away2} ${longer}`), LONG);
    }
  };
}

// exercises/coupquiz/classroom/scripts/seat/picture.js
var LINE_OF_TIME = (
  /** @type {MarkupElement} */
  [
    "svg",
    { class: "line-of-time", viewBox: "0 0 400 84", "aria-hidden": "true", focusable: "false" },
    ["path", { class: "axis", d: "M0 66H400" }],
    [
      "path",
      { class: "ticks", d: Array.from({ length: 21 }, (_2, n) => `M${n * 20} 66v${n % 5 ? 5 : 10}`).join("") }
    ],
    [
      "path",
      {
        class: "stems",
        d: "M52 66V40M104 66V50M156 66V24M190 66V44M214 66V14M238 66V36M262 66V50M326 66V30M364 66V48"
      }
    ],
    ["circle", { cx: "52", cy: "40", r: "5" }],
    ["circle", { cx: "104", cy: "50", r: "5", class: "hollow" }],
    ["path", { d: "M156 17l7 7-7 7-7-7z" }],
    ["circle", { cx: "190", cy: "44", r: "5" }],
    ["circle", { cx: "214", cy: "14", r: "8", class: "chosen" }],
    ["path", { d: "M238 29l7 7-7 7-7-7z", class: "hollow" }],
    ["circle", { cx: "262", cy: "50", r: "5" }],
    ["path", { d: "M326 23l7 7-7 7-7-7z" }],
    ["circle", { cx: "364", cy: "48", r: "5", class: "hollow" }]
  ]
);

// exercises/coupquiz/classroom/scripts/seat/join_page.js
function joinPage({ title, code, said, enter }) {
  const page = draw([
    "div",
    { class: "poster-page" },
    ["div", { class: "poster" }, LINE_OF_TIME, ["h1", { tabindex: "-1" }, title]]
  ]);
  const sheet = draw(["div", { class: "sheet" }]);
  page.append(sheet);
  let typed = code;
  const joined = (answer) => {
    if ("names" in answer) askName(answer);
    else enter(answer);
  };
  const join2 = async (more = {}) => joined(await post("seat/join", { code: typed, ...more }));
  const wayBack = () => {
    const back = backForm();
    const key = formOf(find(back, "form", HTMLFormElement));
    key.onSend(async (value2) => enter(await post("seat/back", { key: value2 })));
    return back;
  };
  const askCode = (trouble2) => {
    const code2 = codeForm(typed);
    sheet.replaceChildren(code2.form, wayBack());
    code2.onSend(async (value2) => {
      typed = value2;
      await join2();
    });
    code2.say(trouble2);
  };
  const askName = (asked) => {
    const { form, onSend } = nameForm(asked);
    sheet.replaceChildren(form, wayBack());
    onSend((name) => join2({ name }));
    form.querySelector("input")?.focus();
  };
  if (code) {
    redraw(sheet, ["p", { class: "big", role: "status" }, _("Finding you a seat …")]);
    join2().catch((error) => askCode(trouble(error)));
  } else askCode(said);
  return page;
}
function codeForm(typed) {
  const field = {
    ...{ type: "text", name: "value", class: "code", value: typed, required: "", maxlength: "20" },
    ...{ autocapitalize: "characters", autocomplete: "off", autocorrect: "off", spellcheck: "false" }
  };
  return formOf(
    drawForm(
      ["label", { class: "big" }, _("The code on the wall"), ["input", field]],
      ["button", { class: "strong wide" }, _("Join")]
    )
  );
}
function backForm() {
  const field = {
    ...{ type: "text", name: "value", class: "code key", required: "", maxlength: "20" },
    ...{ autocapitalize: "characters", autocomplete: "off", autocorrect: "off", spellcheck: "false" }
  };
  const back = draw(["details", { class: "back" }, ["summary", {}, _("I have been here before")]]);
  back.append(
    drawForm(
      ["label", {}, _("Your key"), ["input", field]],
      [
        "p",
        { class: "quiet" },
        _("It is on your other device, under your seat’s name. Your teacher can look it up, too.")
      ],
      ["button", { class: "soft wide" }, _("Go on where I was")]
    )
  );
  return back;
}
function nameForm({ names, free }) {
  const join2 = (
    /** @type {MarkupElement} */
    ["button", { class: "strong wide" }, _("Join")]
  );
  if (names === "roster") {
    const choices2 = free.map(
      (name) => (
        /** @type {MarkupElement} */
        [
          "label",
          { class: "name" },
          ["input", { type: "radio", name: "value", value: name, required: "" }],
          ["span", {}, name]
        ]
      )
    );
    const list = (
      /** @type {MarkupElement} */
      ["div", { class: "names" }, ...choices2]
    );
    return formOf(drawForm(["fieldset", {}, ["legend", { class: "big" }, _("Who are you?")], list], join2));
  }
  const common = { type: "text", name: "value", class: "own-name", required: "", maxlength: "40" };
  const field = names === "number" ? { ...common, inputmode: "numeric", autocomplete: "off" } : { ...common, autocomplete: "nickname" };
  const label = names === "number" ? _("Your number") : _("What shall we call you?");
  const note = names === "number" ? _("Your teacher has told you.") : _("A first name or a nickname. Your teacher sees it.");
  return formOf(
    drawForm(["label", { class: "big" }, label, ["input", field]], ["p", { class: "quiet" }, note], join2)
  );
}
function drawForm(...content) {
  return (
    /** @type {HTMLFormElement} */
    draw(["form", {}, ...content, ["p", { class: "trouble", role: "alert" }]])
  );
}
function formOf(form) {
  const say = (words2) => redraw(find(form, ".trouble"), words2);
  const button2 = find(form, "button", HTMLButtonElement);
  const onSend = (send) => form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button2.getAttribute("aria-disabled") === "true") return;
    button2.setAttribute("aria-disabled", "true");
    say("");
    await send(String(new FormData(form).get("value") ?? "")).catch((error) => say(trouble(error)));
    button2.removeAttribute("aria-disabled");
  });
  return { form, say, onSend };
}
function trouble(error) {
  if (error instanceof Refused && error.message) return error.message;
  return _("The room does not answer. Are you in the same network as your teacher? Then try again.");
}

// exercises/coupquiz/classroom/scripts/seat/bring_along.js
var LARGEST = 15e5;
function bringAlong(then = () => {
}) {
  const root = draw([
    "div",
    { class: "take-along" },
    ["button", { class: "soft", type: "button" }, _("Bring my work here")],
    ["input", { type: "file", accept: ".json", hidden: "", "aria-label": _("File to bring here") }],
    [
      "p",
      { class: "quiet", role: "status" },
      _("Takes in a file with answers that you gave elsewhere. Your teacher sees them, too.")
    ]
  ]);
  const chooser = find(root, "input", HTMLInputElement);
  const word = find(root, "p");
  find(root, "button").addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", async () => {
    const file = chooser.files?.[0];
    if (!file) return;
    if (file.size > LARGEST) {
      redraw(word, _("This file is too large for one with answers. Choose another."));
      chooser.value = "";
      return;
    }
    const said = await bring(file).catch((error) => {
      redraw(word, error instanceof Refused && error.message || _("The room does not answer. Try again."));
    });
    chooser.value = "";
    if (!said) return;
    redraw(word, said);
    then(said);
  });
  return root;
}
async function bring(file) {
  return (await post("seat/work", { content: await file.text() })).said;
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

// exercises/coupquiz/classroom/scripts/seat/seat_timeline.js
async function showTimeline(place2, { showExplorer }) {
  const { hide, end } = await showExplorer(place2, fetchJson, await get("seat/asked"));
  let turn = 0;
  const follow = async () => {
    const mine = ++turn;
    const asked = await get("seat/asked");
    if (mine === turn) await hide(asked);
  };
  return { end, follow };
}

// exercises/coupquiz/classroom/scripts/seat/lazy_views.js
function placeView({ view, sections }, signal) {
  const whole = draw(["div", { class: `view ${view}` }, ["h2", { class: "unseen" }, nameOf(view)]]);
  const place2 = draw(["div", {}]);
  whole.append(place2);
  let follow = async () => {
  };
  const show = async () => {
    redraw(place2, ["p", { class: "quiet" }, _("Loading …")]);
    try {
      const views = await loadViews();
      if (signal.aborted) return;
      const inside = draw(["div", {}]);
      const shown = await {
        reading: () => views.showReading(inside, fetchJson, void 0, sections),
        timeline: () => showTimeline(inside, views),
        actors: () => views.showDrawing(inside, fetchJson, "actors"),
        map: () => views.showDrawing(inside, fetchJson, "map")
      }[view]();
      if (signal.aborted) return shown.end();
      signal.addEventListener("abort", shown.end);
      place2.replaceChildren(inside);
      if (!("follow" in shown)) return;
      follow = shown.follow;
      follow().catch(() => {
      });
    } catch {
      if (!signal.aborted) place2.replaceChildren(offer(_("This did not load."), _("Try again"), show));
    }
  };
  if (view === "timeline")
    place2.append(offer(_("Every event on one line of time"), _("Open the timeline"), show));
  else show();
  return { root: whole, follow: () => follow() };
}
function nameOf(view) {
  return {
    reading: _("The reading"),
    timeline: _("The timeline"),
    actors: _("The actors"),
    map: _("The map")
  }[view];
}
function offer(words2, label, act) {
  const box = draw(["div", { class: "offer" }, ["p", {}, words2]]);
  const button2 = draw(["button", { type: "button", class: "soft" }, label]);
  button2.addEventListener("click", act);
  box.append(button2);
  return box;
}

// exercises/coupquiz/classroom/scripts/seat/onward.js
function onwardButton({ states }, go) {
  const root = draw(["p", { class: "onward" }]);
  const isFrom = (id) => id in states;
  const open = (word) => {
    if (!word || root.firstChild) return;
    const button2 = draw(["button", { type: "button", class: "strong" }, word]);
    button2.addEventListener("click", go, { once: true });
    root.append(button2);
  };
  return { root, isFrom, open };
}

// coupdata/views/html/scripts/unique.js
function unique() {
  return `coup-${Math.random().toString(36).slice(2, 10)}`;
}

// exercises/coupquiz/kinds/scripts/certainty.js
function askCertainty() {
  const root = draw(["div", { class: "certainty" }]);
  let taken;
  const name = unique();
  return {
    root,
    /** @param {Record<string, string>} words by what is chosen; empty where nobody asks */
    show(words2) {
      redraw(root, ...choices(name, Object.entries(words2)));
    },
    /** Return what was chosen, if anything was, and forget it. */
    take() {
      taken = findAll(root, "input", HTMLInputElement).find((input) => input.checked);
      if (!taken) return {};
      taken.checked = false;
      return { certainty: taken.value };
    },
    /** Take back what was taken: it did not count. */
    giveBack() {
      if (taken) taken.checked = true;
    }
  };
}
function choices(name, words2) {
  if (!words2.length) return [];
  const question = _("How sure are you?");
  const labels = words2.map(
    ([value2, word]) => (
      /** @type {MarkupElement} */
      [
        "label",
        {},
        ["input", { type: "radio", name, value: value2 }],
        ["span", {}, word]
      ]
    )
  );
  return [
    ["span", { "aria-hidden": "true" }, question],
    ["div", { role: "radiogroup", "aria-label": question }, ...labels]
  ];
}

// exercises/coupquiz/kinds/scripts/clock.js
function clock(text, now = /* @__PURE__ */ new Date()) {
  const at = new Date(text);
  const time = at.toLocaleTimeString(language(), { hour: "2-digit", minute: "2-digit" });
  if (at.toDateString() === now.toDateString()) return time;
  return `${at.toLocaleDateString(language(), { day: "numeric", month: "long" })}, ${time}`;
}

// exercises/coupquiz/kinds/scripts/fields.js
function describe(field, note) {
  note.id = unique();
  field.setAttribute("aria-describedby", note.id);
}
function write(field, text) {
  if (field.value !== text) field.value = text;
}

// exercises/coupquiz/kinds/date/control.js
var date = ({ root, listen, type }) => {
  const field = find(root, "input", HTMLInputElement);
  const heard = draw(["p", { class: "heard", role: "status" }]);
  const note = find(root, ".note");
  note.after(heard);
  describe(field, note);
  listen(field, "input", () => type(field.value));
  return (answer, state) => {
    write(field, answer ?? "");
    redraw(heard, state.heard);
  };
};

// exercises/coupquiz/kinds/fill/control.js
var fill = ({ root, listen, type }) => {
  const fields = findAll(root, "input", HTMLInputElement);
  const blank = (field) => field.dataset.blank ?? "";
  for (const field of fields) {
    listen(field, "input", () => {
      const filled2 = fields.filter(({ value: value2 }) => value2);
      type(Object.fromEntries(filled2.map((each) => [blank(each), each.value])));
    });
  }
  return (answer) => {
    for (const field of fields) write(field, answer?.[blank(field)] ?? "");
  };
};

// exercises/coupquiz/kinds/link/arrows.js
var HEAD = 7;
var APART = 5;
function arrows(links, room) {
  const longest = Math.max(1, ...links.map(({ from, to }) => Math.abs(from - to)));
  return links.map(({ id, side, from, to }) => {
    const [start2, end] = [from + away(links, id, from, true), to + away(links, id, to, false)];
    const bend = Math.max(18, (room - 4) * Math.sqrt(Math.abs(from - to) / longest)) * 1.3;
    const curve = `M0,${start2} C${bend},${start2} ${bend},${end} ${HEAD},${end}`;
    const head = `M${HEAD + 1},${end - HEAD * 0.6} L0,${end} L${HEAD + 1},${end + HEAD * 0.6} Z`;
    return [
      "g",
      { "data-part": id, class: side },
      ["path", { d: curve, class: "curve" }],
      ["path", { d: head, class: "head" }]
    ];
  });
}
function away(links, id, down, leaves) {
  const ends = links.flatMap(({ id: id2, from, to }) => [
    ...from === down ? [`${id2} leaves`] : [],
    ...to === down ? [`${id2} comes`] : []
  ]);
  ends.sort((one, other) => Number(one.endsWith("comes")) - Number(other.endsWith("comes")));
  const place2 = ends.indexOf(`${id} ${leaves ? "leaves" : "comes"}`);
  return (place2 - (ends.length - 1) / 2) * APART;
}

// exercises/coupquiz/kinds/link/control.js
var ARROW = " -> ";
var link = ({ root, listen, give }) => {
  const events = find(root, ".events");
  const cards = findAll(events, ".event");
  const id = (card) => card.dataset.item ?? "";
  const title = (wanted) => cards.find((card) => id(card) === wanted)?.firstElementChild?.textContent ?? "";
  const live = draw(["p", { class: "unseen", role: "status" }]);
  const list = draw(["ul", { class: "links" }]);
  const picture = draw(["svg", { class: "arrows", "aria-hidden": "true" }]);
  events.append(picture);
  events.after(live, list);
  let links = [];
  let cause = null;
  const pair = (link3) => link3.split(ARROW);
  const say = (words2) => redraw(live, words2);
  const choose = (card) => {
    cause?.setAttribute("aria-pressed", "false");
    cause = card;
    cause?.setAttribute("aria-pressed", "true");
    events.classList.toggle("choosing", cause !== null);
  };
  const drawArrows = () => {
    const middles = new Map(cards.map((card) => [id(card), card.offsetTop + card.offsetHeight / 2]));
    const edge = Math.max(...cards.map((card) => card.offsetLeft + card.offsetWidth));
    const room = events.clientWidth - edge;
    const known = links.map((each) => {
      const [from, to] = pair(each);
      const row = findAll(list, "li").find((item) => item.dataset.part === each);
      const side = ["right", "wrong"].find((name) => row?.classList.contains(name)) ?? "";
      return { id: each, side, from: middles.get(from) ?? 0, to: middles.get(to) ?? 0 };
    });
    const size = { height: events.clientHeight, width: room, style: `inset-inline-start: ${edge}px` };
    for (const [name, value2] of Object.entries(size)) {
      if (picture.getAttribute(name) !== String(value2)) picture.setAttribute(name, String(value2));
    }
    redraw(picture, ...arrows(known, room));
  };
  const show = () => {
    redraw(
      list,
      ...links.map((each) => {
        const [from, to] = pair(each).map(title);
        const said = _("“{cause}” → “{effect}”", { cause: from, effect: to });
        const turn = _("Turn round: {link}", { link: said });
        const remove = _("Remove: {link}", { link: said });
        return (
          /** @type {any} */
          [
            "li",
            { class: "option", "data-part": each },
            ["span", {}, said],
            ["button", { type: "button", class: "move", "data-act": "turn", "aria-label": turn }, "⇅"],
            ["button", { type: "button", class: "move", "data-act": "remove", "aria-label": remove }, "✕"]
          ]
        );
      })
    );
    drawArrows();
  };
  const change2 = (wanted, words2) => {
    links = wanted;
    show();
    say(words2);
    give(links);
  };
  const join2 = (from, to) => {
    const [one, other] = [id(from), id(to)];
    choose(null);
    const names = { cause: title(one), effect: title(other) };
    const added = `${one}${ARROW}${other}`;
    const rest = links.filter((each) => each !== `${other}${ARROW}${one}` && each !== added);
    change2([...rest, added], _("Linked: “{cause}” led to “{effect}”.", names));
  };
  const press = (card) => {
    if (cause && cause !== card) return join2(cause, card);
    choose(cause ? null : card);
    say(cause ? _("“{cause}”: now choose what it led to.", { cause: title(id(card)) }) : _("Let go."));
  };
  const visit = (card) => {
    for (const other of cards) other.tabIndex = other === card ? 0 : -1;
  };
  listen(events, "focusin", (event) => {
    const card = met(event, ".event");
    if (card) visit(card);
  });
  listen(events, "keydown", (event) => {
    const card = met(event, ".event");
    if (!card) return;
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by) cards[cards.indexOf(card) + by]?.focus();
    else if (event.key === "Escape" && cause) {
      choose(null);
      say(_("Let go."));
    } else return;
    event.preventDefault();
  });
  listen(list, "click", (event) => {
    const button2 = met(event, "button");
    const part = met(event, "li")?.dataset.part ?? "";
    if (!button2) return;
    const at = links.indexOf(part);
    const turned = pair(part).reverse().join(ARROW);
    if (button2.dataset.act === "turn")
      change2(
        links.map((each) => each === part ? turned : each),
        _("Turned round.")
      );
    else
      change2(
        links.filter((each) => each !== part),
        _("Removed.")
      );
    const left = findAll(list, `[data-act="${button2.dataset.act}"]`);
    (left[Math.min(at, left.length - 1)] ?? cards.find((card) => card.tabIndex === 0))?.focus();
  });
  let dragged = null;
  let wasDragged = false;
  listen(events, "pointerdown", (event) => {
    wasDragged = false;
    dragged = event.pointerType === "touch" || event.button !== 0 ? null : met(event, ".event");
  });
  listen(window, "pointerup", (event) => {
    const over = document.elementFromPoint(event.clientX, event.clientY)?.closest(".event");
    const card = cards.find((each) => each === over);
    if (dragged && card && card !== dragged) {
      wasDragged = true;
      join2(dragged, card);
    }
    dragged = null;
  });
  listen(events, "click", (event) => {
    const card = met(event, ".event");
    if (card && !wasDragged) press(card);
  });
  listen(window, "resize", drawArrows);
  for (const card of cards) card.setAttribute("aria-pressed", "false");
  if (cards.length) visit(cards[0]);
  return (answer) => {
    const known = new Set(cards.map(id));
    links = (answer ?? []).filter(
      (each) => pair(each).length === 2 && pair(each).every((one) => known.has(one))
    );
    show();
  };
};

// exercises/coupquiz/kinds/match/control.js
var match = ({ root, listen, give }) => {
  const lists = findAll(root, "select", HTMLSelectElement);
  const item = (list) => list.dataset.item ?? "";
  for (const list of lists) {
    listen(list, "change", () => {
      const matched = lists.filter(({ value: value2 }) => value2);
      give(Object.fromEntries(matched.map((each) => [item(each), each.value])));
    });
  }
  return (answer) => {
    for (const list of lists) write(list, answer?.[item(list)] ?? "");
  };
};

// exercises/coupquiz/kinds/multiple/control.js
var multiple = ({ root, listen, give }) => {
  const boxes = findAll(root, "input", HTMLInputElement);
  for (const box of boxes) {
    listen(box, "change", () => give(boxes.filter(({ checked }) => checked).map(({ value: value2 }) => value2)));
  }
  return (answer) => {
    for (const box of boxes) box.checked = (answer ?? []).includes(box.value);
  };
};

// exercises/coupquiz/kinds/order/control.js
var order = ({ root, listen, give }) => {
  const list = find(root, "ol");
  const live = draw(["p", { class: "unseen", "aria-live": "assertive" }]);
  list.after(live);
  const items = () => findAll(list, "li");
  const ids = () => items().map((item) => item.dataset.part ?? "");
  const tell = (item, happened = "") => {
    const place2 = { n: items().indexOf(item) + 1, all: items().length };
    const title = find(item, ".item").lastChild?.textContent ?? "";
    redraw(live, `${happened} ${_("{title}: position {n} of {all}", { title, ...place2 })}`.trim());
  };
  let held = null;
  let before = [];
  const visit = (item) => {
    for (const button2 of findAll(list, "button")) button2.tabIndex = item.contains(button2) ? 0 : -1;
  };
  const limit = () => {
    for (const arrow of findAll(list, ".move")) {
      const end = arrow.dataset.by === "-1" ? list.firstElementChild : list.lastElementChild;
      arrow.ariaDisabled = String(arrow.parentNode === end);
    }
  };
  const arrange = (order2) => {
    const byId = new Map(items().map((item) => [item.dataset.part, item]));
    for (const id of order2) list.append(
      /** @type {HTMLElement} */
      byId.get(id)
    );
    limit();
  };
  const beside = (item, by) => by < 0 ? item.previousElementSibling : item.nextElementSibling;
  const move = (item, by) => {
    const neighbour = beside(item, by);
    if (neighbour && by < 0) item.after(neighbour);
    else if (neighbour) item.before(neighbour);
    limit();
    tell(item);
    return neighbour !== null;
  };
  const hold = (item) => {
    held?.classList.remove("held");
    held = item;
    held?.classList.add("held");
  };
  const drop = () => {
    if (!held) return;
    tell(held, _("Put down."));
    hold(null);
    give(ids());
  };
  listen(list, "focusin", (event) => {
    const item = met(event, "li");
    if (item) visit(item);
  });
  listen(list, "focusout", drop);
  listen(list, "keydown", (event) => {
    const item = met(event, "li");
    if (!item) return;
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : void 0;
    if (by && (event.altKey || held)) {
      if (move(item, by) && !held) give(ids());
    } else if (by) {
      const next = beside(item, by);
      if (next) find(next, ".item").focus();
    } else if (event.key === "Escape" && held) {
      hold(null);
      arrange(before);
      event.target.focus();
      tell(item, _("Put back."));
    } else return;
    event.preventDefault();
  });
  listen(list, "click", (event) => {
    const item = met(event, "li");
    const arrow = met(event, ".move");
    if (item && arrow) {
      hold(null);
      if (move(item, arrow.dataset.by === "-1" ? -1 : 1)) give(ids());
    } else if (item && event.detail === 0 && met(event, ".item")) {
      if (held) return drop();
      before = ids();
      hold(item);
      tell(item, _("Picked up."));
    }
  });
  let dragged = null;
  let moved = false;
  listen(list, "pointerdown", (event) => {
    const item = met(event, ".item");
    const isHeld = event.pointerType === "mouse" || met(event, ".grip");
    if (!item || !isHeld || event.button !== 0) return;
    [dragged, moved] = [item.parentElement, false];
    item.setPointerCapture(event.pointerId);
  });
  listen(list, "pointermove", (event) => {
    if (!dragged) return;
    for (
      const by of
      /** @type {By[]} */
      [-1, 1]
    ) {
      const box = beside(dragged, by)?.getBoundingClientRect();
      if (!box || (event.clientY - (box.top + box.height / 2)) * by < 0) continue;
      dragged.classList.add("held");
      moved = move(dragged, by) || moved;
    }
  });
  const release = () => {
    dragged?.classList.remove("held");
    if (moved) give(ids());
    [dragged, moved] = [null, false];
  };
  for (const type of ["pointerup", "pointercancel"]) listen(list, type, release);
  const keep = find(root, ".keep");
  listen(keep, "click", () => keep.ariaDisabled !== "true" && give(ids()));
  const shown = ids();
  const first = () => (
    /** @type {HTMLElement} */
    list.firstElementChild
  );
  visit(first());
  limit();
  return (answer) => {
    keep.ariaDisabled = String(answer !== null);
    if (held || dragged) return;
    const order2 = completed(answer ?? [], shown);
    if (order2.join() === ids().join()) return;
    arrange(order2);
    if (!list.contains(document.activeElement)) visit(first());
  };
};
function completed(answer, shown) {
  const known = answer.filter((id) => shown.includes(id));
  return [...known, ...shown.filter((id) => !known.includes(id))];
}

// exercises/coupquiz/kinds/axis/edtf.js
var DAY = 864e5;
var dayOf = (iso) => Math.round(Date.parse(`${iso}T00:00Z`) / DAY);
var isoOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);
function unitAround(moment, unit) {
  if (unit === "night") {
    const midnight = Math.round(moment);
    return { first: midnight - 1, last: midnight, unit };
  }
  const day = Math.floor(moment);
  if (unit === "day") return { first: day, last: day, unit };
  const [year, month, date2] = isoOf(day).split("-").map(Number);
  if (unit === "year") return { first: number(year, 1, 1), last: number(year + 1, 1, 1) - 1, unit };
  const [first, next] = [number(year, month, 1), number(year, month + 1, 1)];
  const half = Math.floor((next - first) / 2);
  if (unit === "month") return { first, last: next - 1, unit };
  if (date2 <= half) return { first, last: first + half - 1, unit };
  return { first: first + half, last: next - 1, unit };
}
function stepped(days, unit, by) {
  let { first, last } = days;
  for (let left = Math.abs(by); left > 0; left--) {
    const moment = unit === "night" ? last + Math.sign(by) : by > 0 ? last + 1 : first - 1;
    ({ first, last } = unitAround(moment, unit));
  }
  return { first, last, unit };
}
function read(text) {
  const night = /^\[(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)\]$/.exec(text);
  if (night) return { first: dayOf(night[1]), last: dayOf(night[2]), unit: "night" };
  const [from, to] = text.includes("/") ? text.split("/") : [text, text];
  const [start2, end] = [from, to].map((part) => /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(part));
  if (!start2 || !end) return null;
  const first = dayOf(`${start2[1]}-${start2[2] ?? "01"}-${start2[3] ?? "01"}`);
  const last = dayOf(`${end[1]}-${end[2] ?? "12"}-${end[3] ?? "01"}`);
  const [year, month, day] = end.slice(1);
  const width = unitAround(last, day ? "day" : month ? "month" : "year");
  if (!(first <= width.last)) return null;
  const units = (
    /** @type {Unit[]} */
    ["day", "half", "month", "year"]
  );
  const unit = units.find((unit2) => {
    const around2 = unitAround(first, unit2);
    return around2.first === first && around2.last === width.last;
  });
  return year ? { first, last: width.last, unit: unit ?? "" } : null;
}
function written({ first, last, unit }) {
  const [start2, end] = [isoOf(first), isoOf(last)];
  if (unit === "night") return `[${start2}..${end}]`;
  if (unit === "month") return start2.slice(0, 7);
  if (unit === "year") return start2.slice(0, 4);
  return start2 === end ? start2 : `${start2}/${end}`;
}
function inWords({ first, last, unit }) {
  const named = (day2, parts2) => new Date(day2 * DAY).toLocaleDateString(language(), { timeZone: "UTC", ...parts2 });
  const month = named(first, { month: "long", year: "numeric" });
  const day = (one) => named(one, { day: "numeric", month: "long", year: "numeric" });
  if (unit === "night") {
    const start2 = isoOf(first).slice(0, 7) === isoOf(last).slice(0, 7) ? named(first, { day: "numeric" }) : "";
    const evening = start2 || named(first, { day: "numeric", month: "long" });
    return _("night of {evening} to {morning}", { evening, morning: day(last) });
  }
  if (unit === "half" && first % 1 === 0) {
    const isFirst = isoOf(first).endsWith("-01");
    return isFirst ? _("earlier {month}", { month }) : _("later {month}", { month });
  }
  if (unit === "month") return month;
  if (unit === "year") return named(first, { year: "numeric" });
  if (first === last) return day(first);
  return _("{first} to {last}", { first: day(first), last: day(last) });
}
function number(year, month, date2) {
  return Math.round(Date.UTC(year, month - 1, date2) / DAY);
}

// exercises/coupquiz/kinds/axis/sheet.js
var PAGE = 5;
var BANDS = { years: [18, 54], days: [106, 154] };
function liveSheet(root, listen, things, units, tell) {
  const sheet = find(root, ".axis-sheet");
  const day = (name) => dayOf(sheet.dataset[name] ?? "");
  const strips = {
    years: { first: day("first"), last: day("last") },
    days: { first: day("from"), last: day("to") }
  };
  const share = (panel, moment2) => {
    const { first, last: last2 } = strips[panel];
    return Math.max(0, Math.min(1, (moment2 - first) / (last2 + 1 - first))) * 100;
  };
  const marks = things.map(({ id, name }) => {
    const handle = draw([
      "div",
      {
        class: `handle ${id}`,
        role: "slider",
        tabindex: "0",
        "aria-label": name,
        "aria-valuemin": String(strips.years.first),
        "aria-valuemax": String(strips.years.last)
      },
      ["span", { class: "knob" }]
    ]);
    const bar = (panel) => draw(["div", { class: `extent ${panel} ${id}` }]);
    return (
      /** @type {Mark} */
      {
        id,
        name,
        days: null,
        isOpen: false,
        handle,
        bars: { years: bar("years"), days: bar("days") }
      }
    );
  });
  const panels = (
    /** @type {Panel[]} */
    ["years", "days"]
  );
  const stretches = panels.map((panel) => draw(["div", { class: `extent ${panel} stretch` }]));
  if (marks.length > 1) sheet.append(...stretches);
  for (const { bars } of marks) sheet.append(bars.years, bars.days);
  for (const { handle } of marks) sheet.append(handle);
  let last = marks[0];
  const group = unique();
  const names = {
    day: _("Day"),
    night: _("Night"),
    half: _("Half a month"),
    month: _("Month"),
    year: _("Year")
  };
  const exactness = draw([
    "div",
    { class: "exactness", role: "radiogroup", "aria-label": _("How exactly") },
    ["span", { "aria-hidden": "true" }, _("How exactly?")],
    ...units.map((unit) => {
      const radio = (
        /** @type {any} */
        ["input", { type: "radio", name: group, value: unit }]
      );
      return (
        /** @type {any} */
        ["label", {}, radio, names[unit]]
      );
    })
  ]);
  sheet.after(exactness);
  const radios = findAll(exactness, "input", HTMLInputElement);
  const chosen = () => (
    /** @type {Unit | undefined} */
    radios.find((radio) => radio.checked)?.value
  );
  const lay = (bar, panel, days) => {
    const [from, to] = days ?? [0, 0];
    bar.hidden = !days || to <= strips[panel].first || from >= strips[panel].last + 1;
    const [left, right] = [share(panel, from), share(panel, to)];
    set(bar, "style", `inset-inline-start: ${left}%; width: ${right - left}%`);
  };
  const showStretch = () => {
    const [start2, end] = [marks[0], marks[marks.length - 1]];
    const from = start2.days?.first ?? (start2.isOpen ? strips.years.first : void 0);
    const to = end.days?.last ?? (end.isOpen ? strips.years.last : void 0);
    panels.forEach((panel, number2) => {
      const bar = stretches[number2];
      lay(bar, panel, from !== void 0 && to !== void 0 && from <= to ? [from, to + 1] : null);
      bar.classList.toggle("open-start", start2.isOpen);
      bar.classList.toggle("open-end", end.isOpen);
    });
  };
  const show = (mark2, words2 = "") => {
    const { days, handle, bars } = mark2;
    handle.classList.toggle("placed", days !== null);
    set(handle, "aria-valuetext", words2 || (days ? inWords(days) : _("not on the axis yet")));
    set(handle, "aria-valuenow", String(Math.max(days?.first ?? -Infinity, strips.years.first)));
    for (const panel2 of panels) lay(bars[panel2], panel2, days ? extent(days) : null);
    showStretch();
    const isNear = !days || days.first >= strips.days.first - 1 && days.last <= strips.days.last + 1;
    const panel = isNear ? "days" : "years";
    set(handle, "data-panel", panel);
    const across = days ? share(panel, middle(mark2)) : mark2.id === "end" ? 100 : 0;
    set(handle, "style", `inset-inline-start: ${across}%`);
  };
  const middle = (mark2) => {
    const [from, to] = extent(
      /** @type {Days} */
      mark2.days
    );
    return mark2.id === "start" ? from : mark2.id === "end" ? to : (from + to) / 2;
  };
  const tick = () => {
    for (const radio of radios) radio.checked = radio.value === (last.days?.unit ?? "");
  };
  const put = (mark2, days, isDone = true) => {
    const { first, last: end } = strips.years;
    if (days.last < first || days.first > end) return;
    mark2.days = days;
    mark2.isOpen = false;
    last = mark2;
    show(mark2);
    tick();
    tell(mark2.id, days, isDone);
  };
  listen(exactness, "change", () => {
    const unit = chosen();
    if (!unit) return;
    const { days } = last;
    if (days)
      put(last, unitAround(unit === "night" ? days.first + 1 : (days.first + days.last + 1) / 2, unit));
  });
  for (const mark2 of marks) {
    listen(mark2.handle, "keydown", (event) => {
      const by = (
        /** @type {Record<string, number>} */
        {
          ArrowRight: 1,
          ArrowUp: 1,
          ArrowLeft: -1,
          ArrowDown: -1,
          PageUp: PAGE,
          PageDown: -PAGE
        }[event.key]
      );
      const unit = (mark2.days?.unit || chosen()) ?? "day";
      if (by && mark2.days) put(mark2, stepped(mark2.days, unit, by));
      else if (event.key === "Home" || by) put(mark2, unitAround(strips.days.first, unit));
      else if (event.key === "End") put(mark2, unitAround(strips.days.last, unit));
      else return;
      event.preventDefault();
    });
  }
  let held = null;
  const moment = (event, panel) => {
    const box = sheet.getBoundingClientRect();
    const { first, last: last2 } = strips[panel];
    const across = Math.max(0, Math.min(0.9999, (event.clientX - box.left) / box.width));
    return first + across * (last2 + 1 - first);
  };
  listen(sheet, "pointerdown", (event) => {
    if (event.button !== 0) return;
    const down = event.clientY - sheet.getBoundingClientRect().top;
    const own = marks.find(({ handle }) => handle.contains(
      /** @type {Node} */
      event.target
    ));
    const panel = own ? (
      /** @type {Panel} */
      own.handle.dataset.panel
    ) : down < BANDS.years[1] + 8 ? "years" : "days";
    const at = moment(event, panel);
    const away2 = (mark3) => mark3.days ? Math.abs(middle(mark3) - at) : -1;
    const mark2 = own ?? marks.reduce((one, other) => away2(other) < away2(one) && away2(one) >= 0 ? other : one);
    const unit = mark2.days?.unit || chosen() || (panel === "years" ? "month" : "day");
    held = { mark: mark2, panel, unit: units.includes(unit) ? unit : "day" };
    sheet.setPointerCapture(event.pointerId);
    mark2.handle.focus({ preventScroll: true });
    if (!own) put(mark2, unitAround(at, held.unit), false);
    event.preventDefault();
  });
  listen(sheet, "pointermove", (event) => {
    if (held) put(held.mark, unitAround(moment(event, held.panel), held.unit), false);
  });
  const release = () => {
    if (held?.mark.days) tell(held.mark.id, held.mark.days, true);
    held = null;
  };
  for (const type of ["pointerup", "pointercancel"]) listen(sheet, type, release);
  return {
    /**
     * Show where something was put; nothing, or what says that there is no date, takes it off the axis.
     *
     * @param {string} id
     * @param {string} text EDTF
     * @param {string} words what is said instead of a date, if there is none
     */
    show(id, text, words2 = "") {
      const mark2 = marks.find((one) => one.id === id);
      if (!mark2 || held) return;
      mark2.days = read(text);
      mark2.isOpen = text === "..";
      show(mark2, words2);
      if (mark2 === last) tick();
    },
    isHeld: () => held !== null
  };
}
function extent({ first, last, unit }) {
  return unit === "night" ? [last - 0.4, last + 0.4] : [first, last + 1];
}
function set(element, name, value2) {
  if (element.getAttribute(name) !== value2) element.setAttribute(name, value2);
}

// exercises/coupquiz/kinds/place/control.js
var UNDATED = "undated";
var place = ({ root, listen, give, type }) => {
  const field = find(root, "input[type=text]", HTMLInputElement);
  const heard = draw(["p", { class: "heard", role: "status" }]);
  const none = draw([
    "button",
    { type: "button", class: "none", "aria-pressed": "false" },
    _("No date is given")
  ]);
  const note = find(root, ".note");
  find(root, ".in-words").after(none);
  note.after(heard);
  describe(field, note);
  const sheet = liveSheet(
    root,
    listen,
    [{ id: "it", name: _("The event on the axis") }],
    ["day", "night", "half", "month", "year"],
    (_id, days, isDone) => {
      write(field, inWords(days));
      if (isDone) give(written(days));
    }
  );
  listen(field, "input", () => type(field.value));
  listen(none, "click", () => give(none.ariaPressed === "true" ? "" : UNDATED));
  return (answer, state) => {
    if (sheet.isHeld()) return;
    const drawn = typeof state.read === "string" ? state.read : "";
    const own = read(answer ?? "");
    const isNone = drawn === "..";
    write(field, own ? inWords(own) : isNone && answer === UNDATED ? "" : answer ?? "");
    none.ariaPressed = String(isNone);
    sheet.show("it", drawn, isNone ? _("no date") : "");
    redraw(heard, state.heard);
  };
};

// exercises/coupquiz/kinds/single/control.js
var single = ({ root, listen, give }) => {
  const name = unique();
  const buttons = findAll(root, "input", HTMLInputElement);
  for (const button2 of buttons) {
    button2.name = name;
    listen(button2, "change", () => give(button2.value));
  }
  return (answer) => {
    for (const button2 of buttons) button2.checked = button2.value === answer;
  };
};

// exercises/coupquiz/kinds/span/control.js
var OPEN = "..";
var span = ({ root, listen, give, type }) => {
  const fields = findAll(root, "input[type=text]", HTMLInputElement);
  const end = (field) => field.dataset.end ?? "";
  const heard = draw(["p", { class: "heard", role: "status" }]);
  const note = find(root, ".note");
  note.after(heard);
  let given = {};
  const changed = (id, text) => {
    given = { ...given, [id]: text };
    return Object.fromEntries(Object.entries(given).filter(([, each]) => each));
  };
  const opens = fields.map((field) => {
    const name = field.parentElement?.querySelector("span")?.textContent ?? "";
    const open = draw(["button", { type: "button", class: "none", "aria-pressed": "false" }, _("Left open")]);
    open.ariaLabel = _("{end}: the reading leaves it open", { end: name });
    field.parentElement?.after(open);
    describe(field, note);
    listen(field, "input", () => type(changed(end(field), field.value)));
    listen(open, "click", () => give(changed(end(field), open.ariaPressed === "true" ? "" : OPEN)));
    return open;
  });
  const sheet = liveSheet(
    root,
    listen,
    fields.map((field) => ({
      id: end(field),
      name: field.parentElement?.querySelector("span")?.textContent ?? ""
    })),
    ["day", "half", "month", "year"],
    (id, days, isDone) => {
      const field = fields.find((one) => end(one) === id);
      if (field) write(field, inWords(days));
      if (isDone) give(changed(id, written(days)));
    }
  );
  return (answer, state) => {
    if (sheet.isHeld()) return;
    given = { ...answer ?? {} };
    const drawn = (
      /** @type {Record<string, string>} */
      state.read ?? {}
    );
    fields.forEach((field, number2) => {
      const [text, edtf] = [given[end(field)] ?? "", drawn[end(field)] ?? ""];
      const own = read(text);
      write(field, own ? inWords(own) : text === OPEN ? "" : text);
      opens[number2].ariaPressed = String(edtf === OPEN);
      sheet.show(end(field), edtf, edtf === OPEN ? _("left open") : "");
    });
    redraw(heard, state.heard);
  };
};

// exercises/coupquiz/kinds/value/control.js
var value = ({ root, listen, type }) => {
  const field = find(root, "input", HTMLInputElement);
  field.readOnly = root.classList.contains("from-python");
  listen(field, "input", () => type(field.value));
  return (answer) => write(field, Array.isArray(answer) ? answer.join(", ") : answer ?? "");
};

// exercises/coupquiz/kinds/why/control.js
var why = ({ root, listen, type }) => {
  const room = find(root, "textarea", HTMLTextAreaElement);
  describe(room, find(root, ".note"));
  listen(room, "input", () => type(room.value));
  return (answer) => write(room, answer ?? "");
};

// exercises/coupquiz/kinds/scripts/controls.js
var CONTROLS = {
  single,
  multiple,
  order,
  match,
  fill,
  date,
  place,
  span,
  link,
  claim: single,
  evidence: single,
  value,
  why
};

// exercises/coupquiz/kinds/scripts/explanation.js
function askExplanation(root, listen, type) {
  if (!root.querySelector(".explanation")) return { show: () => {
  }, take: () => ({}) };
  const room = find(root, ".explanation textarea", HTMLTextAreaElement);
  listen(room, "input", () => type(room.value));
  return {
    show: (explanation) => write(room, explanation),
    /** Return what goes with a check: what there is, even if that is nothing. */
    take: () => ({ explanation: room.value })
  };
}

// exercises/coupquiz/kinds/scripts/turns.js
var PAUSE = 400;
var PATIENCE = 1e4;
var LONGEST = 6e4;
function takeTurns({ send, say, unsaved }) {
  let answer = null;
  let explanation;
  let turn = "";
  const view = unique();
  let count = 0;
  const next = () => `${view}#${++count}`;
  let timer;
  let waiting;
  let unheard;
  let known = [];
  let left = unsaved.read();
  let counted = {};
  let [silent, lost] = [false, false];
  const act = (name, more = {}) => {
    clearTimeout(timer);
    timer = void 0;
    turn = next();
    known.push(answer);
    const nth = name in counted ? { counted: counted[name]++ } : {};
    deliver({ act: name, answer, turn, ...nth, ...explained(), ...more }, PATIENCE);
  };
  const deliver = (message, patience) => {
    clearTimeout(waiting);
    unheard = message;
    if (lost) return lose();
    const fall = () => {
      if (!silent) say("silent");
      silent = true;
    };
    waiting = setTimeout(() => {
      fall();
      deliver(message, Math.min(2 * patience, LONGEST));
    }, patience);
    try {
      send(message);
    } catch {
      fall();
    }
  };
  const explained = () => explanation === void 0 ? {} : { explanation };
  const change2 = (chosen) => {
    answer = chosen;
    turn = next();
    unsaved.write({ answer, known, ...explained() });
    if (lost) lose();
    else say(silent ? "silent" : "saving");
  };
  const flush = () => {
    if (timer !== void 0) act("answer");
  };
  const type = (chosen) => {
    change2(chosen);
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE);
  };
  const lose = () => {
    lost = true;
    clearTimeout(waiting);
    if (turn) say("lost");
  };
  return {
    act,
    flush,
    lose,
    /** Send at once what Python has not answered to: it may be there again. */
    retry() {
      if (unheard) deliver(unheard, PATIENCE);
    },
    /** Hear why a message is not taken now; it is sent again all the same. */
    refuse(refused, why2) {
      if (refused !== unheard?.turn) return;
      silent = true;
      say("silent", why2);
    },
    /** Send what is typed, and nothing after that. */
    end() {
      flush();
      unheard = void 0;
      clearTimeout(waiting);
    },
    /** Take an answer that is complete, and send it. */
    give(chosen) {
      change2(chosen);
      act("answer");
    },
    /** Take an answer that is being typed, and send it when no key has come for a while. */
    type,
    /** Likewise what explains the answer. */
    explain(typed) {
      explanation = typed;
      type(answer);
    },
    /**
     * Hear from Python: pass over what it says to an older answer, else show it; its answer goes into the control unless
     * the learner is typing another. What an earlier view could not save is shown and sent, if nothing came after it.
     *
     * @param {QuestionState} state
     * @param {(answer: Answer | null, isTyping: boolean, explanation: string) => void} show
     */
    hear(state, show) {
      if (turn && state.turn !== turn) return;
      turn = "";
      unheard = void 0;
      clearTimeout(waiting);
      silent = false;
      known = [state.answer];
      counted = { ...state.counted };
      const isTyping = timer !== void 0;
      if (!isTyping) [answer, explanation] = [state.answer, void 0];
      const found = left;
      left = null;
      if (found && isNews(found, state) && found.known.some((one) => same(one, answer))) {
        explanation = found.explanation;
        show(found.answer, false, explanation ?? state.explanation);
        this.give(found.answer);
        return;
      }
      if (!isTyping) unsaved.write(null);
      show(answer, isTyping, state.explanation);
    }
  };
}
function isNews(found, state) {
  const isExplained = found.explanation !== void 0 && found.explanation !== state.explanation;
  return isExplained || !same(found.answer, state.answer);
}
function same(one, other) {
  const [first, second] = [one, other].map((answer) => Object.keys(answer ?? {}).length ? answer : null);
  return JSON.stringify(first) === JSON.stringify(second);
}

// exercises/coupquiz/kinds/scripts/unsaved.js
function unsavedPlace(name) {
  const key = `coup1920/${name}`;
  return {
    read: () => {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? "null");
      } catch {
        return null;
      }
    },
    write: (unsaved) => {
      try {
        if (unsaved) sessionStorage.setItem(key, JSON.stringify(unsaved));
        else sessionStorage.removeItem(key);
      } catch {
      }
    }
  };
}

// exercises/coupquiz/kinds/scripts/question.js
function ask(root, send, signal, words2) {
  const { question: id = "", kind = "" } = root.dataset;
  const answers = root.parentElement?.dataset.answers ?? "";
  const bring2 = CONTROLS[kind];
  if (!bring2) {
    const problem = _("This question cannot be answered here: the page does not know its kind, “{kind}”.", {
      kind
    });
    root.append(draw(["p", { class: "trouble", role: "alert" }, problem]));
    return { id, show: () => {
    }, lose: () => {
    }, retry: () => {
    }, refuse: () => {
    } };
  }
  const buttons = draw(["div", { class: "buttons" }]);
  const kept = draw(["p", { class: "kept" }]);
  const trouble2 = draw(["p", { class: "trouble", role: "alert" }]);
  const said = draw(["div", { class: "said" }]);
  const verdict = draw(["p", { class: "unseen", role: "status" }]);
  const help = draw(["div", { "aria-live": "polite" }]);
  const actions = draw(["div", { class: "actions" }]);
  const certainty = askCertainty();
  actions.append(certainty.root, buttons, kept);
  root.append(actions, trouble2, verdict, said, help);
  const listen = (target, type, act2) => {
    target.addEventListener(
      type,
      /** @type {EventListener} */
      act2,
      { signal }
    );
  };
  const turns = takeTurns({
    send: (message) => send({ question: id, ...message }),
    say: (saved, why2 = "") => {
      redraw(kept, saved === "saving" ? _("Saving …") : _("Not saved"));
      redraw(trouble2, saved === "saving" ? "" : why2 || words2[saved]);
    },
    unsaved: unsavedPlace(`${answers}/${id}`)
  });
  const { flush, act, lose, retry, refuse } = turns;
  const explanation = askExplanation(root, listen, turns.explain);
  const answering = (take) => (answer) => {
    redraw(said);
    redraw(verdict);
    mark(root, {});
    take(answer);
  };
  const show = bring2({ root, listen, give: answering(turns.give), type: answering(turns.type) });
  listen(root, "focusout", flush);
  listen(window, "pagehide", flush);
  signal.addEventListener("abort", turns.end);
  listen(root, "keydown", (event) => {
    const { isComposing, key, target } = event;
    const isLine = target instanceof Element && target.matches("input[type=text], .explanation textarea");
    if (key !== "Enter" || isComposing || !isLine) return;
    event.preventDefault();
    if (buttons.firstChild) buttons.firstChild.click();
    else flush();
  });
  listen(said, "change", () => {
    const ticked = ticks(said).filter((tick) => tick.checked);
    act("tick", { ticked: ticked.map((tick) => tick.dataset.tick ?? "") });
  });
  let isAsked = false;
  listen(buttons, "click", (event) => {
    const button2 = met(event, "button");
    if (!button2 || button2.getAttribute("aria-disabled") === "true") return;
    const name = button2.dataset.act ?? "";
    isAsked = name === "check";
    if (isAsked) redraw(verdict);
    act(name, isAsked ? { ...certainty.take(), ...explanation.take() } : {});
  });
  return {
    id,
    lose,
    retry,
    refuse,
    show: (state) => turns.hear(state, (answer, isTyping, explained) => {
      if (!isTyping) {
        show(answer, state);
        explanation.show(explained);
      }
      certainty.show(state.certainties);
      if (isAsked && state.unexplained) certainty.giveBack();
      redraw(buttons, ...state.buttons.map(button));
      redraw(said, ...parts(state.said));
      if (isAsked) redraw(verdict, announcement(said, state.heard));
      isAsked = false;
      for (const tick of ticks(said)) tick.checked = state.ticked.includes(tick.dataset.tick ?? "");
      redraw(help, ...parts(state.help));
      mark(root, state.marks);
      root.classList.toggle("answered", answer !== null);
      redraw(kept, state.at ? `${state.kept} ${clock(state.at)}` : state.kept);
      redraw(trouble2, state.trouble);
    })
  };
}
function ticks(box) {
  return findAll(box, "[data-tick]", HTMLInputElement);
}
function mark(root, marks) {
  for (const part of findAll(root, "[data-part]")) {
    const right = marks[part.dataset.part ?? ""];
    part.classList.toggle("right", right === true);
    part.classList.toggle("wrong", right === false);
  }
}
function parts(content) {
  return content.length ? [
    /** @type {MarkupElement} */
    content
  ] : [];
}
function button({ act, label, note, off }) {
  const cost = (
    /** @type {MarkupElement[]} */
    note ? [["small", {}, ` ${note}`]] : []
  );
  return ["button", { type: "button", "data-act": act, "aria-disabled": String(off) }, label, ...cost];
}
function announcement(said, heard) {
  const words2 = [...said.querySelector("p")?.childNodes ?? []];
  const spoken = words2.filter((node) => !(node instanceof Element && node.matches("[aria-hidden]")));
  const text = spoken.map((node) => node.textContent).join("").replace(heard, "").replace(/\s+/g, " ");
  const sentences = [...new Intl.Segmenter(language(), { granularity: "sentence" }).segment(text)];
  return sentences.slice(0, 2).map(({ segment }) => segment).join("").trim();
}

// exercises/coupquiz/classroom/scripts/seat/room_questions.js
function askQuestions({ bank, questions, states, letters = {} }, send, signal) {
  const root = draw(questions);
  const stays = _("Your answer stays on this page, and is sent again by itself.");
  const asked = findAll(root, ".question").map((question) => {
    addLetters(question, letters);
    return ask(question, (message) => send({ bank, ...message }), signal, { silent: stays, lost: stays });
  });
  const show = (changed) => {
    for (const question of asked) if (question.id in changed) question.show(changed[question.id]);
  };
  const retry = () => {
    for (const question of asked) question.retry();
  };
  const refuse = ({ question: id, turn }, why2) => asked.find((question) => question.id === id)?.refuse(turn, why2);
  show(states);
  return { bank, root, show, retry, refuse };
}
function addLetters(question, letters) {
  for (const option of findAll(question, ".option[data-part]")) {
    const letter = letters[option.dataset.part ?? ""];
    if (!letter) continue;
    option.querySelector("input")?.after(draw(["b", { class: "letter" }, letter]));
    option.classList.add("lettered");
  }
}

// exercises/coupquiz/classroom/scripts/seat/said.js
function announcement2(before, view) {
  if (view.paused) return before.paused ? "" : _("Look up. Your teacher has paused the lesson.");
  if (view.way === "over") return before.way === "over" ? "" : _("The lesson is over.");
  if (view.way === "vote") {
    const isNew = before.way !== "vote" || before.page !== view.page;
    if (view.stage === "revealed")
      return isNew || before.stage !== "revealed" ? _("The answer is shown.") : resumed(before);
    if (view.stage === "closed")
      return isNew || before.stage === "open" ? _("Voting is closed.") : resumed(before);
    if (isNew) return view.round === 2 ? _("Vote again.") : _("A new question. Voting is open.");
    return before.stage === "open" ? resumed(before) : _("Voting is open again.");
  }
  if (view.way === "test") {
    if (!view.page) return before.page && before.way === "test" ? _("The test is closed.") : resumed(before);
    if (!view.open) return before.open || before.paused ? _("Time is up.") : "";
    return before.page === view.page ? resumed(before) : _("The test has begun.");
  }
  if (view.way === "own-pace") {
    if (before.way !== "own-pace") return _("Go on at your own pace.");
    const known = new Set(before.parts.map(({ id }) => id));
    if (view.parts.some(({ id }) => !known.has(id))) return _("There is a new part.");
  }
  return resumed(before);
}
function resumed(before) {
  return before.paused ? _("Your teacher lets you go on.") : "";
}
function voteWords({ stage, round }, isIn) {
  if (stage === "revealed") return [_("The answer"), ""];
  if (stage === "closed") {
    return [_("Voting is closed"), _("Talk to your neighbour about it, or look up.")];
  }
  const word = round === 2 ? _("Second vote") : _("Your vote");
  if (isIn) return [word, _("Your vote is in. You can change it until voting closes.")];
  const change2 = _("You can change your vote until voting closes.");
  return [word, `${round === 2 ? _("Talked? Then vote again.") : _("What do you think?")} ${change2}`];
}

// exercises/coupquiz/classroom/scripts/seat/where.js
function codeIn(hash) {
  return /^#[A-Za-z0-9]+$/.test(hash) ? hash.slice(1) : "";
}
function screenOf(view, hash) {
  if (view.way === "own-pace") {
    const chosen = view.parts.length === 1 ? view.parts[0] : view.parts.find(({ id }) => `#${id}` === hash);
    return chosen ? `page/${chosen.id}` : "parts";
  }
  return view.page ? `page/${view.page}` : view.way;
}
function waits(view, page) {
  return view.paused || screenOf(view, `#${page}`) !== `page/${page}`;
}
function isOpen(view) {
  return view.way === "own-pace" || view.open || view.paused;
}

// exercises/coupquiz/classroom/scripts/seat/open_page.js
var AGAIN = 2e3;
function openPage(id, first, { isWaiting, lookAgain }) {
  const ended = new AbortController();
  const { signal } = ended;
  const root = draw(["div", { class: `page ${first.way}` }]);
  const head = draw(["header", {}]);
  const body = (
    /** @type {HTMLFieldSetElement} */
    draw(["fieldset", { class: "answers" }])
  );
  const foot = draw(["nav", { class: "around", "aria-label": _("Parts") }]);
  root.append(head, body, foot);
  let view = first;
  let content;
  const asked = [];
  const views = [];
  let followed = "";
  let known = "";
  let [isAsking, sent] = [false, 0];
  let isIn = false;
  let isHeld = false;
  let filled2 = new AbortController();
  let onward;
  let goesOn = false;
  let arrival = "";
  const hear = (bank, states) => {
    for (const questions of asked) if (questions.bank === bank) questions.show(states);
    if (view.way === "vote") isIn = Object.values(states).some(({ answer }) => answer !== null);
    showHead();
  };
  const send = async (message) => {
    sent += 1;
    try {
      const { states, onward: word } = await post("seat/answer", { page: id, ...message });
      if (signal.aborted) return;
      hear(message.bank, states);
      if (message.act !== "answer") followLesson(true);
      if (onward?.isFrom(message.question)) onward.open(word);
    } catch (error) {
      if (!(error instanceof Refused) || signal.aborted) return;
      for (const questions of asked)
        if (questions.bank === message.bank) questions.refuse(message, error.message);
      if (error.status === 401) lookAgain();
      if (error.status === 410 && onward?.isFrom(message.question)) goOn(error.message);
    }
  };
  const followLesson = async (isAnswered = false) => {
    const wanted = [view.changes, view.poll, view.stage, ...view.parts.map((part) => part.id)].join(" ");
    if (followed === wanted && !isAnswered) return;
    followed = wanted;
    try {
      await Promise.all(views.map(({ follow }) => follow()));
    } catch {
      followed = "";
    }
  };
  const sendUnlessWaiting = (message) => {
    isHeld = isWaiting();
    if (isHeld) throw new Error("The lesson pauses.");
    send(message);
  };
  const showHead = () => {
    body.disabled = !isOpen(view);
    redraw(head, ...heading(view, id, isIn));
  };
  const refresh = async () => {
    const wanted = stateOf(view);
    if (known === wanted || isAsking) return;
    isAsking = true;
    const [had, before] = [content, sent];
    try {
      const page = (
        /** @type {SeatPage} */
        await get("seat/page", { page: id })
      );
      if (signal.aborted) return;
      const isOld = had && !content;
      if (!content && !isOld) fill2(page);
      if (sent === before && !isOld) {
        known = wanted;
        for (const block of page.blocks) if ("bank" in block) hear(block.bank, block.states);
      }
    } catch {
      known = "";
      setTimeout(() => signal.aborted || refresh(), AGAIN);
      return;
    } finally {
      isAsking = false;
    }
    if (known !== stateOf(view) && !signal.aborted) refresh();
  };
  const fill2 = (page) => {
    content = page;
    const moves = goesOn;
    goesOn = false;
    if (moves) clear();
    for (const block of page.blocks) {
      if ("view" in block) {
        const view2 = placeView(block, signal);
        views.push(view2);
        body.append(view2.root);
      } else if ("said" in block) body.append(draw(block.said), ...block.brings ? [bringAlong(goOn)] : []);
      else {
        if (block.place) body.append(draw(["p", { class: "place", tabindex: "-1" }, block.place]));
        const questions = askQuestions(block, sendUnlessWaiting, AbortSignal.any([signal, filled2.signal]));
        asked.push(questions);
        body.append(questions.root);
        if (block.place) {
          onward = onwardButton(block, () => goOn());
          body.append(onward.root);
        }
      }
    }
    if (!moves) return;
    if (arrival) body.prepend(draw(["p", { class: "arrival", tabindex: "-1" }, arrival]));
    findAll(body, ".arrival, .place, .coup-review")[0]?.focus();
  };
  const clear = () => {
    filled2.abort();
    filled2 = new AbortController();
    onward = void 0;
    asked.length = views.length = 0;
    body.replaceChildren();
  };
  const goOn = (said = "") => {
    [content, known, goesOn, arrival] = [void 0, "", true, said];
    refresh();
  };
  const retry = () => {
    isHeld = false;
    for (const questions of asked) questions.retry();
  };
  return {
    root,
    show: (now) => {
      view = now;
      showHead();
      redraw(foot, ...around(view.parts, id));
      if (isHeld && !isWaiting()) retry();
      refresh();
      followLesson();
    },
    retry: () => {
      retry();
      refresh();
      followLesson();
    },
    end: () => ended.abort()
  };
}
function stateOf({ changes, stage, way }) {
  return `${changes} ${way === "vote" ? stage : ""}`;
}
function heading(view, id, isIn) {
  if (view.way === "vote") {
    const [word, sentence] = voteWords(view, isIn);
    return [
      ["h1", { tabindex: "-1", class: "eyebrow" }, word],
      ["p", { class: isOpen(view) ? isIn ? "lead in" : "lead" : "lead shut" }, sentence]
    ];
  }
  if (view.way === "test") {
    const words2 = isOpen(view) ? "" : _("Time is up. What you have answered is saved.");
    return [
      ["h1", { tabindex: "-1" }, view.title],
      ["p", { class: "lead shut" }, words2]
    ];
  }
  const part = view.parts.find((each) => each.id === id);
  return [
    ["p", { class: "eyebrow" }, part?.chapter ?? ""],
    ["h1", { tabindex: "-1" }, part?.title ?? ""]
  ];
}
function around(parts2, id) {
  const at = parts2.findIndex((part) => part.id === id);
  if (at < 0 || parts2.length < 2) return [];
  const way = (part, kind, label) => (
    /** @type {MarkupElement[]} */
    part ? [["a", { href: `#${part.id}`, class: kind }, ["small", {}, label], ["b", {}, part.title]]] : []
  );
  return [
    ...way(parts2[at - 1], "previous", _("Previous part")),
    ["a", { href: "#", class: "all" }, _("All parts")],
    ...way(parts2[at + 1], "next", _("Next part"))
  ];
}

// exercises/coupquiz/classroom/scripts/seat/take_along.js
function takeAlong() {
  return draw([
    "div",
    { class: "take-along" },
    ["a", { class: "soft", href: "seat/work", download: "" }, _("Take my work along")],
    [
      "p",
      { class: "quiet" },
      _("Saves a file with your answers, with which you can go on in the notebooks.")
    ]
  ]);
}

// exercises/coupquiz/classroom/scripts/seat/parts_page.js
function partsPage() {
  const root = draw(["div", { class: "page parts" }]);
  const [head, list] = [draw(["header", {}]), draw(["nav", { "aria-label": _("Parts") }])];
  root.append(head, list, takeAlong(), bringAlong());
  return {
    root,
    show: ({ parts: parts2 }) => {
      redraw(
        head,
        ["h1", { tabindex: "-1" }, _("At your own pace")],
        ["p", { class: "lead" }, summary(parts2)]
      );
      redraw(list, ...chapters(parts2));
    },
    retry: () => {
    },
    end: () => {
    }
  };
}
function summary(parts2) {
  const [done, of] = [sum(parts2.map((part) => part.done)), sum(parts2.map((part) => part.of))];
  if (!of) return _("Look around.");
  if (done === of) return _("You have answered everything that is open. Well done!");
  return done ? ngettext("{done} of {n} question answered.", "{done} of {n} questions answered.", of, { done }) : ngettext("One question. Begin where you like.", "{n} questions. Begin where you like.", of);
}
function chapters(parts2) {
  return [...new Set(parts2.map(({ chapter }) => chapter))].flatMap((chapter) => {
    const links = parts2.filter((part) => part.chapter === chapter).map(link2);
    const list = (
      /** @type {MarkupElement} */
      ["ul", { class: "cards" }, ...links]
    );
    return (
      /** @type {MarkupElement[]} */
      chapter ? [["h2", {}, chapter], list] : [list]
    );
  });
}
function link2({ id, title, done, of, none }) {
  const isDone = of > 0 && done === of;
  const words2 = of ? ngettext("{done} of {n} answered", "{done} of {n} answered", of, { done }) : none;
  const share = of ? Math.round(100 * done / of) : 0;
  return [
    "li",
    {},
    [
      "a",
      { href: `#${id}`, class: isDone ? "done" : "" },
      [
        "span",
        { class: "ring", style: `--share: ${share}%`, "aria-hidden": "true" },
        isDone ? "✓" : of ? String(of - done) : "◦"
      ],
      ["span", { class: "about" }, ["b", {}, title], ["small", {}, words2]]
    ]
  ];
}
function sum(numbers) {
  return numbers.reduce((total, n) => total + n, 0);
}

// exercises/coupquiz/classroom/scripts/seat/quiet_page.js
function quietPage(name, { seat }) {
  const words2 = {
    wait: [_("You are in."), _("Wait for your teacher. What comes next appears here by itself.")],
    vote: [_("Look up."), _("The next question appears here by itself.")],
    test: [
      _("The test is not open."),
      _("It appears here by itself when it begins. What you have answered is saved.")
    ],
    over: [_("That was the lesson."), _("Thank you for thinking along. Your answers are with your teacher.")]
  }[name];
  const root = draw([
    "div",
    { class: `poster-page ${name}` },
    [
      "div",
      { class: "poster" },
      LINE_OF_TIME,
      ["p", { class: "seat-name" }, seat],
      ["h1", { tabindex: "-1" }, words2[0]],
      ["p", { class: "big" }, words2[1]]
    ]
  ]);
  if (name === "over") {
    const sheet = draw(["div", { class: "sheet" }]);
    sheet.append(takeAlong());
    root.append(sheet);
  }
  return { root, show: () => {
  }, retry: () => {
  }, end: () => {
  } };
}

// exercises/coupquiz/classroom/scripts/seat/seat.js
var AGAIN2 = 2e3;
var main = find(document, "main");
start();
async function start() {
  const code = takeCode();
  const view = await firstView();
  if (isGone(view)) join("", code);
  else sit(view);
}
function takeCode() {
  const code = codeIn(location.hash);
  if (code) history.replaceState(null, "", location.pathname + location.search);
  return code;
}
async function firstView() {
  for (; ; ) {
    try {
      return await get("seat/view");
    } catch (error) {
      if (error instanceof Refused && error.status < 500) return { way: "refused" };
      main.replaceChildren(
        draw(["p", { class: "network", role: "status" }, _("The room does not answer. Trying again …")])
      );
      await new Promise((done) => setTimeout(done, AGAIN2));
    }
  }
}
function join(said, code = "") {
  const joining = new AbortController();
  const again = () => {
    const other = takeCode();
    if (!other) return;
    joining.abort();
    join("", other);
  };
  addEventListener("hashchange", again, { signal: joining.signal });
  const enter = (view) => {
    joining.abort();
    sit(view);
    focusHeading();
  };
  main.replaceChildren(joinPage({ title: document.title, code, said, enter }));
}
function sit(first) {
  const seat = new AbortController();
  const { signal } = seat;
  const frame = drawFrame(main, signal);
  let view = first;
  let name = "";
  let screen;
  let resting;
  const make = (wanted) => {
    if (wanted === "parts") return partsPage();
    const page = wanted.startsWith("page/") ? wanted.slice("page/".length) : "";
    if (!page) return quietPage(
      /** @type {"wait" | "vote" | "test" | "over"} */
      wanted,
      view
    );
    return openPage(page, view, { isWaiting: () => waits(view, page), lookAgain: () => lookAgain() });
  };
  const turnTo = (wanted) => {
    const isLeft = screen && name.startsWith("page/part-") && view.way !== "own-pace";
    if (screen && isLeft) resting = { name, screen, down: scrollY };
    else screen?.end();
    const found = resting?.name === wanted ? resting : void 0;
    if (found) resting = void 0;
    else if (view.way === "own-pace") {
      resting?.screen.end();
      resting = void 0;
    }
    screen = found?.screen ?? make(wanted);
    const isFirst = !name;
    name = wanted;
    main.replaceChildren(screen.root);
    screen.show(view);
    if (isFirst) return;
    frame.focus(main.querySelector("h1"));
    scrollTo({ top: found?.down ?? 0, behavior: "instant" });
  };
  const show = (now) => {
    if (isGone(now)) {
      seat.abort();
      join(_("Your seat is no longer there. Join again, or ask your teacher."));
      focusHeading();
      return;
    }
    const said = announcement2(view, now);
    view = now;
    frame.show(view);
    if (said) frame.say(said);
    const wanted = screenOf(view, location.hash);
    if (wanted === name) screen?.show(view);
    else turnTo(wanted);
  };
  const away2 = (isAway) => {
    frame.tell(isAway);
    if (!isAway) screen?.retry();
  };
  signal.addEventListener("abort", () => {
    screen?.end();
    resting?.screen.end();
  });
  show(first);
  const lookAgain = followView("seat", show, away2, signal);
  const move = () => {
    show(view);
    lookAgain();
  };
  addEventListener("hashchange", move, { signal });
}
function focusHeading() {
  main.querySelector("h1")?.focus({ preventScroll: true });
}
function isGone({ way }) {
  return way === "gone" || way === "refused";
}
