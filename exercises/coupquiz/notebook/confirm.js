// A button for what cannot be undone: it asks once, beside itself, and nothing happens by one press.

function sure({ label, question, yes, no, act }) {
  const button = (text, kind = "") => draw(["button", { type: "button", class: kind }, text]);
  const box = draw(["span", { class: "sure" }]);
  const [ask, go, stay] = [button(label), button(yes, "strong"), button(no)];
  const asked = draw(["span", { class: "asked", role: "group", "aria-label": question }, ["span", {}, question]]);
  asked.append(go, stay);
  const show = (node, focus) => (box.replaceChildren(node), focus.focus());
  ask.addEventListener("click", () => show(asked, stay));
  stay.addEventListener("click", () => show(ask, ask));
  go.addEventListener("click", () => (show(ask, ask), act()));
  asked.addEventListener("keydown", (event) => event.key === "Escape" && show(ask, ask));
  box.append(ask);
  return box;
}
