// coupdata/views/html/scripts/draw.js
var HTML = "http://www.w3.org/1999/xhtml";
var SVG = "http://www.w3.org/2000/svg";
function draw([tag, attributes, ...children], around = HTML) {
  const space = tag === "svg" ? SVG : around;
  const drawn = (
    /** @type {HTMLElement} */
    document.createElementNS(space, tag)
  );
  for (const [name2, value] of Object.entries(attributes)) drawn.setAttribute(name2, value);
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
  for (const name2 of element.getAttributeNames()) {
    if (!(name2 in attributes || name2 === "data-lm-suppress-shortcuts")) element.removeAttribute(name2);
  }
  for (const [name2, value] of Object.entries(attributes)) {
    if (element.getAttribute(name2) !== value) element.setAttribute(name2, value);
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

// coupdata/views/html/scripts/i18n.js
var catalogue = {};
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
  return text.replace(/\{(\w+)\}/g, (name2, inside) => String(values[inside] ?? name2));
}

// lite/scripts/progress_file.js
var FORMAT = "coup1920 progress";
var VERSION = 1;
var SUFFIX = ".answers.json";
var NotProgress = class extends Error {
  /** @param {"foreign" | "newer" | "damaged"} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
};
function notebooksOf(kept) {
  const notebooks = /* @__PURE__ */ new Map();
  for (const [name2, text] of kept) {
    if (!name2.endsWith(SUFFIX)) continue;
    try {
      notebooks.set(name2.slice(0, -SUFFIX.length), JSON.parse(text));
    } catch {
    }
  }
  return notebooks;
}
function fileOf(notebook) {
  return `${notebook}${SUFFIX}`;
}
function exported(notebooks) {
  const ordered = Object.fromEntries([...notebooks].sort(([one], [other]) => one < other ? -1 : 1));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, notebooks: ordered }, void 0, 1)}
`;
}
function exportName(name2, day) {
  const forbidden = /[\p{Cc}/\\:*?"<>|]/gu;
  const plain = name2.replace(forbidden, "").replace(/\s+/g, " ").replace(/^[. ]+|[. ]+$/g, "");
  const two = (number) => String(number).padStart(2, "0");
  const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  return `${plain || "answers"}_coup1920_${date}${SUFFIX}`;
}
function imported(text) {
  let values;
  try {
    values = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new NotProgress("damaged");
  }
  if (values?.format !== FORMAT) throw new NotProgress("foreign");
  if (values.version !== VERSION) throw new NotProgress("newer");
  const notebooks = Object.entries(values.notebooks ?? {});
  const isSound = ([name2, file] = notebooks[0]) => /^[^/\\]{1,150}$/.test(name2) && file?.format === "coup1920 answers" && file.banks && file.learner;
  if (!notebooks.length || !notebooks.every((each) => isSound(each))) throw new NotProgress("damaged");
  return new Map(notebooks);
}
function joined(ours, theirs) {
  return {
    ...ours,
    version: Math.max(ours.version, theirs.version),
    name: ours.name || theirs.name,
    banks: joinedBanks(ours.banks, theirs.banks),
    aside: joinedBanks(ours.aside ?? {}, theirs.aside ?? {})
  };
}
function joinedBanks(ours, theirs) {
  const both = structuredClone(ours);
  for (const [bank, questions] of Object.entries(theirs)) {
    both[bank] ??= {};
    for (const [id, record] of Object.entries(questions)) {
      both[bank][id] = id in both[bank] ? merged(both[bank][id], record) : record;
    }
  }
  return both;
}
function merged(one, other) {
  const later = Date.parse(other.at) > Date.parse(one.at) ? other : one;
  return {
    ...later,
    tries: Math.max(one.tries, other.tries),
    hints: Math.max(one.hints, other.hints),
    solved: one.solved || other.solved,
    best: Math.max(one.best, other.best),
    shown: one.shown || other.shown,
    ...logged([...one.log ?? [], ...other.log ?? []])
  };
}
function logged(tries) {
  const whole = tries.toSorted((one, other) => Number("answer" in one) - Number("answer" in other));
  const byTime = new Map(whole.map((each) => [each.at, each]));
  const log = [...byTime.values()].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return log.length ? { log } : {};
}

// lite/scripts/due_today.js
var FILE = "review.coming.json";
var FORMAT2 = "coup1920 coming";
var VERSION2 = 1;
function dueToday(kept, now) {
  const files = [...notebooksOf(kept).values()];
  const times = files.flatMap(({ banks }) => Object.values(banks ?? {}).flatMap((bank) => Object.values(bank))).map(({ at }) => Date.parse(at));
  if (!times.length) return null;
  const coming = told(kept);
  const until = coming ? Date.parse(coming.at) : Number.NEGATIVE_INFINITY;
  const known = times.filter((time) => time <= until);
  const since = times.filter((time) => time > until);
  const counted = coming?.records ?? 0;
  const hasAll = known.length <= counted && counted <= times.length;
  const n = coming ? coming.days[dayOf(now)] : 0;
  if (n === void 0 || !hasAll || since.some((time) => dayOf(new Date(time)) !== dayOf(now))) return "open";
  return { n, isMost: since.length > 0 };
}
function told(kept) {
  try {
    const coming = JSON.parse(kept.get(FILE) ?? "");
    const isOurs = coming.format === FORMAT2 && coming.version === VERSION2;
    return isOurs && coming.days instanceof Object ? coming : void 0;
  } catch {
    return void 0;
  }
}
function dayOf(time) {
  const two = (number) => String(number).padStart(2, "0");
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

// lite/scripts/database.js
var SITE = new URL("../..", import.meta.url).pathname;
async function using(name2, stores, act) {
  const opening = indexedDB.open(name2, 1);
  opening.onupgradeneeded = () => {
    for (const store of stores) opening.result.createObjectStore(store);
  };
  const database = await done(opening);
  try {
    return await act(database);
  } finally {
    database.close();
  }
}
async function withSavedFiles(mode, act) {
  const opening = indexedDB.open(`JupyterLite Storage - ${SITE}`);
  opening.onupgradeneeded = () => opening.transaction?.abort();
  const database = await done(opening).catch(() => void 0);
  if (!database) return void 0;
  try {
    if (!database.objectStoreNames.contains("files")) return void 0;
    const change2 = database.transaction("files", mode);
    const result = await act(change2.objectStore("files"));
    if (mode === "readwrite") await ended(change2);
    return result;
  } finally {
    database.close();
  }
}
function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
function ended(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

// lite/scripts/kept_answers.js
var DATABASE = `coup1920 answers ${SITE}`;
var FILES = "files";
var MOVED = "moved";
var TOLD = `coup1920 answers ${SITE}`;
var ANSWERS = /\.answers\.([\w-]+\.)?json$/;
async function read() {
  try {
    return await withAnswers(async (database) => {
      const files = database.transaction(FILES).objectStore(FILES);
      const [names, texts] = await Promise.all([done(files.getAllKeys()), done(files.getAll())]);
      return new Map(names.map((name2, at) => [String(name2), texts[at]]));
    });
  } catch (error) {
    console.warn("This browser keeps no answers.", error);
    return null;
  }
}
async function swap(name2, before, after) {
  try {
    const now = await withAnswers(async (database) => {
      const change2 = database.transaction(FILES, "readwrite", { durability: "strict" });
      const files = change2.objectStore(FILES);
      const found = await done(files.get(name2)) ?? null;
      if (found === before) {
        if (after === null) files.delete(name2);
        else files.put(after, name2);
      }
      await ended(change2);
      return found === before ? after : found;
    });
    const stored = now === after;
    if (stored && before !== after) tell(name2, after);
    return { stored, now, trouble: "" };
  } catch (error) {
    return { stored: false, now: null, trouble: error instanceof Error ? error.name : String(error) };
  }
}
function listen(hear) {
  new BroadcastChannel(TOLD).onmessage = ({ data }) => hear(data.name, data.text);
}
function tell(name2, text) {
  const channel = new BroadcastChannel(TOLD);
  channel.postMessage({ name: name2, text });
  channel.close();
}
function withAnswers(act) {
  return using(DATABASE, [FILES, MOVED], async (database) => {
    await bringOld(database);
    return act(database);
  });
}
async function bringOld(database) {
  if (await done(database.transaction(MOVED).objectStore(MOVED).count())) return;
  const old = await oldFiles();
  const change2 = database.transaction([FILES, MOVED], "readwrite", { durability: "strict" });
  const files = change2.objectStore(FILES);
  for (const [name2, text] of old) {
    if (!await done(files.count(name2))) files.put(text, name2);
  }
  change2.objectStore(MOVED).put(true, "JupyterLite");
  await ended(change2);
}
async function oldFiles() {
  const kept = await withSavedFiles("readonly", (files) => done(files.getAll())) ?? [];
  return kept.filter(({ name: name2 }) => ANSWERS.test(name2)).map(({ name: name2, content }) => [name2, typeof content === "string" ? content : JSON.stringify(content)]);
}

// lite/scripts/saved_notebooks.js
var DATABASE2 = `coup1920 notebooks ${SITE}`;
var SHOWN = "shown";
async function renewNotebooks(names) {
  const kept = await Promise.all(
    names.map(async (name2) => {
      const answer = await fetch(`files/${name2}`);
      if (!answer.ok) return "";
      const now = sources(await answer.json());
      const before = await shownBefore(name2, now);
      return before === now ? "" : await setAside(name2, now) ?? "";
    })
  );
  return kept.filter(Boolean);
}
function shownBefore(name2, now) {
  return using(DATABASE2, [SHOWN], async (database) => {
    const change2 = database.transaction(SHOWN, "readwrite");
    const before = await done(change2.objectStore(SHOWN).get(name2));
    change2.objectStore(SHOWN).put(now, name2);
    await ended(change2);
    return before;
  });
}
function setAside(name2, now) {
  return withSavedFiles("readwrite", async (files) => {
    const saved = await done(files.get(name2));
    if (!saved || sources(saved.content) === now) return "";
    const names = new Set(await done(files.getAllKeys()));
    let number = 1;
    const called = () => name2.replace(/\.ipynb$/, `.before-${number}.ipynb`);
    while (names.has(called())) number += 1;
    files.put({ ...saved, name: called(), path: called() }, called());
    files.delete(name2);
    return called();
  });
}
function sources(notebook) {
  const cells = (typeof notebook === "string" ? JSON.parse(notebook) : notebook)?.cells ?? [];
  return JSON.stringify(cells.map(({ source }) => [source].flat().join("")));
}

// lite/scripts/start_page.js
var work = find(document, ".work");
var state = find(work, ".state");
var word = find(work, ".word");
var name = find(work, "input[name=learner]", HTMLInputElement);
var chooser = find(work, "input[type=file]", HTMLInputElement);
var needsAnswers = [".take", ".hand-in button"].map((each) => find(work, each, HTMLButtonElement));
async function tellState() {
  const kept = await read();
  tellDue(kept ?? /* @__PURE__ */ new Map());
  work.classList.toggle("unkept", kept === null);
  const n = kept ? answered(kept) : 0;
  for (const button of needsAnswers) button.disabled = !n;
  redraw(
    state,
    kept === null ? _(
      "This browser keeps nothing of this site, so your answers end with the page of each notebook. Export them there before you close it."
    ) : told2(n)
  );
  if (!name.value && kept) name.value = [...notebooksOf(kept).values()].find((file) => file.name)?.name ?? "";
}
function tellDue(kept) {
  const due = dueToday(kept, /* @__PURE__ */ new Date());
  find(document, ".due", HTMLElement).hidden = !due;
  if (due) redraw(find(document, ".due a"), dueWords(due));
}
function dueWords(due) {
  if (due === "open") return _("Something may be due today");
  const { n, isMost } = due;
  if (!n) return _("Nothing is due today");
  return isMost ? ngettext("Due today: {n} question at most", "Due today: {n} questions at most", n) : ngettext("Due today: {n} question", "Due today: {n} questions", n);
}
function told2(n) {
  return n ? ngettext(
    "{n} answer of yours is kept in this browser, on this device and nowhere else.",
    "{n} answers of yours are kept in this browser, on this device and nowhere else.",
    n
  ) : _("What you answer is kept in this browser, on this device and nowhere else. There is nothing yet.");
}
function answered(kept) {
  const files = [...notebooksOf(kept).values()];
  const records = files.flatMap(
    ({ banks }) => Object.values(banks ?? {}).flatMap((bank) => Object.values(bank))
  );
  return records.filter(({ answer }) => answer).length;
}
async function takeAlong() {
  const notebooks = notebooksOf(await read() ?? /* @__PURE__ */ new Map());
  if (!notebooks.size) return redraw(word, _("There are no answers yet."));
  const file = exportName(name.value, /* @__PURE__ */ new Date());
  const url = URL.createObjectURL(new Blob([exported(notebooks)], { type: "application/json" }));
  Object.assign(document.createElement("a"), { href: url, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(url), 6e4);
  return redraw(word, _("Saved on your device as {file}.", { file }));
}
async function handIn() {
  const given = name.value.trim().replace(/\s+/g, " ").slice(0, 100);
  if (!given) {
    redraw(word, _("Write your name first: your teacher sees it in the name of the file."));
    return name.focus();
  }
  const kept = await read() ?? /* @__PURE__ */ new Map();
  for (const [notebook, file2] of notebooksOf(kept)) {
    const text = `${JSON.stringify({ ...file2, name: given }, void 0, 1)}
`;
    await swap(fileOf(notebook), kept.get(fileOf(notebook)) ?? null, text);
  }
  await takeAlong();
  const file = exportName(given, /* @__PURE__ */ new Date());
  return redraw(
    word,
    _("Saved as {file}. Give this file to your teacher, as you hand in other work.", { file })
  );
}
async function bringBack() {
  const file = chooser.files?.[0];
  if (!file) return;
  try {
    const notebooks = imported(await file.text());
    let trouble = "";
    for (const [notebook, theirs] of notebooks) trouble ||= await keep(notebook, theirs);
    const n = notebooks.size;
    redraw(
      word,
      trouble ? _("Not kept in this browser ({trouble}).", { trouble }) : ngettext(
        "Brought back: the answers to {n} notebook.",
        "Brought back: the answers to {n} notebooks.",
        n
      )
    );
  } catch (error) {
    if (!(error instanceof NotProgress)) throw error;
    const why = {
      foreign: _("{file} is not a file with answers of this lesson.", { file: file.name }),
      newer: _("{file} was made by a newer version of the lesson.", { file: file.name }),
      damaged: _("{file} is damaged, or no file with answers.", { file: file.name })
    }[error.reason];
    redraw(word, why);
  } finally {
    chooser.value = "";
    await tellState();
  }
}
async function keep(notebook, theirs) {
  const file = fileOf(notebook);
  let before = (await read())?.get(file) ?? null;
  for (; ; ) {
    const ours = before === null ? void 0 : notebooksOf(/* @__PURE__ */ new Map([[file, before]])).get(notebook);
    const after = `${JSON.stringify(ours ? joined(ours, theirs) : theirs, void 0, 1)}
`;
    const { stored, now, trouble } = await swap(file, before, after);
    if (stored || trouble) return trouble;
    before = now;
  }
}
async function renew() {
  const links = [...document.querySelectorAll("a[href*='path=']")];
  const names = links.map(
    (link) => new URL(
      /** @type {HTMLAnchorElement} */
      link.href
    ).searchParams.get("path")
  );
  const kept = await renewNotebooks(
    /** @type {string[]} */
    [...new Set(names)]
  ).catch(() => []);
  if (!kept.length) return;
  redraw(
    word,
    _(
      "The lesson has changed since you were here. Your answers stay; notebooks that you had saved are kept as {names}.",
      {
        names: kept.join(", ")
      }
    )
  );
}
function wakeTimeline() {
  const place = find(document, ".timeline .live");
  const still = find(document, ".timeline .still");
  const fetchJson = (
    /** @type {FetchJson} */
    (async (view, query = {}) => {
      const details = Object.values(query).map((value) => `-${value}`);
      const answer = await fetch(`static/lesson/values/${view.replace("/", "-")}${details.join("")}.json`);
      if (!answer.ok) throw new Error(`${view}: ${answer.status}`);
      return answer.json();
    })
  );
  const watch = new IntersectionObserver(async ([{ isIntersecting }]) => {
    if (!isIntersecting) return;
    watch.disconnect();
    try {
      const views = await import(new URL("views_on_page.js", import.meta.url).href);
      place.style.height = "0";
      const whole = document.createElement("div");
      place.append(whole);
      const { model } = await views.showExplorer(whole, fetchJson);
      const chart = find(whole, ".coup-chart");
      const drawn = new MutationObserver(() => {
        if (!chart.querySelector(".main-svg")) return;
        drawn.disconnect();
        place.style.height = "";
        still.remove();
      });
      drawn.observe(chart, { childList: true, subtree: true });
      await views.showReading(find(document, "#reading"), fetchJson, model);
    } catch (error) {
      console.error(error);
    }
  });
  watch.observe(still);
}
find(work, ".take").addEventListener("click", takeAlong);
find(work, ".bring").addEventListener("click", () => chooser.click());
chooser.addEventListener("change", bringBack);
find(work, ".hand-in", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  handIn();
});
listen(tellState);
addEventListener("pageshow", tellState);
wakeTimeline();
renew();
if (navigator.serviceWorker) navigator.serviceWorker.register("service-worker.js?enableCache=false");
