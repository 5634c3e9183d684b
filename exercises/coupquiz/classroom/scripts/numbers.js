// @ts-check

import { language } from "#coupdata/views/html/scripts/i18n.js";

/**
 * Return a share of 1 as people read it: "43%", "−7%".
 *
 * @param {number} share
 */
export function percent(share) {
  return new Intl.NumberFormat(language(), { style: "percent" }).format(share).replace("-", "−");
}

/**
 * Return a code as it is easily read out: "QX9 RWP".
 *
 * @param {string} code
 */
export function spacedCode(code) {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}

/**
 * Return an address as it is typed: without what a browser adds.
 *
 * @param {string} address
 */
export function typedAddress(address) {
  return address.replace(/^http:\/\//, "").replace(/\/$/, "");
}
