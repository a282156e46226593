// Keeps the pages that were seen, so that they can be read without a network. The network always comes first, so
// no page is ever older than the site that answers; only files whose names change with their content are taken
// from the store without asking.

const STORE = 'callwarden-pages';
const KEPT_FOR_EVER = '/_astro/';
/** Pages beyond this many are forgotten, oldest first. */
const MOST = 300;

const store = () => caches.open(STORE);

async function keep(request, response) {
  if (!response.ok || response.type !== 'basic') return;
  const pages = await store();
  await pages.put(request, response);
  const keys = await pages.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((key) => pages.delete(key)));
}

async function fromNetwork(event) {
  try {
    const response = await fetch(event.request);
    event.waitUntil(keep(event.request, response.clone()));
    return response;
  } catch (error) {
    const kept = await caches.match(event.request, { ignoreSearch: event.request.mode === 'navigate' });
    if (kept) return kept;
    throw error;
  }
}

async function fromStore(event) {
  return (await caches.match(event.request)) ?? fromNetwork(event);
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// The first page was there before its worker was: it names what it has loaded, and that is kept as well.
self.addEventListener('message', (event) => {
  event.waitUntil(
    store().then((pages) => Promise.all(event.data.map((url) => pages.add(url).catch(() => undefined)))),
  );
});

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return;
  event.respondWith(pathname.startsWith(KEPT_FOR_EVER) ? fromStore(event) : fromNetwork(event));
});
