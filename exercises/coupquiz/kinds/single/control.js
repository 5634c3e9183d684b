// One of several: radio buttons. Asks questions of the kinds single, claim and evidence.

controls.single = controls.claim = controls.evidence = ({ root, listen, give }) => {
  const name = unique(); // buttons of one name are one group, so each view needs a name of its own
  const buttons = [...root.querySelectorAll("input")];
  for (const button of buttons) {
    button.name = name;
    listen(button, "change", () => give(button.value));
  }
  return (answer) => buttons.forEach((button) => (button.checked = button.value === answer));
};
