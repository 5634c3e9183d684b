// What every view of answers does.

/** Tell Python that a page shows this view, once it is painted; what comes back tells it that the page does so no longer. */
function watched(model) {
  let lost = false;
  model.on("comm_live_update", () => (lost = true));
  let timer = setTimeout(tell, 100); // what Python does at the word would hold up the paint
  function tell() {
    if (timer === null || lost) return;
    clearTimeout(timer);
    timer = null;
    model.send("seen");
  }
  return () => {
    tell();
    if (!lost) model.send("gone");
  };
}
