// @ts-check
/** @import { MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { SeatView } from "./seat_types.d.ts" */

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { find } from "#coupdata/views/html/scripts/find.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { post, Refused } from "../server.js";
import { LINE_OF_TIME } from "./picture.js";

/** @typedef {{ names: "nickname" | "number" | "roster", free: string[] }} AskedName */

/**
 * Return the page on which somebody takes a seat.
 *
 * @param {{ title: string, code: string, said: string, enter: (view: SeatView) => void }} about `code` is the one that the
 *   address came with, `said` why somebody is here again
 */
export function joinPage({ title, code, said, enter }) {
  const page = draw([
    "div",
    { class: "poster-page" },
    ["div", { class: "poster" }, LINE_OF_TIME, ["h1", { tabindex: "-1" }, title]],
  ]);
  const sheet = draw(["div", { class: "sheet" }]);
  page.append(sheet);
  let typed = code;

  const joined = (/** @type {SeatView | AskedName} */ answer) => {
    if ("names" in answer) askName(answer);
    else enter(answer);
  };
  const join = async (/** @type {object} */ more = {}) =>
    joined(await post("seat/join", { code: typed, ...more }));

  const wayBack = () => {
    const back = backForm();
    const key = formOf(find(back, "form", HTMLFormElement));
    key.onSend(async (value) => enter(await post("seat/back", { key: value })));
    return back;
  };
  const askCode = (/** @type {string} */ trouble) => {
    const code = codeForm(typed);
    sheet.replaceChildren(code.form, wayBack());
    code.onSend(async (value) => {
      typed = value;
      await join();
    });
    code.say(trouble);
  };
  const askName = (/** @type {AskedName} */ asked) => {
    const { form, onSend } = nameForm(asked);
    sheet.replaceChildren(form, wayBack());
    onSend((name) => join({ name }));
    form.querySelector("input")?.focus();
  };

  if (code) {
    redraw(sheet, ["p", { class: "big", role: "status" }, _("Finding you a seat …")]);
    join().catch((error) => askCode(trouble(error)));
  } else askCode(said);
  return page;
}

/** @param {string} typed */
function codeForm(typed) {
  const field = {
    ...{ type: "text", name: "value", class: "code", value: typed, required: "", maxlength: "20" },
    ...{ autocapitalize: "characters", autocomplete: "off", autocorrect: "off", spellcheck: "false" },
  };
  return formOf(
    drawForm(
      ["label", { class: "big" }, _("The code on the wall"), ["input", field]],
      ["button", { class: "strong wide" }, _("Join")],
    ),
  );
}

function backForm() {
  const field = {
    ...{ type: "text", name: "value", class: "code key", required: "", maxlength: "20" },
    ...{ autocapitalize: "characters", autocomplete: "off", autocorrect: "off", spellcheck: "false" },
  };
  const back = draw(["details", { class: "back" }, ["summary", {}, _("I have been here before")]]);
  back.append(
    drawForm(
      ["label", {}, _("Your key"), ["input", field]],
      [
        "p",
        { class: "quiet" },
        _("It is on your other device, under your seat’s name. Your teacher can look it up, too."),
      ],
      ["button", { class: "soft wide" }, _("Go on where I was")],
    ),
  );
  return back;
}

/** @param {AskedName} asked */
function nameForm({ names, free }) {
  const join = /** @type {MarkupElement} */ (["button", { class: "strong wide" }, _("Join")]);
  if (names === "roster") {
    const choices = free.map(
      (name) =>
        /** @type {MarkupElement} */ ([
          "label",
          { class: "name" },
          ["input", { type: "radio", name: "value", value: name, required: "" }],
          ["span", {}, name],
        ]),
    );
    const list = /** @type {MarkupElement} */ (["div", { class: "names" }, ...choices]);
    return formOf(drawForm(["fieldset", {}, ["legend", { class: "big" }, _("Who are you?")], list], join));
  }
  const common = { type: "text", name: "value", class: "own-name", required: "", maxlength: "40" };
  const field =
    names === "number"
      ? { ...common, inputmode: "numeric", autocomplete: "off" }
      : { ...common, autocomplete: "nickname" };
  const label = names === "number" ? _("Your number") : _("What shall we call you?");
  const note =
    names === "number"
      ? _("Your teacher has told you.")
      : _("A first name or a nickname. Your teacher sees it.");
  return formOf(
    drawForm(["label", { class: "big" }, label, ["input", field]], ["p", { class: "quiet" }, note], join),
  );
}

/** @param {...MarkupElement} content */
function drawForm(...content) {
  return /** @type {HTMLFormElement} */ (
    draw(["form", {}, ...content, ["p", { class: "trouble", role: "alert" }]])
  );
}

/**
 * Return a form with one value: what is said in it, and what sends it.
 *
 * @param {HTMLFormElement} form
 */
function formOf(form) {
  const say = (/** @type {string} */ words) => redraw(find(form, ".trouble"), words);
  const button = find(form, "button", HTMLButtonElement);
  const onSend = (/** @type {(value: string) => Promise<void>} */ send) =>
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (button.getAttribute("aria-disabled") === "true") return;
      button.setAttribute("aria-disabled", "true");
      say("");
      await send(String(new FormData(form).get("value") ?? "")).catch((error) => say(trouble(error)));
      button.removeAttribute("aria-disabled");
    });
  return { form, say, onSend };
}

/** @param {unknown} error */
function trouble(error) {
  if (error instanceof Refused && error.message) return error.message;
  return _("The room does not answer. Are you in the same network as your teacher? Then try again.");
}
