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

// coupdata/views/timeline_chart/chart.js
var CHANGING = ["choice", "fading"];
async function render({ model, el }) {
  const { Plotly } = (
    /** @type {any} */
    globalThis
  );
  const { on, signal, end } = begin(model);
  if (!el.isConnected) await new Promise(requestAnimationFrame);
  if (signal.aborted) return end;
  const { data, layout, config } = structuredClone(model.get("figure"));
  for (const name of CHANGING) {
    restyle(data, model.get(name));
    on(`change:${name}`, () => {
      const { changes, traces } = model.get(name);
      Plotly.restyle(el, structuredClone(changes), traces);
    });
  }
  Plotly.newPlot(el, data, layout, config);
  signal.addEventListener("abort", () => Plotly.purge(el));
  return end;
}
function restyle(drawn, { traces, changes }) {
  for (const [name, values] of Object.entries(changes)) {
    const path = name.split(".");
    const last = (
      /** @type {string} */
      path.pop()
    );
    for (const [place, number] of traces.entries()) {
      const owner = path.reduce((part, key) => part[key] ??= {}, drawn[number]);
      owner[last] = values[place];
    }
  }
}
var chart_default = { render };
export {
  chart_default as default,
  restyle
};
