/** Tell Python that a page shows this view, once it is painted; what comes back tells it that the page does so no longer. */
function watched(model) {
  let lost = false;
  model.on("comm_live_update", () => (lost = true));
  const say = (word) => lost || model.send(word);
  const seen = () => (clearTimeout(timer), (timer = null), say("seen"));
  let timer = setTimeout(seen, 100); // what Python does at the word would hold up the paint
  return () => {
    if (timer) seen(); // or else "gone" would count for another page
    say("gone");
  };
}
