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

// coupdata/views/html/scripts/scripted.js
var scripted_default = () => {
  let widget;
  return {
    async render(shown) {
      widget ??= sharedScript(shown.model).then(
        (shared2) => typeof shared2 === "function" ? shared2() : shared2
      );
      return (await widget).render(shown);
    }
  };
};
export {
  scripted_default as default
};
