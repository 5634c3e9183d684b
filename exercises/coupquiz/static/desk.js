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
  constructor(said2, status) {
    super(said2);
    this.status = status;
  }
};
function get(path, query = {}) {
  const asked2 = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return answered(fetch(asked2.size ? `${path}?${asked2}` : path));
}
function post(path, message) {
  const headers = { "Content-Type": "application/json", "X-XSRFToken": token };
  const body = JSON.stringify(message);
  const keepalive = body.length < AT_ONCE;
  return answered(fetch(path, { method: "POST", headers, body, keepalive }));
}
function followView(who, show2, away, signal) {
  let socket;
  let heard2 = performance.now();
  let pause = FIRST_PAUSE;
  let isAway = false;
  let waiting;
  const hear = (view) => {
    if (signal.aborted) return;
    heard2 = performance.now();
    if (isAway) away(false);
    isAway = false;
    show2(view);
  };
  const ask = async () => {
    const asked2 = performance.now();
    try {
      const view = await get(`${who}/view`);
      if (heard2 <= asked2) hear(view);
    } catch (error) {
      if (error instanceof Refused && error.status < 500) hear({ way: "refused" });
    }
  };
  const open2 = () => {
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
      waiting = setTimeout(open2, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    };
  };
  const wake = () => {
    if (document.visibilityState !== "visible") return;
    if (!socket || socket.readyState > WebSocket.OPEN) open2();
    ask();
  };
  const asking = setInterval(() => {
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
    clearInterval(asking);
    clearTimeout(waiting);
    socket?.close();
  });
  open2();
  ask();
  return ask;
}
async function answered(asked2) {
  const response = await asked2;
  const values = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(values.said ?? "", response.status);
  return values;
}

// exercises/coupquiz/classroom/scripts/desk/acts.js
function oneAfterAnother(send, tell) {
  let turn = Promise.resolve(true);
  let asked2 = "";
  const sent = async (message) => {
    try {
      await send(message);
      return true;
    } catch (error) {
      tell(error);
      return false;
    }
  };
  return async (message) => {
    const words2 = JSON.stringify(message);
    if (words2 === asked2 && !("by" in message)) return false;
    if (!asked2) tell();
    asked2 = words2;
    const mine = turn.then(() => sent(message));
    turn = mine;
    const isDone = await mine;
    if (turn === mine) asked2 = "";
    return isDone;
  };
}

// exercises/coupquiz/classroom/scripts/element.js
function element(tag, attributes, ...content) {
  return [tag, attributes, ...content];
}

// exercises/coupquiz/classroom/scripts/numbers.js
function percent(share) {
  return new Intl.NumberFormat(language(), { style: "percent" }).format(share).replace("-", "−");
}
function spacedCode(code) {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}
function typedAddress(address) {
  return address.replace(/^http:\/\//, "").replace(/\/$/, "");
}

// exercises/coupquiz/classroom/scripts/desk/controls.js
function button(label, { act: act2, set, kind = "", more = {} }) {
  const attributes = { type: "button", ...more };
  if (kind) attributes.class = kind;
  if (act2) attributes["data-act"] = JSON.stringify(act2);
  if (set) attributes["data-set"] = JSON.stringify(set);
  return ["button", attributes, label];
}
function sure(question2, { yes, no, act: act2, set = {} }) {
  return [
    "div",
    { class: "sure", role: "group", "aria-label": question2 },
    ["p", {}, question2],
    button(no, { set: { sure: "" }, more: { "data-focus": "" } }),
    button(yes, { act: act2, set: { ...set, sure: "" }, kind: "strong" })
  ];
}

// exercises/coupquiz/classroom/scripts/desk/seat_signs.js
var SIGNS = (
  /** @type {Record<string, string>} */
  {
    r: "✓",
    p: "◐",
    w: "✗",
    a: "●",
    c: "≈",
    ".": ""
  }
);
function signWord(sign2) {
  const words2 = {
    r: _("right"),
    p: _("partly right"),
    w: _("not right yet"),
    a: _("answered"),
    c: _("compared with the model answer"),
    ".": _("open")
  };
  return words2[sign2];
}
function tried(seats, place) {
  const signs = seats.map((seat) => seat.signs[place] ?? ".").filter((sign2) => sign2 !== ".");
  return { right: signs.filter((sign2) => sign2 === "r").length, of: signs.length };
}
function isStuck({ right, of }, { few }) {
  return of >= 3 && right / of < few;
}

// exercises/coupquiz/classroom/scripts/desk/desk_grid.js
function seatGrid(desk2, questions, columns) {
  const { view } = desk2;
  if (!view.seats.length) return [["p", { class: "nobody" }, _("Nobody has joined yet.")]];
  return [
    [
      "div",
      { class: "grid-head" },
      ["h3", {}, ngettext("{n} seat", "{n} seats", view.seats.length)],
      legend(),
      ...questions.length ? [whichColumns(desk2.all)] : []
    ],
    ["div", {}, ...chosen(desk2, questions)],
    [
      "div",
      { class: "grid", tabindex: "0", role: "region", "aria-label": _("Seats and questions") },
      [
        "table",
        {},
        ["thead", {}, ["tr", {}, corner(), ...columns.map((place) => head(desk2, questions[place], place))]],
        ["tbody", {}, ...view.seats.map((seat) => row(desk2, seat, columns, questions))]
      ]
    ]
  ];
}
function corner() {
  return ["th", { scope: "col" }, ["span", { class: "unseen" }, _("Seat")]];
}
function head({ plan, view, question: looked }, question2, place) {
  if (!question2) return ["th", { scope: "col" }, ["span", { class: "number" }, `${place + 1}`]];
  const counted = tried(view.seats, place);
  const said2 = counted.of ? _("{right} of {of} right", counted) : _("not tried yet");
  const id = `${question2.bank}/${question2.id}`;
  const share = counted.of ? 100 * counted.right / counted.of : 0;
  return [
    "th",
    { scope: "col", class: isStuck(counted, plan.lines) ? "stuck" : "" },
    button(
      [
        "span",
        {},
        ["span", { class: "number" }, question2.number],
        [
          "span",
          { class: "tried", "aria-hidden": "true" },
          ["span", { class: "meter" }, ["span", { style: `inline-size: ${share}%` }]],
          counted.of ? `${counted.right}/${counted.of}` : "–"
        ]
      ],
      {
        set: { question: looked === id ? "" : id, seat: 0 },
        more: {
          title: question2.prompt,
          "aria-label": `${question2.number}: ${said2}`,
          "aria-pressed": `${looked === id}`
        }
      }
    )
  ];
}
function row({ seat: looked }, { id, name, here, signs }, columns, questions) {
  return [
    "tr",
    { class: here ? "" : "away" },
    [
      "th",
      { scope: "row" },
      button(
        [
          "span",
          {},
          ["span", { class: "dot" }],
          name,
          ...here ? [] : [element("span", { class: "unseen" }, _("(away)"))]
        ],
        { set: { seat: looked === id ? 0 : id, question: "" }, more: { "aria-pressed": `${looked === id}` } }
      )
    ],
    ...columns.map((place) => {
      const sign2 = signs[place] ?? ".";
      const title = `${name}, ${questions[place]?.number ?? place + 1}: ${signWord(sign2)}`;
      return element(
        "td",
        { "data-sign": sign2, title },
        ["span", { "aria-hidden": "true" }, SIGNS[sign2]],
        ["span", { class: "unseen" }, signWord(sign2)]
      );
    })
  ];
}
function chosen(desk2, questions) {
  const place = questions.findIndex(({ bank, id }) => desk2.question === `${bank}/${id}`);
  if (place >= 0) return [chosenQuestion(desk2, questions[place], tried(desk2.view.seats, place))];
  const seat = desk2.view.seats.find(({ id }) => id === desk2.seat);
  return seat ? [chosenSeat(desk2, seat)] : [];
}
function chosenQuestion({ view }, { bank, id, number, prompt, vote }, counted) {
  const said2 = counted.of ? _("{right} of {of} are right.", counted) : _("Nobody has tried it yet.");
  const canVote = vote && view.way !== "over";
  return [
    "div",
    { class: "chosen", role: "group", "aria-label": _("Question {number}", { number }) },
    [
      "p",
      { tabindex: "-1", "data-focus": "" },
      ["b", {}, number],
      " ",
      prompt,
      " ",
      ["span", { class: "quiet" }, said2]
    ],
    [
      "div",
      { class: "buttons" },
      ...canVote ? [
        button(_("Vote on this"), {
          act: { act: "ask", bank, question: id },
          set: { tab: "vote", picks: false, question: "" },
          kind: "strong"
        })
      ] : [],
      button(_("Close"), { set: { question: "" } })
    ]
  ];
}
function chosenSeat(desk2, { id, name, key, here }) {
  const question2 = _("Forget {name} and everything that was answered there?", { name });
  const asks = desk2.sure === "forget";
  return [
    "div",
    { class: "chosen", role: "group", "aria-label": name },
    [
      "p",
      { tabindex: "-1", "data-focus": "" },
      ["b", {}, name],
      " ",
      ["span", { class: "quiet" }, here ? _("here now") : _("away")],
      ["br", {}],
      _("Key to come back with:"),
      " ",
      ["code", {}, key]
    ],
    asks ? sure(question2, {
      yes: _("Forget it"),
      no: _("Keep it"),
      act: { act: "forget", seat: id },
      set: { seat: 0 }
    }) : [
      "div",
      { class: "buttons" },
      button(_("Forget this seat"), { set: { sure: "forget" } }),
      button(_("Close"), { set: { seat: 0 } })
    ]
  ];
}
function legend() {
  return [
    "ul",
    { class: "legend", "aria-label": _("What the signs mean") },
    ..."rpwac".split("").map(
      (sign2) => element(
        "li",
        {},
        ["span", { "data-sign": sign2, "aria-hidden": "true" }, SIGNS[sign2]],
        signWord(sign2)
      )
    )
  ];
}
function whichColumns(all) {
  return button(_("All questions"), {
    set: { all: !all },
    kind: "small",
    more: { "aria-pressed": `${all}` }
  });
}

// exercises/coupquiz/classroom/scripts/desk/desk_pace.js
function ownPace(desk2) {
  const { plan, view } = desk2;
  const isOver = view.way === "over";
  return [
    ["h2", { tabindex: "-1" }, _("At their own pace")],
    ["div", {}, ...isOver ? [ended()] : lead(desk2)],
    ["div", {}, ...isOver ? [] : [parts(desk2)]],
    ...seatGrid(desk2, plan.questions, shownColumns(desk2))
  ];
}
function shownColumns({ plan, view, all }) {
  const open2 = new Set(
    plan.parts.filter(({ id }) => view.parts.includes(id)).flatMap(({ questions }) => questions.map((key) => key.join("/")))
  );
  return plan.questions.flatMap(({ bank, id }, place) => {
    const isThere = all || open2.has(`${bank}/${id}`);
    return isThere || view.seats.some(({ signs }) => (signs[place] ?? ".") !== ".") ? [place] : [];
  });
}
function ended() {
  return [
    "p",
    { class: "lead" },
    _("The lesson is over, and what was answered is kept. Close the room where you opened it, with Ctrl+C.")
  ];
}
function lead({ view }) {
  if (view.way === "wait") {
    return [
      [
        "ol",
        { class: "lead steps" },
        ["li", {}, _("Open the wall on the projector: it shows how to join.")],
        ["li", {}, _("Wait until everybody is here.")],
        ["li", {}, _("Open the first part, or put a question to the vote.")]
      ]
    ];
  }
  if (view.way === "own-pace" || !view.parts.length) return [];
  return [
    [
      "p",
      { class: "lead" },
      ["span", {}, _("The class does something else now.")],
      button(_("Back to their own pace"), { act: { act: "way", way: "own-pace" }, kind: "strong" })
    ]
  ];
}
function parts({ plan, view }) {
  const chapters = [...new Set(plan.parts.map(({ chapter }) => chapter))];
  const every = plan.parts.map(({ id }) => id);
  return [
    "div",
    { class: "parts" },
    [
      "div",
      { class: "buttons" },
      button(_("Open all"), { act: { act: "parts", parts: every } }),
      button(_("Close all"), { act: { act: "parts", parts: [] } })
    ],
    [
      "div",
      { class: "chapters" },
      ...chapters.map(
        (chapter) => element(
          "section",
          { class: "chapter" },
          ["h3", {}, chapter],
          ...plan.parts.filter((part) => part.chapter === chapter).map((part) => partSwitch(part, view.parts))
        )
      )
    ]
  ];
}
function partSwitch({ id, title, questions, none }, open2) {
  const isOpen = open2.includes(id);
  const label = [
    "span",
    {},
    ["span", { class: "title" }, title],
    " ",
    ["small", {}, questions.length ? ngettext("{n} question", "{n} questions", questions.length) : none]
  ];
  return button(label, {
    act: { act: "part", id, open: !isOpen },
    kind: "switch",
    more: { role: "switch", "aria-checked": `${isOpen}` }
  });
}

// exercises/coupquiz/classroom/scripts/countdown.js
function timeText(seconds) {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n) => String(n).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

// exercises/coupquiz/classroom/scripts/desk/desk_test.js
function testPanel(desk2) {
  const { plan, view } = desk2;
  if (!plan.test) return [];
  const longest = Math.max(0, ...view.seats.map(({ signs }) => signs.length));
  return [
    ["h2", { tabindex: "-1" }, plan.test.title],
    [
      "p",
      { class: "quiet" },
      ngettext("{n} question.", "{n} questions.", plan.test.questions),
      " ",
      _("What is right is not on this computer: mark the answers afterwards.")
    ],
    ...view.way === "over" ? [] : [begin(desk2), clock(desk2)],
    ...seatGrid(desk2, [], [...Array(view.way === "test" ? longest : 0).keys()])
  ];
}
function begin({ view, sure: asks }) {
  if (!view.test.open) {
    const label = _("Begin the test");
    return ["div", { class: "buttons" }, button(label, { act: { act: "test", open: true }, kind: "strong" })];
  }
  const end = { act: "test", open: false };
  if (asks === "end-test") {
    const question2 = _("End the test for everybody? You can open it again.");
    return sure(question2, { yes: _("End the test"), no: _("Let them work"), act: end });
  }
  return ["div", { class: "buttons" }, button(_("End the test"), { set: { sure: "end-test" } })];
}
function clock({ view: { test }, left }) {
  return [
    "div",
    { class: "clock" },
    [
      "p",
      { class: "left", role: "timer" },
      left === null ? _("No clock") : left > 0 ? timeText(left) : _("Time is up")
    ],
    [
      "form",
      { "data-form": "clock", "data-of": "clock" },
      ["label", { for: "minutes" }, _("Minutes from now")],
      [
        "input",
        { id: "minutes", name: "minutes", type: "number", min: "1", max: "600", step: "1", required: "" }
      ],
      ["button", { type: "submit" }, _("Set the clock")]
    ],
    [
      "div",
      { class: "buttons" },
      ...left ? [
        button(test.stopped ? _("Let it run") : _("Stop the clock"), {
          act: { act: "stop-clock", stopped: !test.stopped }
        })
      ] : [],
      ...left === null ? [] : [button(_("Remove the clock"), { act: { act: "clock", seconds: null } })]
    ]
  ];
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
function shareScale({ right, of, share, low, high }, { few, enough }) {
  const said2 = _("{right} of {of} right: {share}. With 95% confidence between {low} and {high}.", {
    right,
    of,
    share: percent(share),
    low: percent(low),
    high: percent(high)
  });
  const at = (from, to) => `inset-inline-start: ${100 * from}%; inline-size: ${100 * (to - from)}%`;
  return [
    "figure",
    { class: "share" },
    [
      "div",
      { class: "scale", role: "img", "aria-label": said2 },
      ["span", { class: "zone", style: at(0, few) }, ["span", {}, _("explain again")]],
      ["span", { class: "zone", style: at(few, enough) }, ["span", {}, _("discuss")]],
      ["span", { class: "zone", style: at(enough, 1) }, ["span", {}, _("go on")]],
      ["span", { class: "interval", style: at(low, high) }],
      ["span", { class: "dot", style: `inset-inline-start: ${100 * share}%` }],
      ...[few, enough].map(
        (line) => element("span", { class: "line", style: `inset-inline-start: ${100 * line}%` }, percent(line))
      )
    ],
    [
      "figcaption",
      {},
      ["b", {}, percent(share)],
      " ",
      ngettext("right, of {n} answer", "right, of {n} answers", of),
      ["span", { class: "quiet" }, ` (${percent(low)} – ${percent(high)})`]
    ]
  ];
}
var WIDTH = 320;
var HEIGHT = 190;
var [LEFT, RIGHT, THICK, GAP] = [26, 294, 8, 8];
function shiftPicture({ categories, shift }) {
  const flows = shiftFlows(
    categories.map(({ id }) => id),
    shift,
    HEIGHT - 20
  );
  const right = new Set(categories.filter((each) => each.right).map(({ id }) => id));
  const middle = (LEFT + RIGHT) / 2;
  const sideways = (a, b) => `C${middle} ${a} ${middle} ${b}`;
  const streams = flows.streams.map(({ from, to, top: top2, bottom, thick, count }) => {
    const [a, b] = [top2 + 18, bottom + 18];
    const path = `M${LEFT + THICK} ${a}${sideways(a, b)} ${RIGHT - THICK} ${b}v${thick}${sideways(b + thick, a + thick)} ${LEFT + THICK} ${a + thick}z`;
    const kind = from === to ? "same" : right.has(to) ? "gained" : right.has(from) ? "lost" : "moved";
    return element("path", { class: kind, d: path, "data-count": `${count}` });
  });
  const ends = (bars, x, isFirst) => bars.flatMap(({ id, top: top2, thick }) => {
    const { label, text } = (
      /** @type {Category} */
      categories.find((each) => each.id === id)
    );
    const place = { x: `${isFirst ? x - 5 : x + THICK + 5}`, y: `${top2 + 18 + thick / 2 + 4.5}` };
    return (
      /** @type {MarkupElement[]} */
      [
        [
          "rect",
          {
            class: right.has(id) ? "end right" : "end",
            x: `${x}`,
            y: `${top2 + 18}`,
            width: `${THICK}`,
            height: `${thick}`
          }
        ],
        ["text", { ...place, "text-anchor": isFirst ? "end" : "start" }, label || text.slice(0, 1)]
      ]
    );
  });
  return [
    "figure",
    { class: "shift" },
    [
      "svg",
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" },
      ["text", { class: "head", x: `${LEFT}`, y: "10", "text-anchor": "start" }, _("First vote")],
      ["text", { class: "head", x: `${RIGHT}`, y: "10", "text-anchor": "end" }, _("Second vote")],
      ...streams,
      ...ends(flows.first, LEFT, true),
      ...ends(flows.second, RIGHT - THICK, false)
    ],
    shiftTable(categories, shift)
  ];
}
function shiftFlows(ids, shift, height) {
  const counts = (side) => ids.map((id) => ({
    id,
    count: shift.reduce((sum, each) => sum + (each[side] === id ? each.count : 0), 0)
  })).filter(({ count }) => count);
  const [before, after] = [counts("from"), counts("to")];
  const total = shift.reduce((sum, { count }) => sum + count, 0);
  const gaps = GAP * (Math.max(before.length, after.length) - 1);
  const unit = total ? (height - gaps) / total : 0;
  const stacked = (side) => {
    let top2 = 0;
    return side.map(({ id, count }) => {
      const bar2 = { id, top: top2, thick: count * unit };
      top2 += bar2.thick + GAP;
      return bar2;
    });
  };
  const [first, second] = [stacked(before), stacked(after)];
  const begun = new Map(first.map(({ id, top: top2 }) => [id, top2]));
  const ended2 = new Map(second.map(({ id, top: top2 }) => [id, top2]));
  const streams = ids.flatMap(
    (from) => ids.flatMap((to) => {
      const count = shift.find((each) => each.from === from && each.to === to)?.count ?? 0;
      if (!count) return [];
      const thick = count * unit;
      const [top2, bottom] = [begun.get(from) ?? 0, ended2.get(to) ?? 0];
      begun.set(from, top2 + thick);
      ended2.set(to, bottom + thick);
      return [{ from, to, count, top: top2, bottom, thick }];
    })
  );
  return { first, second, streams };
}
function shiftTable(categories, shift) {
  const name = ({ label, text }) => label || text;
  const count = (from, to) => shift.find((each) => each.from === from && each.to === to)?.count ?? 0;
  const table = element(
    "table",
    {},
    ["caption", {}, _("How many went from which answer in the first vote to which in the second")],
    [
      "thead",
      {},
      [
        "tr",
        {},
        ["td", {}],
        ...categories.map((to) => element("th", { scope: "col" }, _("to {answer}", { answer: name(to) })))
      ]
    ],
    [
      "tbody",
      {},
      ...categories.map(
        (from) => element(
          "tr",
          {},
          ["th", { scope: "row" }, _("from {answer}", { answer: name(from) })],
          ...categories.map((to) => element("td", {}, `${count(from.id, to.id)}`))
        )
      )
    ]
  );
  return ["div", { class: "unseen" }, table];
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

// exercises/coupquiz/classroom/scripts/desk/desk_picker.js
function questionPicker(desk2) {
  const { plan, view, search } = desk2;
  const groups = foundQuestions(plan, search);
  const n = groups.reduce((sum, { questions }) => sum + questions.length, 0);
  return [
    ["h2", { tabindex: "-1" }, _("Put a question to the vote")],
    [
      "div",
      { class: "search" },
      ["label", { for: "search" }, _("Search by number or words")],
      ["input", { id: "search", type: "search", autocomplete: "off", "data-search": "" }],
      ["span", { class: "quiet", role: "status" }, ngettext("{n} question", "{n} questions", n)],
      ...view.poll ? [button(_("Back to the vote"), { set: { picks: false } })] : []
    ],
    ...groups.map(
      ({ title, questions }) => element(
        "section",
        { class: "group" },
        ["h3", {}, title],
        ["ul", {}, ...questions.map((question2) => choice(desk2, question2))]
      )
    )
  ];
}
function foundQuestions({ parts: parts2, questions }, search) {
  const words2 = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ number, prompt, vote }) => {
    const text = prompt.toLocaleLowerCase();
    return vote && words2.every((word) => text.includes(word) || number.startsWith(word));
  };
  const byKey = new Map(questions.map((each) => [`${each.bank}/${each.id}`, each]));
  return parts2.map(({ title, questions: keys }) => ({
    title,
    questions: keys.flatMap((key) => byKey.get(key.join("/")) ?? []).filter(fits)
  })).filter((group) => group.questions.length);
}
function choice({ plan, view }, question2) {
  const { bank, id, number, prompt } = question2;
  const counted = tried(view.way === "test" ? [] : view.seats, plan.questions.indexOf(question2));
  return [
    "li",
    {},
    ["span", { class: "number" }, number],
    [
      "span",
      { class: "prompt" },
      prompt,
      ...counted.of ? [element("small", {}, _("{right} of {of} right so far", counted))] : []
    ],
    button(_("Ask"), {
      act: { act: "ask", bank, question: id },
      set: { picks: false, search: "" },
      more: { "aria-label": _("Ask {number}", { number }) }
    })
  ];
}

// exercises/coupquiz/classroom/scripts/desk/hands_form.js
function handsForm({ hands, view }, { poll, categories, hands: counted }) {
  const opener = button(_("No devices? Count hands"), {
    set: { hands: !hands },
    kind: "opener",
    more: { "aria-expanded": `${hands}` }
  });
  if (!hands) return [opener];
  return [
    opener,
    [
      "form",
      { class: "hands", "data-form": "hands", "data-of": `${poll}-${view.round}` },
      ...categories.map(
        ({ id, label, text }) => element(
          "label",
          {},
          ["span", { class: "letter", "aria-hidden": "true" }, label],
          ["span", { class: "what" }, text],
          [
            "input",
            {
              name: id,
              type: "number",
              min: "0",
              max: "999",
              inputmode: "numeric",
              value: `${counted[id] ?? 0}`
            }
          ]
        )
      ),
      ["button", { type: "submit" }, _("Add these hands")]
    ]
  ];
}

// exercises/coupquiz/classroom/scripts/desk/desk_vote.js
function votePanel(desk2) {
  const { view, picks } = desk2;
  if (view.way === "over") return [["h2", { tabindex: "-1" }, _("The lesson is over")]];
  if (!view.poll || picks) return questionPicker(desk2);
  const choice2 = view.poll.categories.some(({ label }) => label);
  return [
    ["div", {}, ...view.way === "vote" ? [] : [elsewhere()]],
    steps(view),
    [
      "div",
      { class: "vote" },
      [
        "div",
        { class: "asked" },
        ...question(view.poll, view.stage === "open" || !choice2),
        ...answer(desk2, view.poll)
      ],
      ["div", { class: "stage" }, ...stage(desk2, view.poll)]
    ]
  ];
}
function nextQuestion(questions, asked2) {
  const here = questions.findIndex(({ bank, id }) => bank === asked2.bank && id === asked2.id);
  return questions.find(({ vote }, place) => vote && place > here);
}
function elsewhere() {
  return [
    "p",
    { class: "lead" },
    ["span", {}, _("The class does something else now.")],
    button(_("Back to the vote"), { act: { act: "way", way: "vote" }, kind: "strong" })
  ];
}
function steps({ round, stage: stage2 }) {
  const here = stage2 === "revealed" ? 4 : round === 2 ? 3 : stage2 === "closed" ? 2 : 1;
  const names = [_("First vote"), _("Look and decide"), _("Second vote"), _("The answer")];
  return [
    "ol",
    { class: "steps-of-vote", "aria-label": _("Steps of a vote") },
    ...names.map((name, place) => {
      const number = place + 1;
      const attributes = { class: number < here ? "done" : "" };
      if (number === here) attributes["aria-current"] = "step";
      return element("li", attributes, ["span", {}, name]);
    })
  ];
}
function question({ number, prompt, choices, targets }, withOptions) {
  const list = (of) => element(
    "ul",
    { class: "options" },
    ...of.map(
      ({ label, text }) => element("li", {}, ...label ? [element("b", { class: "letter" }, label)] : [], ["span", {}, text])
    )
  );
  return [
    ["h2", { tabindex: "-1" }, ["span", { class: "number" }, number], " ", prompt],
    ...withOptions && choices.length ? [list(choices)] : [],
    ...withOptions && targets.length ? [list(targets)] : []
  ];
}
function stage(desk2, poll) {
  const { view } = desk2;
  if (view.stage === "open") return open(desk2, poll);
  if (!view.result) return [];
  return view.stage === "revealed" ? revealed(view.result) : closed(desk2, poll, view.result);
}
function open(desk2, poll) {
  const { view } = desk2;
  const seats = view.seats.filter(({ here, voted }) => here || voted);
  const missing = seats.filter(({ voted }) => !voted);
  const hands = Object.values(poll.hands).reduce((sum, n) => sum + n, 0);
  const share = seats.length ? 100 * poll.answered / seats.length : 0;
  return [
    ["h3", {}, view.round === 2 ? _("Second vote") : _("First vote")],
    [
      "p",
      { class: "answered" },
      ["b", {}, `${poll.answered}`],
      " ",
      ngettext("answered, of {n} seat", "answered, of {n} seats", seats.length),
      ...hands ? [` + ${ngettext("{n} hand", "{n} hands", hands)}`] : []
    ],
    ["div", { class: "progress", "aria-hidden": "true" }, ["span", { style: `inline-size: ${share}%` }]],
    ["p", { class: "quiet missing" }, missingWords(missing.map(({ name }) => name))],
    [
      "div",
      { class: "buttons" },
      button(_("Close the vote"), { act: { act: "close" }, kind: "strong" }),
      button(_("Show the answer"), { act: { act: "reveal" } })
    ],
    ...handsForm(desk2, poll)
  ];
}
var FEW = 6;
function missingWords(names) {
  if (!names.length || names.length > FEW) return "";
  return _("Not yet: {names}", { names: names.join(", ") });
}
function closed(desk2, poll, result) {
  const { round } = desk2.view;
  const { lines } = desk2.plan;
  const now = result.rounds[round - 1];
  const talks = round === 1 && now.share?.advice !== "go-on";
  const again = now.share?.advice === "explain" ? _("Vote again") : _("Discuss and vote again");
  return [
    ["h3", {}, round === 2 ? _("How they voted the second time") : _("How they voted")],
    voteBars(result),
    ...now.share ? [shareScale(now.share, lines), element("p", { class: "advice" }, now.words), source(lines)] : [element("p", { class: "quiet" }, _("Nobody has answered."))],
    [
      "div",
      { class: "buttons" },
      ...round === 1 ? [button(again, { act: { act: "again" }, kind: talks ? "strong" : "" })] : [],
      button(_("Show the answer"), { act: { act: "reveal" }, kind: talks ? "" : "strong" }),
      button(_("Open again"), { act: { act: "reopen" } })
    ],
    ...votePieces(now),
    ...changed(result),
    ...handsForm(desk2, poll)
  ];
}
function revealed(result) {
  const now = result.rounds[result.rounds.length - 1];
  return [["h3", {}, _("How they voted")], voteBars(result), ...votePieces(now), ...changed(result)];
}
function answer({ plan, view }, poll) {
  if (view.stage !== "revealed" || !view.result) return [choose("small")];
  const next = nextQuestion(plan.questions, poll);
  const ask = next && { act: "ask", bank: next.bank, question: next.id };
  return [
    ["div", { class: "coup-questions" }, view.result.solution],
    [
      "div",
      { class: "buttons" },
      ...next ? [
        button(_("Next question: {number}", { number: next.number }), {
          act: ask,
          kind: "strong",
          more: { title: next.prompt }
        })
      ] : [],
      choose(next ? "" : "strong")
    ]
  ];
}
function choose(kind) {
  return button(_("Choose another question"), { set: { picks: true }, kind });
}
function changed(result) {
  if (!result.shift.length) return [];
  return [
    ["h3", {}, _("Who changed their mind")],
    shiftPicture(result),
    ...result.swayed ? [swayed(result.swayed)] : []
  ];
}
function swayed({ wrong, found, right, lost }) {
  const said2 = [
    ...wrong ? [_("From wrong to right: {found} of {wrong}.", { found, wrong })] : [],
    ...right ? [_("From right to wrong: {lost} of {right}.", { lost, right })] : []
  ];
  const count = ngettext("{n} seat voted twice.", "{n} seats voted twice.", wrong + right);
  return ["p", { class: "swayed" }, said2.join(" "), " ", ["span", { class: "quiet" }, count]];
}
function source({ few, enough }) {
  return [
    "p",
    { class: "source" },
    _(
      "The lines at {few} and {enough} are those of Crouch & Mazur, American Journal of Physics 69 (2001), 970–977.",
      { few: percent(few), enough: percent(enough) }
    )
  ];
}

// exercises/coupquiz/classroom/scripts/desk/wall_panel.js
function wallPanel({ plan, view }) {
  const shows = [
    ["join", _("How to join"), true],
    ["question", _("Question"), view.way === "vote"],
    ["result", _("Result"), view.way === "vote" && view.stage === "revealed"],
    ["timeline", _("Timeline"), true]
  ];
  return [
    "div",
    { class: "on-wall", role: "group", "aria-label": _("On the wall") },
    ["span", { class: "label", "aria-hidden": "true" }, _("On the wall")],
    [
      "div",
      { class: "choices" },
      ...shows.filter(([, , can]) => can).map(
        ([wall, label]) => button(label, {
          act: { act: "show", wall, event: wall === "timeline" ? view.event : "" },
          more: { "aria-pressed": `${view.wall === wall}` }
        })
      )
    ],
    ...view.wall === "timeline" ? [events(plan.events, view.event)] : []
  ];
}
function events(all, chosen2) {
  const step = (sign2, label, by) => button(sign2, { act: { act: "step", by }, more: { "aria-label": label } });
  return [
    "div",
    { class: "events" },
    step("‹", _("Event before"), -1),
    [
      "select",
      { "aria-label": _("Event on the wall"), "data-show": "event", "data-value": chosen2 },
      ["option", { value: "" }, _("No event")],
      ...all.map(({ id, title }) => element("option", { value: id }, title))
    ],
    step("›", _("Next event"), 1)
  ];
}

// exercises/coupquiz/classroom/scripts/desk/desk_page.js
function deskPage(desk2) {
  const panels = { "own-pace": ownPace, vote: votePanel, test: testPanel };
  return [top(desk2), bar(desk2), ["section", { class: "panel", id: "panel" }, ...panels[desk2.tab](desk2)]];
}
function doing({ way, paused, parts: parts2, round, stage: stage2, test }) {
  if (paused) return _("Paused: everybody looks up");
  switch (way) {
    case "own-pace":
      return ngettext("At their own pace: {n} part open", "At their own pace: {n} parts open", parts2.length);
    case "vote":
      if (stage2 === "revealed") return _("The answer is shown");
      if (stage2 === "closed") return round === 2 ? _("Second vote closed") : _("First vote closed");
      return round === 2 ? _("Second vote open") : _("First vote open");
    case "test":
      return test.open ? _("The test is open") : _("The test is closed");
    case "over":
      return _("The lesson is over");
  }
  return _("Waiting: nothing is open yet");
}
function top(desk2) {
  const { plan, view } = desk2;
  const here = view.seats.filter((seat) => seat.here).length;
  const state = view.paused ? "state paused" : "state";
  const isOver = view.way === "over";
  return [
    "header",
    {},
    [
      "div",
      { class: "about" },
      ["h1", {}, plan.title],
      [
        "p",
        { class: "way-in" },
        ["a", { href: view.address, target: "_blank", rel: "noopener" }, typedAddress(view.address)],
        ["span", { class: "code" }, ["span", { class: "unseen" }, _("Code:"), " "], spacedCode(plan.code)],
        [
          "span",
          { class: "here" },
          ["b", {}, `${here}`],
          " ",
          ngettext("here, of {n} seat", "here, of {n} seats", view.seats.length)
        ]
      ]
    ],
    ["p", { class: state, role: "status" }, doing(view)],
    [
      "div",
      { class: "acts" },
      ...isOver ? [] : acts(desk2),
      [
        "button",
        { type: "button", class: isOver ? "strong" : "", "data-export": "" },
        _("Save answers as files")
      ],
      ["a", { class: "button", href: plan.wall, target: "_blank", rel: "noopener" }, _("Open the wall")]
    ],
    ...asked(desk2),
    ...view.trouble ? [trouble(view.trouble)] : [],
    ...view.leftOut ? [element("p", { class: "quiet" }, view.leftOut)] : []
  ];
}
function acts({ view }) {
  const pause = view.paused ? button(_("Go on"), { act: { act: "pause", paused: false }, kind: "strong" }) : button(_("Pause all"), { act: { act: "pause", paused: true } });
  return [pause, button(_("End the lesson"), { set: { sure: "end" } })];
}
function asked(desk2) {
  if (desk2.sure !== "end") return [];
  const question2 = _("End the lesson? Nothing can be answered after that. What was answered is kept.");
  return [sure(question2, { yes: _("End it"), no: _("Go on teaching"), act: { act: "end" } })];
}
function trouble(why) {
  const said2 = _("Something was not saved: {why}. Free some space on this computer; pages send it again.", {
    why
  });
  return ["p", { class: "trouble", role: "alert" }, said2];
}
function bar(desk2) {
  const { plan, view, tab } = desk2;
  const tabs = [
    ["own-pace", _("Own pace"), plan.parts.length > 0],
    ["vote", _("Vote"), plan.questions.some(({ vote }) => vote)],
    ["test", _("Test"), plan.test !== null]
  ];
  const there = tabs.filter(([, , isThere]) => isThere);
  return [
    "div",
    { class: "bar" },
    [
      "nav",
      { "aria-label": _("Ways to teach") },
      ...there.map(
        ([id, label]) => button(["span", {}, label, ...view.way === id ? [element("small", {}, _("now"))] : []], {
          set: { tab: id },
          more: id === tab ? { "aria-current": "true" } : {}
        })
      )
    ],
    ...view.way === "over" ? [] : [wallPanel(desk2)]
  ];
}

// exercises/coupquiz/classroom/scripts/desk/desk.js
var main = (
  /** @type {HTMLElement} */
  document.querySelector("main")
);
var said = (
  /** @type {HTMLElement} */
  document.createElement("p")
);
said.className = "said";
said.setAttribute("role", "alert");
main.before(said);
var desk;
var heard = 0;
var last = "";
function show() {
  if (!desk) return;
  const { left, runs } = desk.view.test;
  const since = (performance.now() - heard) / 1e3;
  desk.left = left === null || !runs ? left : Math.max(0, left - since);
  const had = main.contains(document.activeElement);
  redraw(main, ...deskPage(desk));
  for (const select of main.querySelectorAll("select")) select.value = select.dataset.value ?? "";
  for (const form of main.querySelectorAll("form")) begin2(form);
  if (had && !main.contains(document.activeElement)) focusOn(".sure [data-focus]", "[data-focus]", "h2");
}
function begin2(form) {
  if (about.get(form) === form.dataset.of) return;
  about.set(form, form.dataset.of);
  form.reset();
}
var about = /* @__PURE__ */ new WeakMap();
function focusOn(...selectors) {
  const found = selectors.map((each) => main.querySelector(each)).find(Boolean);
  if (found instanceof HTMLElement) found.focus();
}
function follow({ way, poll }) {
  if (!desk || way === desk.view.way && poll?.poll === desk.view.poll?.poll) return;
  if (way !== "wait" && way !== "over") desk.tab = way;
  desk.picks = false;
}
function take(view) {
  if (!desk) return;
  heard = performance.now();
  follow(view);
  desk.view = view;
  show();
}
var act = oneAfterAnother(
  async (message) => take(await post("desk/act", message)),
  (error) => {
    said.textContent = error ? trouble2(error) : "";
  }
);
function trouble2(error) {
  const away = _("The room does not answer. Is it still open on your computer?");
  return error instanceof Refused && error.message || away;
}
async function exportAnswers() {
  try {
    const { seats, folder, left_out: leftOut } = await post("desk/export", {});
    const written = ngettext(
      "The answers of {n} seat are in {folder} on the room’s computer.",
      "The answers of {n} seats are in {folder} on the room’s computer.",
      seats,
      { folder }
    );
    said.textContent = `${written} ${leftOut}`.trim();
  } catch (error) {
    said.textContent = trouble2(error);
  }
}
main.addEventListener("click", async ({ target, detail }) => {
  if (target instanceof Element && target.closest("[data-export]")) return exportAnswers();
  const pressed = target instanceof Element && target.closest("button[data-act], button[data-set]");
  if (!desk || !(pressed instanceof HTMLElement)) return;
  const label = pressed.textContent;
  if (detail > 1 && label !== last) return;
  last = label;
  const { act: message, set = "{}" } = pressed.dataset;
  if (message && !await act(JSON.parse(message))) return;
  const before = { ...desk };
  Object.assign(desk, JSON.parse(set));
  show();
  const opens = desk.seat !== before.seat || desk.question !== before.question || desk.sure !== before.sure;
  if (opens && (desk.seat || desk.question || desk.sure)) focusOn(".sure [data-focus]", "[data-focus]");
  if (desk.tab !== before.tab || desk.picks !== before.picks) focusOn("h2");
});
main.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = (
    /** @type {HTMLFormElement} */
    event.target
  );
  const typed = [...new FormData(form)].map(([name, value]) => (
    /** @type {const} */
    [name, Number(value)]
  ));
  if (form.dataset.form === "hands") act({ act: "hands", counts: Object.fromEntries(typed) });
  if (form.dataset.form === "clock") act({ act: "clock", seconds: 60 * typed[0][1] });
});
main.addEventListener("input", ({ target }) => {
  if (!desk || !(target instanceof HTMLInputElement) || !("search" in target.dataset)) return;
  desk.search = target.value;
  show();
});
main.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLSelectElement && target.dataset.show === "event") {
    act({ act: "show", wall: "timeline", event: target.value });
  }
});
main.addEventListener("keydown", ({ key }) => {
  if (!desk || key !== "Escape" || !(desk.sure || desk.seat || desk.question)) return;
  Object.assign(desk, desk.sure ? { sure: "" } : { seat: 0, question: "" });
  show();
});
setInterval(() => desk?.view.test.runs && show(), 500);
followView(
  "desk",
  async (view) => {
    if (view.way === "refused") return refuse();
    if (desk) return take(view);
    const plan = await get("desk/plan");
    if (desk) return take(view);
    desk = {
      plan,
      view,
      left: null,
      tab: "own-pace",
      picks: false,
      search: "",
      question: "",
      seat: 0,
      all: false,
      hands: false,
      sure: ""
    };
    if (plan.test && !plan.parts.length) desk.tab = "test";
    if (view.way === "vote") desk.tab = "vote";
    take(view);
  },
  (isAway) => {
    said.textContent = isAway ? _("The room does not answer. Is it still open on your computer?") : "";
  },
  new AbortController().signal
);
function refuse() {
  desk = void 0;
  redraw(
    main,
    ["h1", {}, _("This is the teacher’s desk")],
    ["p", {}, _("Open the secret address that stands in the terminal in which you opened the room.")]
  );
}
