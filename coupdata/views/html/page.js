// What every view of ours shares. Python puts this file before the view's own, so the two are one module.

const HTML = "http://www.w3.org/1999/xhtml";
const SVG = "http://www.w3.org/2000/svg";

/** Draw what element.py describes, [tag, attributes, ...children]. Text becomes text, never markup; an svg and what is
 * in it is drawn as SVG, where `title`, `text` and their like mean something else. */
function draw(node, around = HTML) {
  if (typeof node === "string") return document.createTextNode(node);
  const [tag, attributes, ...children] = node;
  const space = tag === "svg" ? SVG : around;
  const drawn = document.createElementNS(space, tag);
  for (const [name, value] of Object.entries(attributes)) drawn.setAttribute(name, value);
  const inside = tag === "foreignObject" ? HTML : space;
  drawn.append(...children.map((child) => draw(child, inside)));
  return drawn;
}

/** Put a style sheet on the page, unless it is there: to come again, it would have all of the page styled anew. */
function dress(css) {
  const worn = [...document.head.querySelectorAll(".coup-style")];
  if (!worn.some((style) => style.textContent === css)) document.head.append(draw(["style", { class: "coup-style" }, css]));
}

/**
 * Keep keys from the notebook, where "d d" would delete the cell and arrows would leave it. JupyterLab hears of a key
 * when we let it pass; Notebook 7 hears of it first, and heeds the attribute where it stands on what has the focus.
 * Ctrl S goes on to it: who has typed an answer and presses it wants the notebook saved, not the page.
 */
function keepKeys(root) {
  for (const type of ["keydown", "keypress", "keyup"]) root.addEventListener(type, (event) => event.stopPropagation());
  root.addEventListener("focusin", (event) => event.target.setAttribute("data-lm-suppress-shortcuts", "true"));
  root.addEventListener("keydown", (event) => {
    const isS = event.keyCode === 83; // in every alphabet; Jupyter goes by this, too
    if (!isS || !(event.ctrlKey || event.metaKey)) return;
    const copy = new KeyboardEvent("keydown", event);
    if (!root.parentNode.dispatchEvent(copy)) event.preventDefault(); // the notebook has taken it
  });
}

/** A note that shows when the view has lost its kernel: its clicks would go nowhere. Until then the view hears from it. */
function asleep(model) {
  hear(model);
  const note = draw(["p", { class: "coup coup-asleep", role: "status" }]);
  model.on("comm_live_update", () => {
    note.textContent = "This view no longer answers. Run this cell again, with those before it: Run → Run All Cells.";
  });
  return note;
}

/** A word that no other view on the page has, for ids and names of groups. */
function unique() {
  return `coup-${Math.random().toString(36).slice(2, 10)}`;
}
