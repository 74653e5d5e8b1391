// Keeps the whole site for offline use. The build writes version and files in; see tools/webPages.ts.
const version = "__VERSION__";
const files = JSON.parse("__FILES__") as readonly string[];

const worker = self as unknown as Worker;
const cacheName = `thaw-${version}`;

worker.addEventListener("install", (event) => {
  event.waitUntil(keepAll());
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

worker.addEventListener("fetch", (event) => {
  const {request} = event;
  if (request.method !== "GET" || !request.url.startsWith(worker.registration.scope)) return;
  event.respondWith(answer(request));
});

async function keepAll(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(files.map((file) => new Request(file, {cache: "no-cache"})));
}

async function takeOver(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith("thaw-") && name !== cacheName);
  await Promise.all(others.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** A file of this build as it was kept; anything else from the network. A page is sent to its address with a slash. */
async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const path = url.href.slice(worker.registration.scope.length).replace(/[?#].*$/, "");
  const page = `${path.replace(/\/?$/, path === "" ? "" : "/")}index.html`;
  if (request.mode === "navigate" && files.includes(page)) {
    if (path !== "" && !path.endsWith("/")) {
      url.pathname += "/";
      return Response.redirect(url.href, 302);
    }
    return (await kept(page)) ?? fetch(request);
  }
  return (files.includes(path) ? await kept(path) : undefined) ?? fetch(request);
}

async function kept(file: string): Promise<Response | undefined> {
  const cache = await caches.open(cacheName);
  return cache.match(new URL(file, worker.registration.scope).href);
}

/** What this file uses of a service worker's scope; the DOM's types know a window only. */
type Worker = {
  readonly registration: {readonly scope: string};
  readonly clients: {claim(): Promise<void>};
  addEventListener(
    name: "install" | "activate",
    listener: (event: {waitUntil(work: Promise<void>): void}) => void
  ): void;
  addEventListener(
    name: "fetch",
    listener: (event: {readonly request: Request; respondWith(answer: Promise<Response>): void}) => void
  ): void;
};
