/** Lets the pages that were seen be read without a network. Without a service worker nothing changes. */
async function keepForOffline(): Promise<void> {
  const first = !navigator.serviceWorker.controller;
  await navigator.serviceWorker.register('/sw.js');
  const { active } = await navigator.serviceWorker.ready;
  if (!first) return;
  // This page came before its worker, which is told what to keep of it.
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const own = [location.href, ...loaded].filter((url) => new URL(url).origin === location.origin);
  active?.postMessage([...new Set(own)]);
}

// A browser that forbids service workers shows the same pages, with a network.
if ('serviceWorker' in navigator) addEventListener('load', () => keepForOffline().catch(() => undefined));
