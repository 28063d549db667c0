const cacheName = 'console';

/**
 * Makes the console open without a network: the service worker answers from a cache that holds what this visit has loaded.
 * Called by the screens that are used out there, once they are on the screen.
 */
export const keepForOffline = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('./sw.js', { scope: './' });
    const cache = await caches.open(cacheName);
    const own = `${location.origin}/`;
    const loaded = performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.startsWith(`${own}assets/`) || name === `${own}seal.svg`);
    await cache.addAll(['./', './config.json', ...new Set(loaded)]);
  } catch {
    // Without it the console works as it does elsewhere: with a network.
  }
};
