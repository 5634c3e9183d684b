// @ts-check
/** @import { Shown } from "./types.d.ts" */

import { sharedScript } from "./shared_script.js";

/** A widget whose views are drawn by a script that it shares with others: an object, or a function that makes one. */
export default () => {
  /** @type {Promise<{ render: (shown: Shown<any>) => unknown }> | undefined} */
  let widget;
  return {
    async render(/** @type {Shown<any>} */ shown) {
      widget ??= sharedScript(shown.model).then((shared) =>
        typeof shared === "function" ? shared() : shared,
      );
      return (await widget).render(shown);
    },
  };
};
