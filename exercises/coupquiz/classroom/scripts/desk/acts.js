// @ts-check

/**
 * Return what asks for one thing after another, each when all before it are done; it tells whether that was done.
 *
 * @param {(message: object) => Promise<void>} send
 * @param {(error?: unknown) => void} tell is told why something was not done, and of nothing when the next round begins:
 *   so what is done later does not hide what was not
 */
export function oneAfterAnother(send, tell) {
  /** @type {Promise<boolean>} */
  let turn = Promise.resolve(true); // ends when all that was asked for is done
  let asked = ""; // what was asked for last, until that is done

  const sent = async (/** @type {object} */ message) => {
    try {
      await send(message);
      return true;
    } catch (error) {
      tell(error);
      return false;
    }
  };
  return async (/** @type {object} */ message) => {
    const words = JSON.stringify(message);
    if (words === asked && !("by" in message)) return false; // pressed twice; only steps add up
    if (!asked) tell();
    asked = words;
    const mine = turn.then(() => sent(message));
    turn = mine;
    const isDone = await mine;
    if (turn === mine) asked = "";
    return isDone;
  };
}
