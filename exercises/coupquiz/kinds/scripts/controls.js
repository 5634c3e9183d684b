// @ts-check
/** @import { Control } from "./types.d.ts" */

import { date } from "#coupquiz/kinds/date/control.js";
import { fill } from "#coupquiz/kinds/fill/control.js";
import { link } from "#coupquiz/kinds/link/control.js";
import { match } from "#coupquiz/kinds/match/control.js";
import { multiple } from "#coupquiz/kinds/multiple/control.js";
import { order } from "#coupquiz/kinds/order/control.js";
import { place } from "#coupquiz/kinds/place/control.js";
import { single } from "#coupquiz/kinds/single/control.js";
import { span } from "#coupquiz/kinds/span/control.js";
import { value } from "#coupquiz/kinds/value/control.js";
import { why } from "#coupquiz/kinds/why/control.js";

/**
 * What brings the questions of each kind to life.
 *
 * @type {Record<string, Control<any>>}
 */
export const CONTROLS = {
  single,
  multiple,
  order,
  match,
  fill,
  date,
  place,
  span,
  link,
  claim: single,
  evidence: single,
  value,
  why,
};
