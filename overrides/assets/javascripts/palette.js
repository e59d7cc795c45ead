/**
 * The switch between the light and the dark palette. The choice is kept in this browser only; without one the
 * page follows the system.
 */

const KEY = "__palette";
const buttons = /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll(".palette button")]);
const system = matchMedia("(prefers-color-scheme: dark)");

for (const button of buttons) {
  button.addEventListener("click", () => {
    const scheme = button.dataset.scheme ?? "";
    show(scheme);
    keep(scheme);
    buttons.find((each) => each.dataset.shownIn === scheme)?.focus();
  });
}

system.addEventListener("change", () => {
  if (!chosen()) show(system.matches ? "slate" : "default");
});

/** @param {string} scheme */
function show(scheme) {
  document.body.setAttribute("data-md-color-scheme", scheme);
}

function chosen() {
  try {
    return window.__md_get(KEY);
  } catch {
    return null;
  }
}

/**
 * Where nothing can be kept, the choice holds for this page.
 *
 * @param {string} scheme
 */
function keep(scheme) {
  try {
    window.__md_set(KEY, { color: { scheme } });
  } catch {
    // Storage is blocked.
  }
}
