// Room for one's own words.

controls.why = ({ root, listen, type }) => {
  const room = root.querySelector("textarea");
  describe(room, root.querySelector(".note"));
  listen(room, "input", () => type(room.value));
  return (answer) => write(room, answer ?? "");
};
