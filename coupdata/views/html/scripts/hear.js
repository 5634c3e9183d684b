// @ts-check
/** @import { AnyModel } from "@anywidget/types" */

// The one place that knows a name of anywidget's that it does not promise; test_late_script.py says when it changes.

/**
 * See that Python is heard. anywidget gives a script two seconds to come; on a slow machine, or while a chart is being
 * drawn, it takes longer, and from then on anywidget drops whatever Python says.
 *
 * @param {AnyModel<any>} model
 */
export async function hear(model) {
  if (model.get("hears")) return;
  /** @type {any} */
  let widget;
  model.on("change:hears", (/** @type {unknown} */ own) => (widget = own)); // anywidget hands out only a proxy of it
  model.set("hears", true);
  if (!widget?._handle_comm_msg) return; // outside Jupyter
  try {
    await widget._handle_comm_msg({ content: { data: {} } });
  } catch {
    const plain = Object.getPrototypeOf(Object.getPrototypeOf(widget)); // Jupyter's own, which waits for no script
    widget.comm?.on_msg((/** @type {unknown} */ message) => plain._handle_comm_msg.call(widget, message));
    widget.comm?.send({ method: "request_state" }); // what was missed
  }
}
