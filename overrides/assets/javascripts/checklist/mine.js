/** The reader's own checklists in progress, for the home page; nothing is fetched before the first tick. */

import { loadCatalogue } from "./catalogue.js";
import { copied, nameOf, part, say } from "./parts.js";
import { countDone, currentProject } from "./state.js";
import { Store } from "./store.js";

const project = currentProject(new Store().state);
const catalogue = project && (await loadCatalogue());
const begun = catalogue?.checklists
  .map((listed) => ({ ...listed, done: countDone(project?.entries ?? {}, listed.items) }))
  .filter(({ done, items }) => done > 0 && done < items.length);
if (catalogue && begun?.length) {
  const section = copied("checklist-mine");
  part(section, "project").textContent = nameOf(project);
  part(section, "lines").replaceChildren(
    ...begun.map(({ address, title, done, items }) => {
      const line = copied("checklist-mine-line");
      part(line, "link").href = new URL(address, catalogue.root).href;
      part(line, "link").textContent = title;
      part(line, "progress").textContent = say("progress", { done, all: items.length });
      part(line, "bar").max = items.length;
      part(line, "bar").value = done;
      part(line, "bar").setAttribute("aria-label", title);
      return line;
    }),
  );
  document.getElementById("own-checklists")?.replaceWith(section);
}
