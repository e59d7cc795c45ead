/** Says when ticks cannot be kept, and lets the reader save them to a file. */

import { asText } from "./handover.js";
import { copied, download, part, say, today } from "./parts.js";
import { projects } from "./state.js";

/**
 * @param {import("./store.js").Store} store
 * @param {Element} before What the message stands before.
 */
export function withTrouble(store, before) {
  const box = copied("checklist-trouble");
  before.before(box);
  part(box, "save-all").addEventListener("click", () => savedAll(store));
  part(box, "save-spoilt").addEventListener("click", () =>
    download(`kontrolsaraksti-bojati-${today()}.txt`, "text/plain", store.spoilt()),
  );
  part(box, "forget").addEventListener("click", () => store.forgetSpoilt());
  const show = () => {
    const { trouble } = store;
    const spoilt = trouble === "damaged";
    box.hidden = !trouble;
    part(box, "said").textContent = trouble && say(`trouble.${trouble}`);
    part(box, "save-all").hidden = spoilt;
    part(box, "save-spoilt").hidden = part(box, "forget").hidden = !spoilt;
  };
  store.listen(show);
  show();
}

/**
 * All projects in one file, named after the day.
 * @param {import("./store.js").Store} store
 */
function savedAll(store) {
  download(`kontrolsaraksti-${today()}.json`, "application/json", asText(projects(store.state)));
  store.savedElsewhere();
}
