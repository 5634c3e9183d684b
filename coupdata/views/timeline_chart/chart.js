// A chart of Plotly's. Its program is five megabytes long, so all charts of a page share one copy. If each brought its
// own, as Plotly's widget does, a busy page would not have it in the two seconds that anywidget gives a widget to begin,
// and whoever is late hears no more from Python.

const MESSAGES = ["addTraces", "animate", "deleteTraces", "moveTraces", "relayout", "removeLayoutProps", "removeTraceProps"]
  .concat("restyle", "update")
  .map((act) => `_py2js_${act}`);

const programs = (globalThis.coupPrograms ??= new Map());

/** Plotly's own widget, in the version that Python has. */
async function load(model) {
  const id = model.get("_program").replace("IPY_MODEL_", "");
  const program = await model.widget_manager.get_model(id);
  const version = program.get("version");
  if (!programs.has(version)) {
    const url = URL.createObjectURL(new Blob([program.get("source")], { type: "text/javascript" }));
    programs.set(version, import(url).finally(() => URL.revokeObjectURL(url)));
  }
  return (await programs.get(version)).default();
}

/**
 * What Plotly's widget is to take for its model. Python hears of clicks; it need not hear after every change how the page
 * has drawn it, at length, nor that a view has fitted itself to the page, which it would have all other views do as well.
 */
function reserved(model) {
  const isTold = (name) => !name.startsWith("_js2py_") || name === "_js2py_pointsCallback";
  return { ...model, set: (name, value) => isTold(name) && model.set(name, value) };
}

export default () => {
  let chart;
  let known;
  return {
    initialize({ model, signal }) {
      hear(model);
      const missed = []; // what Python says before the program is there
      const notes = MESSAGES.map((name) => [name, () => model.get(name) && missed.push([name, model.get(name)])]);
      for (const [name, note] of notes) model.on(`change:${name}`, note);
      chart = load(model).then((loaded) => {
        for (const [name, note] of notes) model.off(`change:${name}`, note);
        known = reserved(model);
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
      known.on = view.model.on; // so that nobody calls on a view that is gone, and with an error keeps news from others
      return loaded.render(view);
    },
  };
};
