import { prefix } from './prefix.ts'

/**
 * Lets the browser keep the page itself, so that a reload without the network opens the chart. Only
 * where the address is secure (https, or this machine); elsewhere its cache has what was fetched.
 */
export function keepPage(): void {
  if (!import.meta.env.PROD) return
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
  // A browser that forbids storage forbids this as well, and says so elsewhere.
  workers?.register(`${prefix}/serviceWorker.js`).catch(() => undefined)
}
