// coupdata/views/html/scripts/draw.js
var HTML = "http://www.w3.org/1999/xhtml";
var SVG = "http://www.w3.org/2000/svg";
function draw([tag, attributes, ...children], around = HTML) {
  const space = tag === "svg" ? SVG : around;
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

// coupdata/views/html/scripts/keep_keys.js
function keepKeys(root) {
  for (const type of ["keydown", "keypress", "keyup"]) {
    root.addEventListener(type, (event) => event.stopPropagation());
  }
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element) target.setAttribute("data-lm-suppress-shortcuts", "true");
  });
  root.addEventListener("keydown", (event) => {
    const isS = event.keyCode === 83;
    if (!isS || !(event.ctrlKey || event.metaKey)) return;
    const copy = new KeyboardEvent("keydown", event);
    if (!root.parentNode?.dispatchEvent(copy)) event.preventDefault();
  });
}

// coupdata/views/html/scripts/hear.js
async function hear(model) {
  if (model.get("hears")) return;
  let widget;
  model.on("change:hears", (own) => widget = own);
  model.set("hears", true);
  if (!widget?._handle_comm_msg) return;
  try {
    await widget._handle_comm_msg({ content: { data: {} } });
  } catch {
    const plain = Object.getPrototypeOf(Object.getPrototypeOf(widget));
    widget.comm?.on_msg((message) => plain._handle_comm_msg.call(widget, message));
    widget.comm?.send({ method: "request_state" });
  }
}

// coupdata/views/html/scripts/i18n.js
var catalogue = {};
function speak(words) {
  catalogue = words;
}
function language() {
  return typeof catalogue[""] === "string" ? catalogue[""] : "en-GB";
}
function _(message, values = {}) {
  const found = catalogue[message];
  return filled(typeof found === "string" ? found : message, values);
}
function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (name, inside) => String(values[inside] ?? name));
}

// coupdata/views/html/scripts/view.js
function begin(model) {
  const ended = new AbortController();
  const { signal } = ended;
  if (STYLE) dress(STYLE);
  speak(model.get("catalogue") ?? {});
  hear(model);
  const listen = (target, type, act, options) => target.addEventListener(
    type,
    /** @type {EventListener} */
    act,
    { ...options, signal }
  );
  const on = (event, act) => {
    model.on(event, act);
    signal.addEventListener("abort", () => model.off(event, act));
  };
  const follow = (names, act) => {
    for (const name of names) on(`change:${name}`, act);
    act();
  };
  const set2 = (name, value2) => {
    if (value2 === model.get(name)) return;
    model.set(name, value2);
    model.save_changes();
  };
  return { listen, on, follow, set: set2, signal, end: () => ended.abort() };
}
function dress(css) {
  const worn = [...document.head.querySelectorAll(".coup-style")];
  if (worn.some((style) => style.textContent === css)) return;
  document.head.append(draw(["style", { class: "coup-style" }, css]));
}
function asleep(model) {
  const note = draw(["p", { class: "coup coup-asleep", role: "status" }]);
  model.on("comm_live_update", () => {
    redraw(
      note,
      _(
        "This view has stopped responding. Run this cell again, and the ones before it: Run → Run All Cells."
      )
    );
  });
  return note;
}

// coupdata/views/html/scripts/watched.js
function watched(model) {
  let lost = false;
  model.on("comm_live_update", () => lost = true);
  const say = (word) => lost || model.send(word);
  let timer = null;
  const seen = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    say("seen");
  };
  timer = setTimeout(seen, 100);
  return () => {
    if (timer) seen();
    say("gone");
  };
}

// exercises/coupquiz/notebook/scripts/download.js
function download({ file, content }) {
  const url = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  draw(["a", { href: url, download: file }]).click();
  setTimeout(() => URL.revokeObjectURL(url), 6e4);
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
    show(words) {
      redraw(root, ...choices(name, Object.entries(words)));
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
function choices(name, words) {
  if (!words.length) return [];
  const question = _("How sure are you?");
  const labels = words.map(
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
    const [start, end] = [from + away(links, id, from, true), to + away(links, id, to, false)];
    const bend = Math.max(18, (room - 4) * Math.sqrt(Math.abs(from - to) / longest)) * 1.3;
    const curve = `M0,${start} C${bend},${start} ${bend},${end} ${HEAD},${end}`;
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
  const pair = (link2) => link2.split(ARROW);
  const say = (words) => redraw(live, words);
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
  const change2 = (wanted, words) => {
    links = wanted;
    show();
    say(words);
    give(links);
  };
  const join = (from, to) => {
    const [one, other] = [id(from), id(to)];
    choose(null);
    const names = { cause: title(one), effect: title(other) };
    const added = `${one}${ARROW}${other}`;
    const rest = links.filter((each) => each !== `${other}${ARROW}${one}` && each !== added);
    change2([...rest, added], _("Linked: “{cause}” led to “{effect}”.", names));
  };
  const press = (card) => {
    if (cause && cause !== card) return join(cause, card);
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
      join(dragged, card);
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
  const [start, end] = [from, to].map((part) => /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(part));
  if (!start || !end) return null;
  const first = dayOf(`${start[1]}-${start[2] ?? "01"}-${start[3] ?? "01"}`);
  const last = dayOf(`${end[1]}-${end[2] ?? "12"}-${end[3] ?? "01"}`);
  const [year, month, day] = end.slice(1);
  const width = unitAround(last, day ? "day" : month ? "month" : "year");
  if (!(first <= width.last)) return null;
  const units = (
    /** @type {Unit[]} */
    ["day", "half", "month", "year"]
  );
  const unit = units.find((unit2) => {
    const around = unitAround(first, unit2);
    return around.first === first && around.last === width.last;
  });
  return year ? { first, last: width.last, unit: unit ?? "" } : null;
}
function written({ first, last, unit }) {
  const [start, end] = [isoOf(first), isoOf(last)];
  if (unit === "night") return `[${start}..${end}]`;
  if (unit === "month") return start.slice(0, 7);
  if (unit === "year") return start.slice(0, 4);
  return start === end ? start : `${start}/${end}`;
}
function inWords({ first, last, unit }) {
  const named = (day2, parts2) => new Date(day2 * DAY).toLocaleDateString(language(), { timeZone: "UTC", ...parts2 });
  const month = named(first, { month: "long", year: "numeric" });
  const day = (one) => named(one, { day: "numeric", month: "long", year: "numeric" });
  if (unit === "night") {
    const start = isoOf(first).slice(0, 7) === isoOf(last).slice(0, 7) ? named(first, { day: "numeric" }) : "";
    const evening = start || named(first, { day: "numeric", month: "long" });
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
    const [start, end] = [marks[0], marks[marks.length - 1]];
    const from = start.days?.first ?? (start.isOpen ? strips.years.first : void 0);
    const to = end.days?.last ?? (end.isOpen ? strips.years.last : void 0);
    panels.forEach((panel, number2) => {
      const bar = stretches[number2];
      lay(bar, panel, from !== void 0 && to !== void 0 && from <= to ? [from, to + 1] : null);
      bar.classList.toggle("open-start", start.isOpen);
      bar.classList.toggle("open-end", end.isOpen);
    });
  };
  const show = (mark2, words = "") => {
    const { days, handle, bars } = mark2;
    handle.classList.toggle("placed", days !== null);
    set(handle, "aria-valuetext", words || (days ? inWords(days) : _("not on the axis yet")));
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
    show(id, text, words = "") {
      const mark2 = marks.find((one) => one.id === id);
      if (!mark2 || held) return;
      mark2.days = read(text);
      mark2.isOpen = text === "..";
      show(mark2, words);
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
function ask(root, send, signal, words) {
  const { question: id = "", kind = "" } = root.dataset;
  const answers = root.parentElement?.dataset.answers ?? "";
  const bring = CONTROLS[kind];
  if (!bring) {
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
  const trouble = draw(["p", { class: "trouble", role: "alert" }]);
  const said = draw(["div", { class: "said" }]);
  const verdict = draw(["p", { class: "unseen", role: "status" }]);
  const help = draw(["div", { "aria-live": "polite" }]);
  const actions = draw(["div", { class: "actions" }]);
  const certainty = askCertainty();
  actions.append(certainty.root, buttons, kept);
  root.append(actions, trouble, verdict, said, help);
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
      redraw(trouble, saved === "saving" ? "" : why2 || words[saved]);
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
  const show = bring({ root, listen, give: answering(turns.give), type: answering(turns.type) });
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
      redraw(trouble, state.trouble);
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
  const words = [...said.querySelector("p")?.childNodes ?? []];
  const spoken = words.filter((node) => !(node instanceof Element && node.matches("[aria-hidden]")));
  const text = spoken.map((node) => node.textContent).join("").replace(heard, "").replace(/\s+/g, " ");
  const sentences = [...new Intl.Segmenter(language(), { granularity: "sentence" }).segment(text)];
  return sentences.slice(0, 2).map(({ segment }) => segment).join("").trim();
}

// exercises/coupquiz/notebook/scripts/questions_on_page.js
function bringQuestions(page, model, signal) {
  const words = {
    silent: _(
      "The notebook does not respond. Your answer stays on this page and is saved when it does. If that takes long, load the page again: your answer will still be there."
    ),
    lost: _("Your answer stays on this page and is saved when you run this cell again.")
  };
  const questions = findAll(page, ".question").map(
    (root) => ask(root, (message) => model.send(message), signal, words)
  );
  const problem = draw(["p", { class: "trouble", role: "alert" }]);
  const way = draw(["p", { class: "export" }]);
  const column = page.querySelector(".coup-questions") ?? page;
  column.prepend(problem);
  column.append(way);
  const save = draw(["button", { type: "button" }, _("Export to a file")]);
  save.addEventListener("click", () => model.send("export"));
  return {
    show: () => {
      redraw(problem, model.get("problem"));
      for (const question of questions) {
        const state = model.get("states")[question.id];
        if (state) question.show(state);
      }
      if (model.get("exports") !== Boolean(way.firstChild)) {
        way.replaceChildren(...model.get("exports") ? [save] : []);
      }
    },
    lose: () => {
      for (const question of questions) question.lose();
    }
  };
}

// exercises/coupquiz/notebook/scripts/review.js
function render({ model, el }) {
  const { follow, listen, on, signal, end } = begin(model);
  const place2 = draw(["div", { tabindex: "-1" }]);
  const onward = draw(["p", { class: "coup coup-review-onward" }]);
  const next = draw(["button", { type: "button" }]);
  el.replaceChildren(asleep(model), place2, onward);
  keepKeys(onward);
  let before = new AbortController();
  let isAsked = false;
  let questions;
  follow(["page"], () => {
    before.abort();
    before = new AbortController();
    const page = draw(model.get("page"));
    keepKeys(page);
    questions = bringQuestions(page, model, AbortSignal.any([signal, before.signal]));
    place2.replaceChildren(page);
    if (isAsked) {
      place2.focus({ preventScroll: true });
      place2.scrollIntoView({ block: "nearest" });
    }
    isAsked = false;
  });
  follow(["states", "problem", "exports"], () => questions.show());
  on("comm_live_update", () => questions.lose());
  on("msg:custom", download);
  follow(["onward"], () => {
    next.textContent = model.get("onward");
    onward.replaceChildren(...model.get("onward") ? [next] : []);
  });
  listen(next, "click", () => {
    isAsked = true;
    model.send("next");
  });
  signal.addEventListener("abort", watched(model));
  return end;
}
var review_default = { render };
export {
  review_default as default
};
