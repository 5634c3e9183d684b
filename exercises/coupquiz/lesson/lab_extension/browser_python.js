// @ts-check
/** @import { Kernel, SessionManager } from "./types.d.ts" */

// What Python in a browser needs, where no computer has it ready.

/**
 * Start Python for the notebook that an address names, so that it gets ready while the page is drawn. Whoever opens a
 * notebook uses the Python that it has.
 *
 * @param {SessionManager} sessions
 * @param {string} address of the page
 */
export async function startPython(sessions, address) {
  const path = new URL(address).searchParams.get("path");
  if (!path?.endsWith(".ipynb")) return;
  await sessions.ready;
  const session = await sessions.startNew({ name: path, path, type: "notebook", kernel: { name: "python" } });
  session.dispose(); // only this connection to it, which would answer for the notebook's widgets
}

/**
 * Let Python fetch pandas, if it can: what an import names is fetched before the code runs.
 *
 * @param {Kernel} kernel
 */
export async function fetchPandas(kernel) {
  await kernel.requestExecute({ code: "import pandas", silent: true, store_history: false }).done;
}
