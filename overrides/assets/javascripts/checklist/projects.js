/** Several projects side by side: change to another, begin, rename and delete one. */

import { nameOf, newId, part, say } from "./parts.js";
import { undoable } from "./panel.js";
import { currentProject, projects, renamed, switchedTo, withoutProject, withProject, withTakenProject } from "./state.js";

/** @typedef {import("./store.js").Store} Store */

/** @param {HTMLElement} panel @param {Store} store */
export function withProjects(panel, store) {
  const select = part(panel, "project");
  const show = () => {
    const current = currentProject(store.state);
    const all = projects(store.state).map((project) => new Option(nameOf(project), project.id));
    select.replaceChildren(...(all.length ? all : [new Option(nameOf(undefined), "")]));
    select.value = current?.id ?? "";
    part(panel, "delete").disabled = !current;
  };
  select.addEventListener("change", () => {
    const id = select.value;
    store.change((state) => switchedTo(state, id, Date.now()));
  });
  part(panel, "delete").addEventListener("click", () => deleted(panel, store));
  withNaming(panel, store);
  store.listen(show);
  show();
}

/** @param {HTMLElement} panel @param {Store} store */
function deleted(panel, store) {
  const project = currentProject(store.state);
  if (project) {
    store.change((state) => withoutProject(state, project.id, Date.now()));
    undoable(panel, say("project.deleted", { name: nameOf(project) }), () =>
      store.change((state) => withTakenProject(state, project, Date.now())),
    );
  }
}

/**
 * One form for the name of a new project and for another name of the current one.
 * @param {HTMLElement} panel
 * @param {Store} store
 */
function withNaming(panel, store) {
  const form = part(panel, "naming");
  const field = part(panel, "name");
  /** @type {HTMLButtonElement} */
  let opener;
  const opened = (/** @type {HTMLButtonElement} */ button, /** @type {string} */ name) => {
    opener = button;
    form.hidden = false;
    field.value = name;
    field.focus();
  };
  const closed = () => {
    form.hidden = true;
    opener.focus();
  };
  const create = part(panel, "create");
  const rename = part(panel, "rename");
  create.addEventListener("click", () => opened(create, ""));
  rename.addEventListener("click", () => opened(rename, currentProject(store.state)?.name ?? ""));
  part(panel, "cancel").addEventListener("click", closed);
  form.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && closed());
  form.addEventListener("submit", (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const name = field.value.trim();
    const current = currentProject(store.state);
    if (name) {
      store.change((state) =>
        opener === rename && current
          ? renamed(state, current.id, name, Date.now())
          : withProject(state, newId(), name, Date.now()),
      );
      closed();
    }
  });
}
