/** The page of all checklists: how far the current project is in each and over all. */

import { loadCatalogue } from "./catalogue.js";
import { withProgress } from "./panel.js";
import { copied, count, dated, part, say } from "./parts.js";
import { withProjects } from "./projects.js";
import { countDone, currentProject, unknownItems } from "./state.js";
import { Store } from "./store.js";
import { withTransfer } from "./transfer.js";
import { withTrouble } from "./trouble.js";

const store = new Store();
const panel = copied("checklist-panel");
part(panel, "filter").remove();
part(panel, "actions").remove();
document.querySelector(".checklist-place")?.replaceWith(panel);
withTrouble(store, panel);
withProjects(panel, store);
withTransfer(panel, store);
const catalogue = await loadCatalogue();
const items = [...new Set(catalogue?.checklists.flatMap((listed) => listed.items))];
withProgress(panel, store, () => items);

for (const listed of catalogue?.checklists ?? []) {
  const address = new URL(listed.address, catalogue?.root).pathname;
  const links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("article li a"))];
  const link = links.find((each) => each.pathname.replace(/index\.html$/, "") === address);
  if (link) {
    share(link, listed);
  }
}
if (catalogue) {
  aside(catalogue.known);
}

/** @param {HTMLAnchorElement} link @param {import("./catalogue.js").Listed} listed */
function share(link, listed) {
  const meter = copied("checklist-share");
  link.closest("li")?.append(meter);
  const show = () => {
    const project = currentProject(store.state);
    const done = countDone(project?.entries ?? {}, listed.items);
    meter.hidden = !project;
    part(meter, "progress").textContent = say("progress", { done, all: listed.items.length });
    part(meter, "bar").max = Math.max(listed.items.length, 1);
    part(meter, "bar").value = done;
    part(meter, "bar").setAttribute("aria-label", listed.title);
  };
  store.listen(show);
  show();
}

/** @param {Set<string>} known What the site has now; entries of other items are kept and told. */
function aside(known) {
  const box = copied("checklist-aside");
  panel.append(box);
  const show = () => {
    const project = currentProject(store.state);
    const ids = project ? unknownItems(project, known) : [];
    box.hidden = !ids.length;
    part(box, "title").textContent = count("aside", ids.length);
    part(box, "lines").replaceChildren(
      ...ids.map((id) => {
        const { date, note } = /** @type {import("./state.js").Project} */ (project).entries[id];
        const line = document.createElement("li");
        line.textContent = [id, date && dated(date), note].filter(Boolean).join(" · ");
        return line;
      }),
    );
  };
  store.listen(show);
  show();
}
