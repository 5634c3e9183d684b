// A walk along the timeline: one stop at a time, with steps to and fro.

function render({ model, el }) {
  const page = draw(model.get("page"));
  const stops = [...page.querySelectorAll("li")];
  const button = (text) => draw(["button", { type: "button" }, text]);
  const [back, on] = [button("◀ Back"), button("Begin the tour")];
  const where = draw(["span", { class: "where" }]);
  const steps = draw(["div", { class: "steps" }]);
  steps.append(back, on, where);
  page.prepend(steps);
  keepKeys(page);
  el.replaceChildren(asleep(model), page);

  const go = (stop) => {
    if (stop < 1 || stop > stops.length) return;
    model.set("stop", stop);
    model.save_changes();
  };
  back.addEventListener("click", () => go(model.get("stop") - 1));
  on.addEventListener("click", () => go(model.get("stop") + 1));
  const show = () => {
    const here = model.get("stop");
    stops.forEach((stop, number) => (stop.hidden = number + 1 !== here));
    back.setAttribute("aria-disabled", String(here <= 1));
    on.setAttribute("aria-disabled", String(here === stops.length));
    on.textContent = here ? "Next stop ▶" : "Begin the tour";
    where.textContent = here ? `Stop ${here} of ${stops.length}` : `${stops.length} stops`;
  };
  page.querySelector("ol").setAttribute("aria-live", "polite");
  model.on("change:stop", show);
  show();
  return () => model.off("change:stop", show);
}

export default { render };
