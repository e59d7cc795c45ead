/**
 * Only in the copy for a disk (make offline): what a browser refuses to pages without a server.
 * The copy's files are read by script elements: each `x.json.js` calls `offlineFile`, `worker.js` sets `offlineWorker`.
 */

{
  const root = new URL("../../", document.currentScript.src).href;
  /** @type {Map<string, (text: string) => void>} */
  const asked = new Map();

  /** @param {string} address @returns {Promise<void>} */
  const run = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(address));
      document.head.append(script);
    });

  /** Called by a file of the copy: @param {string} path @param {string} text */
  window.offlineFile = (path, text) => asked.get(root + path)?.(text);

  window.fetch = async (asking) => {
    const address = new URL(String(asking), document.baseURI).href;
    const text = new Promise((resolve) => asked.set(address, resolve));
    await run(`${address}.js`);
    return new Response(await text);
  };

  // The search worker runs in the page itself.
  window.Worker = class extends EventTarget {
    /** @param {string | URL} address */
    constructor(address) {
      super();
      /** @type {(data: unknown) => void} */
      let receive = () => {};
      const location = new URL(address, document.baseURI);
      const answer = (/** @type {unknown} */ data) => this.dispatchEvent(new MessageEvent("message", { data }));
      const listen = (/** @type {string} */ _, /** @type {(event: { data: unknown }) => void} */ listener) => {
        receive = (data) => listener({ data });
      };
      const start = () => window.offlineWorker({ location }, answer, listen);
      run(location.href.split("#")[0]).then(start);
      this.postMessage = (/** @type {unknown} */ data) => receive(data);
    }
  };

  // Addresses made by scripts, such as those of results, name folders; a disk has no server to find their page.
  addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element && event.target.closest("a[href]");
      if (link instanceof HTMLAnchorElement && link.pathname.endsWith("/")) link.pathname += "index.html";
    },
    true,
  );
}
