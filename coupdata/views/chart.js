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

export default () => {
  let chart;
  return {
    initialize({ model, signal }) {
      const missed = []; // what Python says before the program is there
      const notes = MESSAGES.map((name) => [name, () => model.get(name) && missed.push([name, model.get(name)])]);
      for (const [name, note] of notes) model.on(`change:${name}`, note);
      chart = load(model).then((loaded) => {
        for (const [name, note] of notes) model.off(`change:${name}`, note);
        loaded.initialize({ model, signal });
        for (const [name, message] of missed) {
          model.set(name, message);
          model.set(name, null);
        }
        return loaded;
      });
    },
    async render(view) {
      return (await chart).render(view);
    },
  };
};
