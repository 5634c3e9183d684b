// @ts-check

/** Return a word that no other view on the page has, for ids and names of groups. */
export function unique() {
  return `coup-${Math.random().toString(36).slice(2, 10)}`;
}
