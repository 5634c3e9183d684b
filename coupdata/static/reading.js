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
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
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

// coupdata/views/html/scripts/i18n.js
var catalogue = {};
function speak(words) {
  catalogue = words;
}
function _(message, values = {}) {
  const found = catalogue[message];
  return filled(typeof found === "string" ? found : message, values);
}
function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (name, inside) => String(values[inside] ?? name));
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
  const set = (name, value) => {
    if (value === model.get(name)) return;
    model.set(name, value);
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

// coupdata/views/html/scripts/unique.js
function unique() {
  return `coup-${Math.random().toString(36).slice(2, 10)}`;
}

// coupdata/views/reading_text/explained_terms.js
function explainTerms(article, ended) {
  const view = unique();
  let shown = null;
  let timer;
  const tipOf = (term) => find(article, `.tip[data-term="${term.dataset.term}"]`);
  const soon = (act, wait) => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
  const show = (term, pointer = void 0) => {
    clearTimeout(timer);
    if (shown === term) return;
    hide();
    shown = term;
    term.setAttribute("aria-expanded", "true");
    tipOf(term).showPopover();
    place(tipOf(term), term, pointer);
  };
  const hide = () => {
    clearTimeout(timer);
    if (!shown) return;
    shown.setAttribute("aria-expanded", "false");
    tipOf(shown).hidePopover();
    shown = null;
  };
  const leave = () => soon(() => shown !== document.activeElement && hide(), 300);
  for (const tip of findAll(article, ".tip")) {
    tip.id = `${view}-${tip.dataset.term}`;
    tip.popover = "manual";
    tip.setAttribute("role", "tooltip");
    tip.addEventListener("pointerenter", () => clearTimeout(timer));
    tip.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
  }
  for (const term of findAll(article, ".term")) {
    let wasShown = false;
    term.removeAttribute("href");
    term.tabIndex = 0;
    term.setAttribute("role", "button");
    term.setAttribute("aria-expanded", "false");
    term.setAttribute("aria-describedby", tipOf(term).id);
    term.addEventListener("focus", () => show(term));
    term.addEventListener("blur", () => shown === term && !tipOf(term).matches(":hover") && hide());
    term.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") soon(() => show(term, event), 120);
    });
    term.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
    term.addEventListener("pointerdown", (event) => {
      wasShown = event.pointerType !== "mouse" && shown === term;
    });
    term.addEventListener("click", () => wasShown ? hide() : show(term));
    term.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      if (shown === term) hide();
      else show(term);
    });
  }
  const outside = (event) => {
    const target = (
      /** @type {Node} */
      event.target
    );
    return shown && !shown.contains(target) && !tipOf(shown).contains(target);
  };
  const on = { capture: true, signal: ended };
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide(), on);
  document.addEventListener("pointerdown", (event) => outside(event) && hide(), on);
  for (const type of ["scroll", "resize"]) {
    window.addEventListener(
      type,
      () => shown && (isInSight(shown) ? place(tipOf(shown), shown) : hide()),
      on
    );
  }
  ended.addEventListener("abort", hide);
}
function isInSight(term) {
  const { top, bottom } = term.getBoundingClientRect();
  return bottom > 0 && top < document.documentElement.clientHeight;
}
function place(tip, term, pointer) {
  const margin = 8;
  const gap = 6;
  const lines = [...term.getClientRects()];
  const isMet = ({ top: top2, bottom }) => pointer && pointer.clientY >= top2 && pointer.clientY <= bottom;
  const line = lines.find(isMet) ?? lines[0];
  const { clientWidth, clientHeight } = document.documentElement;
  const { width, height } = tip.getBoundingClientRect();
  const below = lines[lines.length - 1].bottom + gap;
  const above = lines[0].top - gap - height;
  const top = below + height + margin <= clientHeight || above < margin ? below : above;
  const within = (value, most) => Math.max(margin, Math.min(value, most));
  tip.style.left = `${within(line.left - margin, clientWidth - width - margin)}px`;
  tip.style.top = `${within(top, clientHeight - height - margin)}px`;
}

// coupdata/views/reading_text/reading.js
function render({ model, el }) {
  const view = begin(model);
  const article = draw(model.get("page"));
  const numbers = draw([
    "label",
    { class: "numbers" },
    ["input", { type: "checkbox" }],
    _("Sentence numbers")
  ]);
  const box = find(numbers, "input", HTMLInputElement);
  article.firstElementChild?.prepend(numbers);
  keepKeys(article);
  explainTerms(article, view.signal);
  el.classList.add("coup-reading-view");
  el.replaceChildren(asleep(model), article);
  view.listen(box, "change", () => view.set("numbered", box.checked));
  view.follow(["numbered"], () => {
    box.checked = model.get("numbered");
    article.classList.toggle("numbered", box.checked);
  });
  view.follow(["lit"], () => lightUp(article, el, model.get("lit")));
  view.signal.addEventListener("abort", watched(model));
  return view.end;
}
function lightUp(article, el, ids) {
  for (const sentence of findAll(article, ".sentence")) {
    if (ids.includes(sentence.dataset.id ?? "")) sentence.setAttribute("aria-current", "true");
    else sentence.removeAttribute("aria-current");
  }
  const first = article.querySelector("[aria-current]");
  if (!first || el.scrollHeight <= el.clientHeight) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const above = first.getBoundingClientRect().top - el.getBoundingClientRect().top;
  el.scrollBy({ top: above - el.clientHeight / 4, behavior: calm ? "auto" : "smooth" });
}
var reading_default = { render };
export {
  reading_default as default
};
