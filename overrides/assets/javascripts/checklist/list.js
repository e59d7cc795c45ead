/** A checklist: its rows remember, and a panel above them counts, filters, clears and hands over. */

import { withClusters } from "./clusters.js";
import { withNews } from "./news.js";
import { withFilter, withProgress, withReset } from "./panel.js";
import { copied } from "./parts.js";
import { withProjects } from "./projects.js";
import { enliven, rowsOf } from "./rows.js";
import { Store } from "./store.js";
import { withTransfer } from "./transfer.js";
import { withTrouble } from "./trouble.js";

const store = new Store();
const rows = rowsOf();
const ids = rows.map((row) => row.id);
const panel = copied("checklist-panel");
document.querySelector(".checklist-place")?.replaceWith(panel);
enliven(store, rows);
withTrouble(store, panel);
withProjects(panel, store);
withProgress(panel, store, () => ids);
withFilter(panel, rows);
withReset(panel, store, [...ids, ...withClusters(store)]);
withTransfer(panel, store);
withNews(panel, store, rows);
