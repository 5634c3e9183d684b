(() => {
  // <define:LESSON_CODE>
  var define_LESSON_CODE_default = ["import coupdata\nfrom coupdata.views import explorer\n\nexplorer(coupdata.load())", 'from coupdata.views import reading\n\nreading(coupdata.load(), "s")', 'from coupquiz import Quiz\n\nQuiz("start", notebook="00_start_here").ask("what-to-seize")', 'from coupquiz import ProgressView\n\nProgressView("start", "background", "timeline", "week", "sources", "lab")', 'from coupquiz import Review\n\nReview("start", "background", "timeline", "week", "sources", notebook="05_review").due()', 'import coupdata\nfrom coupdata.views import reading\n\ncase = coupdata.load()\nreading(case, "s")', 'from coupquiz import Quiz\n\nbackground = Quiz("background", notebook="01_reading", case=case)\nbackground.ask("counted-on", "what-the-government-did")', 'reading(case, "b")', 'background.ask("which-failure", "leaders-abroad", "revolt-from-abroad")', 'background.ask("why-stay-out", "premier-condition", "opposition-content", "premier-day")', 'background.ask("ally-in-need")', 'background.ask("first-of-its-kind")', 'reading(case, "c")', 'week = Quiz("week", notebook="01_reading", case=case)\nweek.ask("pressed-lenin", "measure-and-man")', 'week.ask("fought-back", "how-judged", "where-arrested")', 'week.ask("first-step", "what-they-knew")', 'reading(case, "f")', 'week.ask("into-georgia", "local-conflict", "one-after-the-other", "inside-and-outside")', 'week.ask("reasons-in-the-body", "end-of-the-plans", "delegation-since")', 'week.ask("one-plan-or-two")', 'reading(case, "n")', 'week.ask("price", "lives")', "background.summary()", "week.summary()", 'from coupquiz import Quiz\n\nplaced = Quiz("timeline", notebook="02_timeline")\nplaced.ask("place-the-speech", "place-the-attack", "place-the-crossing", "span-of-the-stay")', 'background = Quiz("background", notebook="02_timeline")\nbackground.ask("earlier-dates", "from-revolution-to-criticism")', 'week = Quiz("week", notebook="02_timeline")\nweek.ask("first-of-may", "to-the-decision", "treaty-day")', "from coupdata.views import tour\n\nwalk = tour()\nview = walk.explorer\nwalk", "from coupdata.views import actors_view, map_view\n\nactors_view(view.case, view)", "map_view(view.case, view)", 'week.ask("open-order")', 'placed.ask("links-in-georgia")', 'week.ask("order-and-reason")', "placed.summary()", "background.summary()", "week.summary()", "import coupdata\nfrom coupdata.views import reading\n\nreading(coupdata.load())", 'from coupquiz import Quiz\n\nquiz = Quiz("sources", notebook="03_sources")\nquiz.ask("day-or-night", "government-buildings")', 'quiz.ask("who-recognised", "only-in-summary", "poland-in-both", "on-georgian-ground")', 'quiz.ask("what-is-in-doubt", "whose-words")', 'quiz.ask("which-army", "lenins-answer", "untold")', 'quiz.ask("what-decided")', "quiz.summary()", 'import coupdata\nfrom coupquiz import Quiz\n\nquiz = Quiz("lab", notebook="04_data_lab")\nevents = coupdata.events()\nevents[["label", "title", "place"]].head()', 'len("Tiflis")', 'answer = ...\n\nquiz.check_value("how-many-rows", answer)', 'events.loc["premier-speech", "label"]', 'answer = ...\n\nquiz.check_value("label-of-the-treaty", answer)', 'in_moscow = events[events["place"] == "moscow"]\nin_moscow[["label", "title"]]', 'answer = ...\n\nquiz.check_value("placed-in-tiflis", answer)', 'len(events[events["precision"] == "night"])', 'answer = ...\n\nquiz.check_value("no-date", answer)', 'actors = coupdata.actors()\nactors[["name", "kind"]].head(8)', 'answer = ...\n\nquiz.check_value("persons", answer)', 'by_actor = events.explode("actors")\nby_actor[["title", "actors"]].head(8)', 'answer = ...\n\nquiz.check_value("red-army-acts", answer)', 'links = coupdata.links()\nlinks[["cause", "effect", "by"]].head()', 'events["lane"].value_counts().idxmax()', 'answer = ...\n\nquiz.check_value("most-causes", answer)', 'links[links["cause"] == "college-attack"]["effect"]', 'answer = ...\n\nquiz.check_value("causes-of-the-decision", answer)', 'quiz.ask("order-of-rows", "what-a-table-hides")', "quiz.summary()", 'from coupquiz import Review\n\nreview = Review("start", "background", "timeline", "week", "sources", notebook="05_review")\nreview.today()', "review.progress()", "import coupdata\nfrom coupdata.views import explorer, reading\n\ncase = coupdata.load()\nexplorer(case, words=False)", "reading(case)", "explorer(case)"];

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
  function change(element, [, attributes, ...content]) {
    for (const name of element.getAttributeNames()) {
      if (!(name in attributes || name === "data-lm-suppress-shortcuts")) element.removeAttribute(name);
    }
    for (const [name, value] of Object.entries(attributes)) {
      if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
    redraw(element, ...content);
  }

  // coupdata/views/html/scripts/i18n.js
  var catalogue = {};
  function _(message, values = {}) {
    const found = catalogue[message];
    return filled(typeof found === "string" ? found : message, values);
  }
  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, (name, inside) => String(values[inside] ?? name));
  }

  // exercises/coupquiz/lesson/lab_extension/bar.js
  var SIGN = ["span", { class: "coup-lesson-sign" }];
  function makeBar({ toggle, runCell, runAll, print: print2, tryAgain, home }) {
    const line = draw(["div", { class: "coup-lesson-line" }]);
    const node = draw(["div", { class: "coup-lesson-bar", role: "region", "aria-label": _("Lesson") }]);
    const told = draw(["span", { class: "coup-lesson-told", role: "status" }]);
    const mend = button("coup-lesson-mend", "", () => stage === "own code" ? runAll() : tryAgain());
    const run = button("coup-lesson-run", _("▶ Run this cell"), runCell);
    const paper = button("coup-lesson-print", _("Print …"), print2);
    const view = button("coup-lesson-tools", "", toggle);
    if (home) line.append(draw(["a", { class: "coup-lesson-home", href: home }, _("First page")]));
    line.append(told, mend, run, paper, view);
    node.append(line);
    mend.hidden = true;
    let stage = "ready";
    return {
      node,
      line,
      /** @param {Stage} now */
      tell(now) {
        stage = now;
        node.dataset.stage = now.replace(" ", "-");
        const isBusy = now === "preparing" || now === "slow";
        redraw(told, ...isBusy ? [SIGN] : [], words(now));
        redraw(mend, now === "own code" ? _("Run it") : _("Try again"));
        mend.hidden = !["own code", "no kernel", "failed"].includes(now);
      },
      /** @param {boolean} isLessonView */
      showView(isLessonView) {
        redraw(view, isLessonView ? _("Show all tools") : _("Lesson view"));
      },
      /** @param {boolean} isThere whether there is a cell that a learner runs */
      offerRun(isThere) {
        run.hidden = !isThere;
      }
    };
  }
  function words(stage) {
    switch (stage) {
      case "preparing":
        return _("Preparing the lesson …");
      case "slow":
        return _("Still preparing the lesson. If nothing changes within a minute, load this page again.");
      case "own code":
        return _(
          "This notebook has code that is not the lesson’s, or comes from elsewhere. Run it if you know who wrote it."
        );
      case "no kernel":
        return _("Python is not running, so the lesson is not ready.");
      case "failed":
        return _("Something here could not be prepared. If trying again does not help, load this page again.");
      default:
        return "";
    }
  }
  function button(kind, label, act) {
    const drawn = draw(["button", { type: "button", class: kind }, label]);
    drawn.addEventListener("click", act);
    return drawn;
  }

  // exercises/coupquiz/lesson/lab_extension/browser_python.js
  async function startPython(sessions, address) {
    const path = new URL(address).searchParams.get("path");
    if (!path?.endsWith(".ipynb")) return;
    await sessions.ready;
    const session = await sessions.startNew({ name: path, path, type: "notebook", kernel: { name: "python" } });
    session.dispose();
  }
  async function fetchPandas(kernel) {
    await kernel.requestExecute({ code: "import pandas", silent: true, store_history: false }).done;
  }

  // coupdata/views/timeline_chart/plotly.js
  function chartIn(root) {
    return root?.querySelector(".js-plotly-plot") ?? null;
  }
  function drawnWidth(chart) {
    return (
      /** @type {any} */
      chart._fullLayout?.width
    );
  }

  // exercises/coupquiz/lesson/lab_extension/lesson_notebook.js
  function asksToBeFilled(model) {
    return model?.getMetadata("coup1920")?.fill === true;
  }
  function hasTables(model) {
    return model?.getMetadata("coup1920")?.tables === true;
  }
  function runsByItself(cells, { isTrusting, isLessons, isOwn: isOwn2 }) {
    const code = cells.filter(({ model }) => model.type === "code");
    const lessons = code.filter(({ model }) => isLessons(sourceOf(model.toJSON())));
    const others = code.filter((cell) => !lessons.includes(cell));
    const isStrange = isTrusting && code.some(({ model }) => !model.trusted) || others.some(({ model }) => isFolded(model.toJSON()));
    if (isStrange) return { lessons: [], own: [] };
    return { lessons, own: others.filter(({ model }) => isOwn2(sourceOf(model.toJSON()))) };
  }
  function widgetsOf(cells) {
    if (cells.some(({ execution_count }) => typeof execution_count !== "number")) return [];
    return cells.flatMap(({ outputs }) => outputs ?? []).map(viewOf).filter((id) => id !== void 0);
  }
  function viewOf({ data }) {
    return data?.["application/vnd.jupyter.widget-view+json"]?.model_id;
  }
  function isFolded({ metadata }) {
    return metadata.jupyter?.source_hidden === true;
  }
  function isByHand({ metadata }) {
    return metadata.coup1920?.by_hand === true;
  }
  function sourceOf({ source }) {
    return typeof source === "string" ? source : source.join("");
  }

  // exercises/coupquiz/lesson/lab_extension/filling.js
  var LONG = 45e3;
  var LATE = 2e4;
  var A_MOMENT = 400;
  function keepFilled(panel, actions, allowed, tell, prepare = async () => {
  }) {
    const { content, sessionContext } = panel;
    let running = null;
    let asked = "";
    let isNew = false;
    let isReady = false;
    let isShutDown = false;
    async function fillOnce(isAll) {
      const { lessons, own } = allowed();
      isReady = false;
      if (!lessons.length) return tell("own code");
      tell("preparing");
      const slow = setTimeout(() => tell("slow"), LONG);
      try {
        await sessionContext.ready;
        await untilNothingRuns(panel);
        const kernel = sessionContext.session?.kernel;
        if (!kernel) return tell("no kernel");
        if (!isAll && await lives([...lessons, ...own], kernel)) return await tellReady();
        await prepare(kernel);
        const isDone = await actions.runCells(content, lessons, sessionContext);
        if (isDone && own.length) await actions.runCells(content, own, sessionContext);
        if (isDone) await tellReady();
        else if (!isNew) tell(sessionContext.session?.kernel ? "failed" : "no kernel");
      } catch {
        tell("failed");
      } finally {
        clearTimeout(slow);
      }
    }
    async function tellReady() {
      isReady = true;
      await untilDrawn(panel);
      if (isReady) tell("ready");
    }
    async function fillWhileAsked() {
      while (asked && !panel.isDisposed) {
        const isAll = asked === "all";
        asked = "";
        await fillOnce(isAll);
      }
      running = null;
    }
    function fill(what) {
      if (asked !== "all") asked = what;
      running ??= fillWhileAsked();
      return running;
    }
    async function follow(status) {
      if (status === "terminating") isShutDown = true;
      if (status === "restarting" || status === "autorestarting" && !running) isNew = true;
      if (status !== "idle" || !isNew) return;
      isNew = false;
      await pause(A_MOMENT);
      await fill("what is gone");
    }
    async function startAgain() {
      isReady = false;
      tell("no kernel");
      await untilSomebodyIsThere();
      if (panel.isDisposed || sessionContext.session?.kernel) return;
      tell("preparing");
      await sessionContext.startKernel();
      if (!sessionContext.session?.kernel) tell("no kernel");
    }
    sessionContext.ready.then(() => {
      sessionContext.statusChanged.connect((_2, status) => follow(status));
      sessionContext.kernelChanged.connect((_2, { newValue }) => {
        if (newValue) [isNew, isShutDown] = [true, false];
        else if (isReady && !isShutDown) startAgain();
      });
    });
    return () => fill("all");
  }
  async function lives(cells, kernel) {
    const contents = cells.map(({ model }) => model.toJSON());
    const ids = widgetsOf(contents);
    if (!ids.length) return false;
    const { content } = await kernel.requestCommInfo({ target_name: "jupyter.widget" });
    return ids.every((id) => id in (content.comms ?? {}));
  }
  async function untilNothingRuns({ content }) {
    while (content.widgets.some(({ model }) => model.executionState === "running")) await pause(100);
  }
  async function untilDrawn({ node }) {
    const isComing = (explorer) => {
      const chart = chartIn(explorer);
      return explorer.clientWidth && !(chart && drawnWidth(chart));
    };
    const late = performance.now() + LATE;
    while ([...node.querySelectorAll(".coup-explorer")].some(isComing) && performance.now() < late)
      await pause(100);
  }
  function untilSomebodyIsThere() {
    return new Promise((done) => {
      for (const sign of ["focus", "keydown", "pointerdown", "pointermove"]) {
        addEventListener(sign, done, { capture: true, once: true });
      }
    });
  }
  function pause(time) {
    return new Promise((done) => setTimeout(done, time));
  }

  // exercises/coupquiz/lesson/lab_extension/kernel_notes.js
  var KERNEL = /* @__PURE__ */ new Set(["kernelspec", "language_info"]);
  function keepClean(model) {
    model.metadataChanged.connect((_2, { key }) => {
      if (!KERNEL.has(key) || model.dirty) return;
      queueMicrotask(() => {
        model.dirty = false;
      });
    });
  }

  // exercises/coupquiz/lesson/lab_extension/key_focus.js
  function noteKeys() {
    const note2 = (byKeys) => document.documentElement.classList.toggle("coup-lesson-by-keys", byKeys);
    document.addEventListener("keydown", () => note2(true), { capture: true });
    document.addEventListener("pointerdown", () => note2(false), { capture: true });
  }

  // exercises/coupquiz/lesson/lab_extension/lesson_view.js
  var KEPT = "coup1920:all-tools";
  var TOOLS = ["jp-top-panel", "jp-menu-panel", "jp-bottom-panel", "top-panel-wrapper", "menu-panel-wrapper"];
  function makeLessonView(shell, changed) {
    const panels = /* @__PURE__ */ new Set();
    let isOn = remembered() === null;
    let wasHidden = false;
    function apply() {
      for (const panel of panels) {
        panel.toolbar.setHidden(isOn);
        panel.toggleClass("coup-lesson-view", isOn);
      }
      const isHidden = isOn && [...panels].some((panel) => panel === shell.currentWidget);
      if (!isHidden && !wasHidden) return;
      if (isHidden && !wasHidden) {
        shell.collapseLeft();
        shell.collapseRight();
      }
      for (const tool of within(shell)) tool.setHidden(isHidden);
      wasHidden = isHidden;
    }
    shell.currentChanged?.connect(apply);
    shell.layoutModified?.connect(apply);
    return {
      isOn: () => isOn,
      /** Return the notebook of the lesson that a user looks at, if there is one. */
      inSight: () => [...panels].find((panel) => panel === shell.currentWidget),
      /** @param {NotebookPanel} panel */
      add(panel) {
        panels.add(panel);
        panel.disposed.connect(() => panels.delete(panel));
        apply();
      },
      toggle() {
        isOn = !isOn;
        remember(isOn);
        apply();
        changed(isOn);
      }
    };
  }
  function within(widget) {
    return [...widget.children()].flatMap((child) => {
      if (TOOLS.includes(child.id) || child.hasClass("jp-SideBar")) return [child];
      return child.id === "jp-main-dock-panel" || child.id === "main-panel" ? [] : within(child);
    });
  }
  function remembered() {
    try {
      return localStorage.getItem(KEPT);
    } catch {
      return null;
    }
  }
  function remember(isOn) {
    try {
      if (isOn) localStorage.removeItem(KEPT);
      else localStorage.setItem(KEPT, "yes");
    } catch {
    }
  }

  // exercises/coupquiz/lesson/lab_extension/math.js
  function setMathWhereItIs(rendermime) {
    const { latexTypesetter } = rendermime;
    if (!latexTypesetter) return;
    rendermime.latexTypesetter = {
      typeset: (node) => /[$\\]/.test(node.textContent ?? "") ? latexTypesetter.typeset(node) : void 0
    };
  }

  // exercises/coupquiz/lesson/lab_extension/own_code.js
  var KEPT2 = "coup1920:own-code";
  var MOST = 100;
  var LONGEST = 2e3;
  function keepOwn(path, source) {
    if (source.length > LONGEST || isOwn(path, source)) return;
    try {
      localStorage.setItem(KEPT2, JSON.stringify([...kept(), [path, source]].slice(-MOST)));
    } catch {
    }
  }
  function isOwn(path, source) {
    return kept().some(([where, what]) => where === path && what === source);
  }
  function kept() {
    try {
      const found = JSON.parse(localStorage.getItem(KEPT2) ?? "[]");
      return Array.isArray(found) ? found.filter(Array.isArray) : [];
    } catch {
      return [];
    }
  }

  // coupdata/views/html/scripts/find.js
  function findAll(root, selector, _type = (
    /** @type {any} */
    HTMLElement
  )) {
    return (
      /** @type {any[]} */
      [...root.querySelectorAll(selector)]
    );
  }

  // exercises/coupquiz/lesson/lab_extension/paper.js
  var ACROSS = 680;
  function keepPrintable(inSight) {
    let paper;
    const clear = () => paper?.remove();
    window.addEventListener("beforeprint", () => {
      clear();
      const panel = inSight();
      if (!panel) return;
      paper = paperOf(panel);
      document.body.prepend(paper);
    });
    window.addEventListener("afterprint", clear);
  }
  function paperOf({ content }) {
    const paper = draw(["div", { class: "coup-lesson-paper" }]);
    for (const { model, node } of content.widgets) {
      const cell = model.toJSON();
      if (isByHand(cell)) continue;
      const isCode = cell.cell_type === "code";
      if (isCode && !isFolded(cell)) paper.append(draw(["pre", {}, sourceOf(cell)]));
      const shown = findAll(
        node,
        isCode ? ".jp-OutputArea-output:not(.jp-OutputArea-output *)" : ".jp-MarkdownOutput"
      );
      paper.append(...shown.map(copyOf));
    }
    return paper;
  }
  function copyOf(shown) {
    const copy = (
      /** @type {HTMLElement} */
      shown.cloneNode(true)
    );
    const [chosen, lists] = [shown, copy].map((root) => findAll(root, "select", HTMLSelectElement));
    lists.forEach((list, place) => {
      list.selectedIndex = chosen[place].selectedIndex;
    });
    for (const field of findAll(copy, "textarea", HTMLTextAreaElement)) {
      field.replaceWith(draw(["div", { class: "written" }, field.value]));
    }
    for (const button2 of findAll(copy, "[type=radio]")) button2.removeAttribute("name");
    for (const chart of findAll(copy, ".coup-chart")) {
      const width = Number(chart.querySelector("svg")?.getAttribute("width"));
      if (width > ACROSS) chart.style.zoom = String(ACROSS / width);
    }
    return copy;
  }

  // exercises/coupquiz/lesson/lab_extension/saved_views.js
  var STYLES = /^<style>.*?<\/style>/s;
  function keepSaved({ model, saveState, sessionContext }) {
    const views = /* @__PURE__ */ new Map();
    sessionContext.iopubMessage.connect((_2, message) => note(message, views));
    saveState.connect((_2, state) => {
      if (state !== "started") return;
      const { dirty } = model;
      for (const cell of model.sharedModel.cells) renew(cell, views);
      model.dirty = dirty;
    });
  }
  function note({ header, content }, views) {
    if (header.msg_type !== "comm_msg") return;
    const { method, state, states } = content.data ?? {};
    const told = method === "update_states" ? states : { [content.comm_id ?? ""]: { state } };
    for (const [id, { state: state2 }] of Object.entries(told ?? {})) {
      if (typeof state2?.as_saved === "string" && state2.as_saved) views.set(id, state2.as_saved);
    }
  }
  function renew(cell, views) {
    for (const [place, output] of (cell.outputs ?? []).entries()) {
      const page = views.get(viewOf(output) ?? "");
      if (page === void 0) continue;
      const html = [output.data?.["text/html"] ?? ""].flat().join("");
      const styles = html.match(STYLES)?.[0] ?? "";
      if (html === styles + page) continue;
      const renewed = { ...output, data: { ...output.data, "text/html": styles + page } };
      cell.updateOutputs?.(place, place + 1, [renewed], "silent-change");
    }
  }

  // exercises/coupquiz/lesson/lab_extension/site_links.js
  function linkWithinSite(panel) {
    const follow = (event) => {
      const link = event.target instanceof Element && event.target.closest("a");
      const address = link && pageOf(link.href, location.href);
      if (!address) return;
      link.href = address;
      link.target = "_self";
      event.stopPropagation();
    };
    panel.content.node.addEventListener("click", follow, { capture: true });
  }
  function pageOf(href, here) {
    const page = new URL(here);
    const file = new URL(href, here);
    const root = new URL("../files/", page);
    if (!file.href.startsWith(root.href) || !file.pathname.endsWith(".ipynb")) return null;
    page.search = new URLSearchParams({
      path: decodeURIComponent(file.pathname.slice(root.pathname.length))
    }).toString();
    page.hash = "";
    return page.href;
  }

  // exercises/coupquiz/lesson/lab_extension/lesson.js
  var COMMAND = "coup1920:lesson-view";
  var PRINT = "coup1920:print";
  var LESSON = new Set(define_LESSON_CODE_default);
  function activate(modules, app, tracker, palette) {
    if (modules["@jupyterlab/coreutils"].PageConfig.getOption("coup1920StartsPython") === "early") {
      startPython(app.serviceManager.sessions, location.href).catch(() => {
      });
    }
    const bars = /* @__PURE__ */ new Set();
    const view = makeLessonView(app.shell, (isOn) => {
      for (const bar of bars) bar.showView(isOn);
      app.commands.notifyCommandChanged(COMMAND);
    });
    app.commands.addCommand(COMMAND, {
      label: _("Lesson View"),
      caption: _("Show the lesson without the tools of Jupyter"),
      isToggled: view.isOn,
      execute: view.toggle
    });
    app.commands.addCommand(PRINT, {
      label: _("Print …"),
      caption: _("Print this notebook of the lesson, with your answers"),
      execute: print
    });
    for (const command of [COMMAND, PRINT]) palette?.addItem({ command, category: _("Lesson") });
    keepPrintable(view.inSight);
    document.head.append(draw(["style", {}, `/* The line above a notebook of the lesson, and what the lesson view leaves out of JupyterLab's notebook. */

.coup-lesson-bar {
  overflow: hidden;
  border-block-end: 1px solid transparent;
  background: var(--jp-layout-color0);
  color: var(--jp-content-font-color1);
  font: 14px/1.4 var(--jp-ui-font-family);
}

.coup-lesson-bar:not([data-stage="ready"]) {
  border-color: var(--jp-border-color2);
}

.coup-lesson-line {
  display: flex;
  flex-wrap: wrap;
  gap: 4px 8px;
  align-items: center;
  justify-content: flex-end;
  padding: 3px 12px;
}

.coup-lesson-told {
  flex: 1 1 0;
}

.coup-lesson-told:not(:empty) {
  flex-basis: 190px;
}

.coup-lesson-bar[data-stage="preparing"] .coup-lesson-told {
  flex-basis: 0; /* on a phone beside the buttons: a line that goes would have all of the text jump */
}

.coup-lesson-bar :is(button, a) {
  min-height: 30px;
  padding: 2px 10px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 4px;
  background: transparent;
  color: inherit;
  font: inherit;
  cursor: pointer;
}

.coup-lesson-bar a {
  display: flex;
  align-items: center;
  box-sizing: border-box;
}

.coup-lesson-bar button[hidden] {
  display: none;
}

.coup-lesson-bar :is(.coup-lesson-tools, .coup-lesson-print, .coup-lesson-home) {
  border-color: transparent;
  color: var(--jp-content-font-color2);
}

.coup-lesson-bar :is(button, a):hover {
  border-color: var(--jp-content-font-color2);
}

.coup-lesson-bar :is(button, a):focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: -1px;
}

.coup-lesson-sign {
  display: inline-block;
  width: 0.75em;
  height: 0.75em;
  margin-inline-end: 0.6em;
  border: 2px solid var(--jp-border-color1);
  border-block-start-color: var(--jp-brand-color1);
  border-radius: 50%;
  vertical-align: -0.08em;
  animation: coup-lesson-turn 1s linear infinite;
}

@keyframes coup-lesson-turn {
  to {
    rotate: 1turn;
  }
}

@media (prefers-reduced-motion: reduce) {
  .coup-lesson-sign {
    animation: none;
  }
}

@media (width < 500px) {
  .coup-lesson-home {
    margin-inline-end: auto;
  }

  .coup-lesson-home ~ .coup-lesson-told:not(:empty) {
    order: 1;
    flex-basis: 100%;
  }
}

@media (pointer: coarse) {
  .coup-lesson-bar :is(button, a) {
    min-height: 44px;
  }
}

/* What to do where nothing fills a notebook */
.coup-lesson .coup-lesson-hint {
  display: none;
}

/* Text as wide as the questions, and in letters of their size */
@media screen {
  .coup-lesson .jp-MarkdownCell .jp-RenderedMarkdown :is(p, ul, ol) {
    box-sizing: border-box;
    max-width: 43rem;
    font-size: 1rem;
  }
}

/* In the ink of the questions, which in the dark is softer than Jupyter's white */
@media screen {
  [data-jp-theme-light="false"] .coup-lesson .jp-MarkdownCell .jp-RenderedMarkdown {
    color: color-mix(in srgb, var(--jp-content-font-color0) 88%, var(--jp-layout-color0));
  }
}

/* On a phone a heading has two lines */
.coup-lesson .jp-RenderedMarkdown :is(h1, h2, h3) {
  line-height: 1.2;
}

/* A name with hyphens stays whole, as it has to be typed */
.coup-lesson .jp-RenderedMarkdown p > code {
  display: inline-block;
  max-width: 100%;
  white-space: pre-wrap;
}

/* Code that no learner reads */
.coup-lesson-view .coup-lesson-folded > .jp-Cell-inputWrapper {
  display: none;
}

/* A touch here would fold away what a cell shows, move it or delete it */
.coup-lesson-view :is(.jp-Collapser, .jp-cell-toolbar, .jp-cell-menu) {
  display: none !important;
}

/* What has the focus has a ring of its own, where there are keys */
.coup-lesson-view .jp-MarkdownCell.jp-mod-active .jp-MarkdownOutput {
  border-color: transparent;
}

:root:not(.coup-lesson-by-keys) .coup-lesson-view .jp-Cell.jp-mod-active:focus-visible {
  box-shadow: none;
}

/* Where no code is in sight there are no numbers beside it, nor is there a place for more of it */
.coup-lesson-view .jp-Notebook:not(.coup-lesson-has-code) {
  --jp-cell-prompt-width: 0px;
}

.coup-lesson-view .jp-Notebook:not(.coup-lesson-has-code) :is(.jp-InputPrompt, .jp-OutputPrompt, .jp-Notebook-footer) {
  display: none;
}

/* The notebook on paper: there as long as a browser prints, in place of the page, black on white whatever the theme */
.coup-lesson-paper {
  display: none;
}

@media print {
  @page {
    margin: 15mm;
  }

  :root:has(.coup-lesson-paper),
  body:has(> .coup-lesson-paper) {
    position: static;
    width: auto;
    height: auto;
    overflow: visible;
    background: white;
  }

  body > .coup-lesson-paper ~ * {
    display: none !important;
  }

  .coup-lesson-paper {
    --jp-layout-color0: white;
    --jp-layout-color1: white;
    --jp-layout-color2: white;
    --jp-rendermime-table-row-background: white;
    --jp-border-color0: #999;
    --jp-border-color1: #bbb;
    --jp-border-color2: #ccc;
    --jp-border-color3: #ddd;
    --jp-content-font-color0: black;
    --jp-content-font-color1: black;
    --jp-content-font-color2: #333;
    --jp-content-font-color3: #555;
    --jp-content-link-color: black;
    display: block;
    max-width: 180mm;
    margin-inline: auto;
    color: black;
    color-scheme: light;
  }

  .coup-lesson-paper > * {
    display: block;
    width: auto;
    height: auto;
    overflow: visible;
    padding: 0;
  }

  .coup-lesson-paper :is(h1, h2, h3, h4) {
    break-after: avoid;
  }

  .coup-lesson-paper :is(img, svg) {
    max-width: 100%;
    break-inside: avoid;
  }

  .coup-lesson-paper :is(pre, .written) {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .coup-lesson-paper .written {
    min-height: 1.5em;
    padding-inline-start: 0.8em;
    border-inline-start: 1.5px solid;
    font-weight: 400;
  }

  .coup-lesson-paper .jp-InternalAnchorLink {
    display: none;
  }
}
`]));
    noteKeys();
    const { PageConfig } = modules["@jupyterlab/coreutils"];
    const home = PageConfig.getOption("coup1920FirstPage");
    const met = /* @__PURE__ */ new WeakSet();
    const kept2 = /* @__PURE__ */ new WeakSet();
    const filling = /* @__PURE__ */ new WeakSet();
    async function take(panel) {
      if (met.has(panel)) return;
      met.add(panel);
      setMathWhereItIs(panel.content.rendermime);
      if (!kept2.has(panel.context)) keepSaved(panel.context);
      kept2.add(panel.context);
      await panel.context.ready;
      if (panel.isDisposed || !asksToBeFilled(panel.content.model)) return;
      const bar = addBar(panel);
      panel.toggleClass("coup-lesson", true);
      view.add(panel);
      dress(panel);
      keepTextRead(panel);
      if (panel.content.model) keepClean(panel.content.model);
      if (home && PageConfig.getOption("notebookPage")) linkWithinSite(panel);
      if (filling.has(panel.context)) return;
      filling.add(panel.context);
      begin(panel, bar);
    }
    function addBar(panel) {
      const { content, sessionContext } = panel;
      const actions = modules["@jupyterlab/notebook"].NotebookActions;
      const bar = makeBar({
        toggle: view.toggle,
        runCell: () => actions.run(content, sessionContext),
        runAll: () => runAll(panel, bar),
        print,
        tryAgain: () => sessionContext.session?.kernel ? sessionContext.restartKernel() : sessionContext.startKernel(),
        home: home && new URL(home, PageConfig.getBaseUrl()).href
      });
      bar.showView(view.isOn());
      const offer = () => bar.offerRun(isLearners(content.activeCell));
      offer();
      content.activeCellChanged.connect(offer);
      panel.contentHeader.addWidget(new modules["@lumino/widgets"].Widget({ node: bar.node }));
      const seen = new ResizeObserver(() => {
        bar.node.style.minHeight = `${bar.line.offsetHeight + 1}px`;
        panel.contentHeader.fit();
      });
      seen.observe(bar.line);
      bars.add(bar);
      panel.disposed.connect(() => {
        bars.delete(bar);
        seen.disconnect();
      });
      return bar;
    }
    async function begin(panel, bar) {
      const { content } = panel;
      const isTrusting = PageConfig.getOption("coup1920TrustStore") !== "none";
      const fetchesPandas = PageConfig.getOption("coup1920Pandas") === "fetch" && hasTables(content.model);
      const allowed = () => runsByItself(content.widgets, {
        isTrusting,
        isLessons: (source) => LESSON.has(source),
        isOwn: (source) => isOwn(panel.context.path, source)
      });
      const actions = modules["@jupyterlab/notebook"].NotebookActions;
      const prepare = fetchesPandas ? fetchPandas : void 0;
      const written = () => JSON.stringify(content.widgets.map(({ model }) => sourceOf(model.toJSON())));
      const before = written();
      const tell = (stage) => {
        if (stage === "ready" && content.model && written() === before) content.model.dirty = false;
        bar.tell(stage);
      };
      const fill = keepFilled(panel, actions, allowed, tell, prepare);
      keepWhatIsRun(panel);
      await untilShown(panel);
      content.activeCellIndex = 0;
      content.scrollToItem(0).catch(() => {
      });
      await fill();
    }
    async function runAll(panel, bar) {
      const { content, sessionContext } = panel;
      const actions = modules["@jupyterlab/notebook"].NotebookActions;
      bar.tell("preparing");
      const isDone = await actions.runCells(content, content.widgets, sessionContext);
      await untilDrawn(panel);
      bar.tell(isDone ? "ready" : "failed");
    }
    function keepWhatIsRun(panel) {
      const { executed } = modules["@jupyterlab/notebook"].NotebookActions;
      const keep = (_sender, { notebook, cell, success }) => {
        if (notebook !== panel.content || cell.model.type !== "code" || !success) return;
        const source = sourceOf(cell.model.toJSON());
        if (!LESSON.has(source)) keepOwn(panel.context.path, source);
      };
      executed.connect(keep);
      panel.disposed.connect(() => executed.disconnect(keep));
    }
    async function untilShown(panel) {
      await app.restored;
      while (!panel.isVisible && !panel.isDisposed) await pause(100);
    }
    tracker.widgetAdded.connect((_sender, panel) => take(panel));
    tracker.forEach(take);
  }
  function dress({ content }) {
    const mark = () => {
      for (const cell of content.widgets) {
        const what = cell.model.toJSON();
        cell.toggleClass("coup-lesson-folded", what.cell_type === "code" && isFolded(what));
        cell.toggleClass("coup-lesson-hint", isByHand(what));
      }
      content.toggleClass("coup-lesson-has-code", content.widgets.some(isLearners));
    };
    mark();
    content.model?.cells.changed.connect(() => queueMicrotask(mark));
  }
  function keepTextRead(panel) {
    const keep = (event) => {
      const isText = event.target instanceof Element && event.target.closest(".jp-RenderedMarkdown");
      if (isText && panel.hasClass("coup-lesson-view")) event.stopPropagation();
    };
    panel.content.node.addEventListener("dblclick", keep, { capture: true });
  }
  function isLearners(cell) {
    return cell?.model.type === "code" && !isFolded(cell.model.toJSON());
  }
  function print() {
    setTimeout(() => window.print());
  }

  // exercises/coupquiz/lesson/lab_extension/extension.js
  var shared = {};
  var ENTRY = {
    /** @param {Scope} scope */
    init(scope) {
      shared = scope;
    },
    async get() {
      const modules = (
        /** @type {Modules} */
        Object.fromEntries(
          await Promise.all(
            ["@jupyterlab/apputils", "@jupyterlab/coreutils", "@jupyterlab/notebook", "@lumino/widgets"].map(
              async (name) => [name, await moduleOf(name)]
            )
          )
        )
      );
      const plugin = {
        id: "coup1920:lesson",
        description: "Fills the lesson's notebooks when they are opened, and puts Jupyter's tools out of sight.",
        autoStart: true,
        optional: [
          modules["@jupyterlab/notebook"].INotebookTracker,
          // which Voila has not, though it loads what JupyterLab does
          modules["@jupyterlab/apputils"].ICommandPalette
        ],
        /** @type {(app: App, tracker: NotebookTracker | null, palette: Palette | null) => void} */
        activate: (app, tracker, palette) => {
          if (tracker) activate(modules, app, tracker, palette);
        }
      };
      return () => ({ __esModule: true, default: plugin });
    }
  };
  async function moduleOf(name) {
    const [version] = Object.values(shared[name]);
    const factory = await version.get();
    return factory();
  }
  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB.coup1920 = ENTRY;
})();
