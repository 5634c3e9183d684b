// Beside each item a list to choose its match from.

controls.match = ({ root, listen, give }) => {
  const lists = [...root.querySelectorAll("select")];
  const matches = () => lists.filter((list) => list.value).map((list) => [list.dataset.item, list.value]);
  for (const list of lists) listen(list, "change", () => give(Object.fromEntries(matches())));
  return (answer) => lists.forEach((list) => (list.value = answer?.[list.dataset.item] ?? ""));
};
