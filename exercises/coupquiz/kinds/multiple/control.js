// Some of several: checkboxes.

controls.multiple = ({ root, listen, give }) => {
  const boxes = [...root.querySelectorAll("input")];
  for (const box of boxes) {
    listen(box, "change", () => give(boxes.filter((other) => other.checked).map((other) => other.value)));
  }
  return (answer) => boxes.forEach((box) => (box.checked = (answer ?? []).includes(box.value)));
};
