// @ts-check

/** @type {Promise<any> | undefined} */
let loading;

/** Return Plotly, from the file beside the bundle: it is far bigger than all the rest, so a page without charts has none. */
export function loadPlotly() {
  loading ??= import(new URL("plotly_basic.js", import.meta.url).href).then(
    () => /** @type {any} */ (globalThis).Plotly,
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
