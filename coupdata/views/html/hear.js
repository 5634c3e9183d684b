/**
 * See that Python is heard, and resolve when it is. anywidget gives a script two seconds to come; on a slow machine, or
 * while a chart is being drawn, it takes longer, and from then on anywidget drops whatever Python says.
 */
async function hear(model) {
  if (model.get("hears")) return;
  let widget;
  model.on("change:hears", (own) => (widget = own)); // anywidget hands out only a proxy of it
  model.set("hears", true);
  if (!widget?._handle_comm_msg) return; // outside Jupyter
  try {
    await widget._handle_comm_msg({ content: { data: {} } });
  } catch {
    const plain = Object.getPrototypeOf(Object.getPrototypeOf(widget)); // Jupyter's own, which waits for no script
    widget.comm?.on_msg((message) => plain._handle_comm_msg.call(widget, message));
    widget.comm?.send({ method: "request_state" }); // what was missed
  }
}
