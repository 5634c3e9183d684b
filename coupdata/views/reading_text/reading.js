// The behaviour of a reading: explanations of words, numbers of sentences, sentences lit up.

function render({ model, el }) {
  const ended = new AbortController();
  const article = draw(model.get("page"));
  keepKeys(article);
  explainTerms(article, ended.signal);
  article.firstChild.prepend(numbersSwitch(model));
  el.classList.add("coup-reading-view");
  el.replaceChildren(asleep(model), article);

  const follow = (name, update) => {
    model.on(`change:${name}`, update);
    ended.signal.addEventListener("abort", () => model.off(`change:${name}`, update));
    update();
  };
  follow("numbered", () => article.classList.toggle("numbered", model.get("numbered")));
  follow("lit", () => lightUp(article, el, model.get("lit")));
  ended.signal.addEventListener("abort", watched(model));
  return () => ended.abort();
}

function numbersSwitch(model) {
  const label = draw(["label", { class: "numbers" }, ["input", { type: "checkbox" }], "Sentence numbers"]);
  const box = label.firstChild;
  const show = () => (box.checked = model.get("numbered"));
  box.addEventListener("change", () => {
    model.set("numbered", box.checked);
    model.save_changes();
  });
  model.on("change:numbered", show);
  show();
  return label;
}

function lightUp(article, el, ids) {
  for (const sentence of article.querySelectorAll(".sentence")) {
    if (ids.includes(sentence.dataset.id)) sentence.setAttribute("aria-current", "true");
    else sentence.removeAttribute("aria-current");
  }
  const first = article.querySelector("[aria-current]");
  if (!first || el.scrollHeight <= el.clientHeight) return; // only a reading that scrolls by itself moves
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const above = first.getBoundingClientRect().top - el.getBoundingClientRect().top;
  el.scrollBy({ top: above - el.clientHeight / 4, behavior: calm ? "auto" : "smooth" });
}

/** Make each link to the glossary a button that shows the explanation where the word stands. */
function explainTerms(article, ended) {
  const view = unique();
  let shown = null; // the term whose explanation is open
  let timer;

  const tipOf = (term) => article.querySelector(`.tip[data-term="${term.dataset.term}"]`);
  const soon = (act, wait) => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
  const show = (term, pointer) => {
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
  const leave = () => soon(() => shown !== document.activeElement && hide(), 300); // time to reach the explanation

  for (const tip of article.querySelectorAll(".tip")) {
    tip.id = `${view}-${tip.dataset.term}`;
    tip.popover = "manual";
    tip.setAttribute("role", "tooltip");
    tip.addEventListener("pointerenter", () => clearTimeout(timer));
    tip.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
  }
  for (const term of article.querySelectorAll(".term")) {
    let wasShown = false;
    term.removeAttribute("href");
    term.tabIndex = 0;
    term.setAttribute("role", "button");
    term.setAttribute("aria-expanded", "false");
    term.setAttribute("aria-describedby", tipOf(term).id);
    term.addEventListener("focus", () => show(term));
    term.addEventListener("blur", () => shown === term && !tipOf(term).matches(":hover") && hide());
    term.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && soon(() => show(term, event), 120));
    term.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
    term.addEventListener("pointerdown", (event) => (wasShown = event.pointerType !== "mouse" && shown === term));
    term.addEventListener("click", () => (wasShown ? hide() : show(term)));
    term.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      if (shown === term) hide();
      else show(term);
    });
  }

  const outside = (event) => shown && !shown.contains(event.target) && !tipOf(shown).contains(event.target);
  const on = (target, type, act) => target.addEventListener(type, act, { capture: true, signal: ended });
  on(document, "keydown", (event) => event.key === "Escape" && hide());
  on(document, "pointerdown", (event) => outside(event) && hide());
  on(window, "scroll", () => shown && place(tipOf(shown), shown));
  on(window, "resize", () => shown && place(tipOf(shown), shown));
  ended.addEventListener("abort", hide);
}

/** Put the explanation under its word, or above where there is no room, and always inside the window. */
function place(tip, term, pointer) {
  const margin = 8;
  const gap = 6;
  const lines = [...term.getClientRects()]; // a term may run over the end of a line
  const line = lines.find((rect) => pointer && pointer.clientY >= rect.top && pointer.clientY <= rect.bottom) ?? lines[0];
  const { clientWidth, clientHeight } = document.documentElement;
  const { width, height } = tip.getBoundingClientRect();
  const below = lines.at(-1).bottom + gap;
  const above = lines[0].top - gap - height;
  const top = below + height + margin <= clientHeight || above < margin ? below : above;
  const within = (value, most) => Math.max(margin, Math.min(value, most));
  tip.style.left = `${within(line.left - margin, clientWidth - width - margin)}px`;
  tip.style.top = `${within(top, clientHeight - height - margin)}px`;
}

export default { render };
