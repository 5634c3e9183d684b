// What every view of answers does.

/** Tell Python that a page shows this view; what comes back tells it that the page does so no longer. */
function watched(model) {
  let lost = false;
  model.on("comm_live_update", () => (lost = true));
  model.send("seen");
  return () => lost || model.send("gone");
}
