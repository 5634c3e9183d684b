// A card that is drawn anew for each event, and whose causes and effects can be followed.

function render({ model, el }) {
  el.classList.add("coup-card-view");
  keepKeys(el);
  hear(model);
  const update = () => {
    const inside = el.contains(document.activeElement);
    el.replaceChildren(draw(model.get("page")));
    el.scrollTop = 0;
    if (!inside) return;
    const heading = el.querySelector("h3"); // the button that was pressed is gone: the focus stays in the card
    heading.tabIndex = -1;
    heading.focus();
  };
  el.addEventListener("click", (event) => {
    const button = event.target.closest("[data-event]");
    if (!button) return;
    model.set("selected", button.dataset.event);
    model.save_changes();
  });
  model.on("change:page", update);
  update();
  return () => model.off("change:page", update);
}

export default { render };
