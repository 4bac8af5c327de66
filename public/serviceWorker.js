// Keeps the page itself (never data: charts have a place of their own) in the browser, so that a
// reload without the network opens the chart, and a tab of the version before still finds its parts.
// `version` and `files` are written by the build (vite.config.ts).
const version = ''
const files = []

const prefix = 'page-'
const scope = new URL(self.registration.scope).pathname
/** Beside the assets: the shell that is every page of ours, and what it names. */
const shell = ['', 'icon.svg', 'browser.js']
/** ms; then the page that is here is taken. */
const patience = 5000

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOld().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || !pathname.startsWith(scope)) return
  const path = pathname.slice(scope.length)
  if (request.mode === 'navigate') {
    if (/^(review|c\/[\w-]+)?$/.test(path)) event.respondWith(pageOf(request))
    return
  }
  if (path.startsWith('assets/') || (path !== '' && shell.includes(path))) event.respondWith(partOf(request))
})

async function keepAll() {
  const cache = await caches.open(prefix + version)
  await cache.addAll(
    [...shell, ...files].map((path) => new Request(scope + path, { cache: cachingOf(path) })),
  )
}

/** Files under assets have their content in their name; the others change. */
function cachingOf(path) {
  return path.startsWith('assets/') ? 'default' : 'reload'
}

/** The version before stays: a tab may be open with it. */
async function forgetOld() {
  const kept = (await caches.keys()).filter((name) => name.startsWith(prefix))
  const others = kept.filter((name) => name !== prefix + version)
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)))
}

/** The page that is here. */
async function here() {
  return (await caches.open(prefix + version)).match(scope, { ignoreVary: true })
}

/** From the server; without it (or where a proxy answers for it) the page that is here. */
async function pageOf(request) {
  const late = new Promise((resolve) => setTimeout(resolve, patience)).then(here)
  const asked = fetch(request).then(
    async (answer) => (answer.status >= 502 ? ((await here()) ?? answer) : answer),
    async (error) => {
      const kept = await here()
      if (kept) return kept
      throw error
    },
  )
  return (await Promise.race([asked, late])) ?? asked
}

async function partOf(request) {
  const kept = await caches.match(request, { ignoreVary: true })
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) {
    const copy = answer.clone()
    const cache = await caches.open(prefix + version)
    // A full disk costs only this.
    cache.put(request, copy).catch(() => undefined)
  }
  return answer
}
