/** A page of guidance: its rows remember, and it says for which project once there is more than one. */

import { copied, nameOf, part } from "./parts.js";
import { enliven, rowsOf } from "./rows.js";
import { currentProject, projects } from "./state.js";
import { Store } from "./store.js";
import { withTrouble } from "./trouble.js";

const store = new Store();
const rows = rowsOf();
const line = copied("checklist-whose");
const first = /** @type {HTMLElement} */ (rows[0].element.closest("ul, ol"));
enliven(store, rows);
withTrouble(store, first);
first.before(line);
store.listen(show);
show();

function show() {
  line.hidden = projects(store.state).length < 2;
  part(line, "project").textContent = nameOf(currentProject(store.state));
}
