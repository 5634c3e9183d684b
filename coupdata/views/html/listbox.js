// What the lists to choose from have in common: in each the choice follows the keys.

/** Choose by keys among these ids, in their order; the empty id stands for no choice. */
function chooseByKeys(listbox, { listen, ids, chosen, choose }) {
  listen(listbox, "keydown", (event) => {
    const all = ids();
    const last = all.length - 1;
    const here = all.indexOf(chosen());
    const to = {
      ArrowDown: here + 1,
      ArrowUp: here < 0 ? last : here - 1,
      PageDown: here + 8,
      PageUp: here - 8,
      Home: 0,
      End: last,
    }[event.key];
    if (event.key === "Escape") choose("");
    else if (to !== undefined && all.length) choose(all[Math.max(0, Math.min(to, last))]);
    else return;
    event.preventDefault();
  });
}

/** Mark this option and no other, or none, and scroll the list to it. */
function markOption(listbox, option) {
  for (const other of listbox.querySelectorAll("[aria-selected=true]")) other.setAttribute("aria-selected", "false");
  if (!option) return listbox.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  listbox.setAttribute("aria-activedescendant", option.id);
  const top = option.offsetTop - listbox.offsetTop;
  listbox.scrollTop = Math.max(Math.min(listbox.scrollTop, top), top + option.offsetHeight - listbox.clientHeight);
}
