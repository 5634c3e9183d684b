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
  dress(STYLE);
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
  const set = (name, value2) => {
    if (value2 === model.get(name)) return;
    model.set(name, value2);
    model.save_changes();
  };
  return { listen, on, follow, set, signal, end: () => ended.abort() };
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

// exercises/coupquiz/kinds/scripts/clock.js
function clock(text, now = /* @__PURE__ */ new Date()) {
  const at = new Date(text);
  const time = at.toLocaleTimeString(language(), { hour: "2-digit", minute: "2-digit" });
  if (at.toDateString() === now.toDateString()) return time;
  return `${at.toLocaleDateString(language(), { day: "numeric", month: "long" })}, ${time}`;
}

// coupdata/views/html/scripts/unique.js
function unique() {
  return `coup-${Math.random().toString(36).slice(2, 10)}`;
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
    const place = { n: items().indexOf(item) + 1, all: items().length };
    const title = find(item, ".item").lastChild?.textContent ?? "";
    redraw(live, `${happened} ${_("{title}: position {n} of {all}", { title, ...place })}`.trim());
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
  claim: single,
  evidence: single,
  value,
  why
};

// exercises/coupquiz/kinds/scripts/turns.js
var PAUSE = 400;
var PATIENCE = 1e4;
var LONGEST = 6e4;
function takeTurns({ send, say, unsaved }) {
  let answer = null;
  let turn = "";
  let timer;
  let waiting;
  let known = [];
  let left = unsaved.read();
  let [silent, lost] = [false, false];
  const act = (name, more = {}) => {
    clearTimeout(timer);
    timer = void 0;
    turn = unique();
    known.push(answer);
    deliver({ act: name, answer, turn, ...more }, PATIENCE);
  };
  const deliver = (message, patience) => {
    clearTimeout(waiting);
    if (lost) return lose();
    const fall = () => {
      silent = true;
      say("silent");
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
  const change2 = (chosen) => {
    answer = chosen;
    turn = unique();
    unsaved.write({ answer, known });
    if (lost) lose();
    else say(silent ? "silent" : "saving");
  };
  const flush = () => {
    if (timer !== void 0) act("answer");
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
    /** Send what is typed, and nothing after that. */
    end() {
      flush();
      clearTimeout(waiting);
    },
    /** Take an answer that is complete, and send it. */
    give(chosen) {
      change2(chosen);
      act("answer");
    },
    /** Take an answer that is being typed, and send it when no key has come for a while. */
    type(chosen) {
      change2(chosen);
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE);
    },
    /**
     * Hear from Python: pass over what it says to an older answer, else show it; its answer goes into the control unless
     * the learner is typing another. What an earlier view could not save is shown and sent, if nothing came after it.
     *
     * @param {QuestionState} state
     * @param {(answer: Answer | null, isTyping: boolean) => void} show
     */
    hear(state, show) {
      if (turn && state.turn !== turn) return;
      turn = "";
      clearTimeout(waiting);
      silent = false;
      known = [state.answer];
      const isTyping = timer !== void 0;
      if (!isTyping) answer = state.answer;
      const found = left;
      left = null;
      if (found && !same(found.answer, answer) && found.known.some((one) => same(one, answer))) {
        show(found.answer, false);
        this.give(found.answer);
        return;
      }
      if (!isTyping) unsaved.write(null);
      show(answer, isTyping);
    }
  };
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
function ask(root, send, signal) {
  const { question: id = "", kind = "" } = root.dataset;
  const answers = root.parentElement?.dataset.answers ?? "";
  const bring = CONTROLS[kind];
  if (!bring) {
    const words = _("This question cannot be answered here: the page does not know its kind, “{kind}”.", {
      kind
    });
    root.append(draw(["p", { class: "trouble", role: "alert" }, words]));
    return { id, show: () => {
    }, lose: () => {
    } };
  }
  const buttons = draw(["div", { class: "buttons" }]);
  const kept = draw(["p", { class: "kept" }]);
  const trouble = draw(["p", { class: "trouble", role: "alert" }]);
  const said = draw(["div", { class: "said" }]);
  const verdict = draw(["p", { class: "unseen", role: "status" }]);
  const help = draw(["div", { "aria-live": "polite" }]);
  const actions = draw(["div", { class: "actions" }]);
  actions.append(buttons, kept);
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
    say: (saved) => {
      const words = {
        saving: "",
        silent: _("The notebook does not respond. Your answer stays on this page and is saved when it does."),
        lost: _("Your answer stays on this page and is saved when you run this cell again.")
      }[saved];
      redraw(kept, words ? _("Not saved") : _("Saving …"));
      redraw(trouble, words);
    },
    unsaved: unsavedPlace(`${answers}/${id}`)
  });
  const { flush, act, lose } = turns;
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
  listen(root, "keydown", ({ key, target }) => {
    if (key !== "Enter" || !(target instanceof Element && target.matches("input[type=text]"))) return;
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
    act(name);
  });
  return {
    id,
    lose,
    show: (state) => turns.hear(state, (answer, isTyping) => {
      if (!isTyping) show(answer, state);
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

// exercises/coupquiz/notebook/scripts/questions.js
function render({ model, el }) {
  const { follow, on, signal, end } = begin(model);
  const page = draw(model.get("page"));
  keepKeys(page);
  const questions = findAll(page, ".question").map(
    (root) => ask(root, (message) => model.send(message), signal)
  );
  const problem = draw(["p", { class: "trouble", role: "alert" }]);
  page.prepend(problem);
  el.replaceChildren(asleep(model), page);
  follow(["states", "problem"], () => {
    redraw(problem, model.get("problem"));
    for (const question of questions) question.show(model.get("states")[question.id]);
  });
  on("comm_live_update", () => {
    for (const question of questions) question.lose();
  });
  signal.addEventListener("abort", watched(model));
  return end;
}
var questions_default = { render };
export {
  questions_default as default
};
