// Lets the page open without a network. One cache a version; nothing of a person is ever in it.
const VERSION = '{version}';
const CACHE = `kader-${VERSION}`;
const PARTS = ['{parts}'].map((name) => `/kader/${VERSION}/${name}`);

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(['/kader', ...PARTS])));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names
      .filter((name) => name.startsWith('kader-') && name !== CACHE)
      .map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

// The page asks for the new version only while nothing is being typed.
self.addEventListener('message', (event) => {
  if (event.data === 'TAKE_OVER') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname === '/kader' || pathname === '/kader/') {
    event.respondWith(caches.match('/kader', { cacheName: CACHE }).then((found) => found ?? fetch(event.request)));
  } else if (PARTS.includes(pathname)) {
    event.respondWith(caches.match(pathname, { cacheName: CACHE }).then((found) => found ?? fetch(event.request)));
  }
});
