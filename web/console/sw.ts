// The console's service worker. It answers for files of the console alone: what the service says is never kept here.

const cacheName = 'console';

/** The part of a service worker that this one uses: the rest of the console is typed for a window. */
type FetchEvent = Event & {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
};
type Worker = {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: () => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
};
declare const self: Worker;

const isAsset = (path: string): boolean => path.startsWith('/assets/');
const isOwn = (path: string): boolean =>
  isAsset(path) || ['/', '/index.html', '/config.json', '/seal.svg'].includes(path);

const nameOf = (request: Request): Request | string => (request.mode === 'navigate' ? './' : request);

/** Hashed files never change; everything else is asked for first and remembered for when nobody answers. */
const answer = async (request: Request): Promise<Response> => {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(nameOf(request), { ignoreSearch: true });
  if (kept && isAsset(new URL(request.url).pathname)) return kept;
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await cache.put(nameOf(request), fresh.clone());
    return fresh;
  } catch (fault) {
    if (kept) return kept;
    throw fault;
  }
};

self.addEventListener('install', () => {
  self.skipWaiting();
});
self.addEventListener('activate', () => {
  self.clients.claim();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, searchParams } = new URL(request.url);
  // On the way back from the sign-in the address holds a code: that page is nobody's to keep.
  if (request.method !== 'GET' || origin !== location.origin || searchParams.has('code')) return;
  if (isOwn(pathname)) event.respondWith(answer(request));
});
