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

// coupdata/views/html/scripts/shared_script.js
var TRIES = 600;
var PAUSE = 100;
var modules = shared();
function shared() {
  const page = (
    /** @type {any} */
    globalThis
  );
  page.coupScripts ??= /* @__PURE__ */ new Map();
  return page.coupScripts;
}
async function sharedScript(model) {
  const source = (await holder(model)).get("source");
  let loading = modules.get(source);
  if (!loading) {
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    loading = import(url).finally(() => URL.revokeObjectURL(url));
    modules.set(source, loading);
  }
  return (await loading).default;
}
async function holder(model) {
  const id = model.get("shared_script").replace("IPY_MODEL_", "");
  for (let tries = 0; ; tries++) {
    try {
      return await /** @type {any} */
      model.widget_manager.get_model(id);
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((done) => setTimeout(done, PAUSE));
    }
  }
}

// coupdata/views/timeline_chart/plotly.js
var MESSAGES = [
  "_py2js_addTraces",
  "_py2js_animate",
  "_py2js_deleteTraces",
  "_py2js_moveTraces",
  "_py2js_relayout",
  "_py2js_removeLayoutProps",
  "_py2js_removeTraceProps",
  "_py2js_restyle",
  "_py2js_update"
];
function isTold(name) {
  return !name.startsWith("_js2py_");
}

// coupdata/views/timeline_chart/chart.js
var chart_default = () => {
  let chart;
  let known;
  return {
    initialize({ model, signal }) {
      hear(model);
      const missed = [];
      const notes = MESSAGES.map((name) => [
        `change:${name}`,
        () => model.get(name) && missed.push([name, model.get(name)])
      ]);
      for (const [change, note] of notes) model.on(change, note);
      chart = sharedScript(model).then((begin) => {
        const loaded = begin();
        for (const [change, note] of notes) model.off(change, note);
        known = {
          ...model,
          set: (name, value) => isTold(String(name)) && model.set(name, value),
          save_changes: () => signal.aborted || model.save_changes()
          // of a chart that is closed nobody hears
        };
        loaded.initialize({ model: known, signal });
        for (const [name, message] of missed) {
          model.set(name, message);
          model.set(name, null);
        }
        return loaded;
      });
    },
    async render(view) {
      const loaded = await chart;
      known.on = view.model.on;
      return loaded.render(view);
    }
  };
};
export {
  chart_default as default
};
