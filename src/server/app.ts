/** Wires all HTTP routes: API, public pages, built page, error answers. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { chartJsonSchema } from '../files/chartFile/chartSchema.ts'
import { publicPages } from '../publicPages/publicPages.ts'
import { ownPageHeader } from '../protocol/api.ts'
import type { Limits } from '../protocol/limits.ts'
import { serverText } from '../text/messages/server.ts'
import { apiPage, openApi } from './api/documentation.ts'
import type { ServerContext } from './serverContext.ts'
import { isSameSecret } from './access/secrets.ts'
import { addRoute, callerOf, failed, sayFailure } from './api/route.ts'
import { routes } from './api/routes.ts'
import { schemaPage } from './api/schemaPage.ts'
import { prefixOf } from './listener.ts'
import { forwardedHost, noUpgrade, warnOnce } from './proxies.ts'
import type { Health } from './health.ts'
import { measured, metrics } from './metrics.ts'
import { refusedBodies } from './refusedBodies.ts'
import { publicPageSource } from './publication/publicPageSource.ts'

export interface AppParts {
  /** Folder of the built page. */
  readonly page: string
  readonly context: ServerContext
  readonly limits: Limits
  readonly trustedProxies: readonly string[]
  readonly health: () => Promise<Health>
  /** What nobody foresaw, for the log. */
  readonly report: (error: unknown) => void
}

export function serverApp({ page, context, limits, trustedProxies, report, health }: AppParts): Hono {
  const app = new Hono()
  const prefix = prefixOf(context.publicUrl)
  app.use(refusedBodies(2 * limits.chartFile))
  app.use(forwardedHost(trustedProxies, warnOnce(report)))
  app.use(compress())
  // Before our own headers: the public pages have stricter ones.
  app.route('/', publicPages({ ...publicPageSource(context), prefix }))
  app.use(headers)
  app.on('GET', ['/healthz', '/readyz'], async (c) => {
    const found = await health()
    return c.json(found.ok ? { ok: true } : found, found.ok ? 200 : 503)
  })
  app.get('/metrics', async (c) => {
    if (!(await mayMeasure(c, context))) return c.text(serverText.metricsClosed, 401)
    return c.text(metrics(await measured(context, health)))
  })
  app.get('/schema/chart-1.json', (c) => c.json(chartJsonSchema()))
  for (const path of ['/schema/', '/schema/bpmn-1']) app.get(path, (c) => c.html(schemaPage()))
  app.get('/api', (c) => c.html(apiPage(routes)))
  app.get('/api/openapi.json', (c) => c.json(openApi(routes)))
  app.use('/api/*', neverKept, sameOrigin(context, warnOnce(report)))
  app.use('/api/*', bodyLimit({ maxSize: limits.chartFile, onError: (c) => failed(c, 'too-large') }))
  for (const route of routes) addRoute(app, route, context)
  app.all('/api/*', (c) => failed(c, 'not-found'))
  app.get('/assets/*', keptForEver, serveStatic({ root: page, precompressed: true }))
  app.get('/', indexPage(page, prefix))
  app.get('/review', indexPage(page, prefix))
  app.get('/control', indexPage(page, prefix))
  app.get('/c/:chart', indexPage(page, prefix))
  app.get('/sync/*', noUpgrade(warnOnce(report)))
  app.get('*', serveStatic({ root: page }))
  app.notFound((c) => c.text(serverText.notFound, 404))
  app.onError((error, c) => sayFailure(c, error, report))
  return app
}

/** Whoever has the token of the setting, and administrators. */
async function mayMeasure(c: Context, context: ServerContext): Promise<boolean> {
  const { access, metricsToken } = context
  const shown = c.req.header('Authorization')
  if (metricsToken !== undefined && shown !== undefined && isSameSecret(shown, `Bearer ${metricsToken}`))
    return true
  return access.isAdministrator(await callerOf(c, context))
}

/** Files under assets have hashed names, so they are cached for ever. */
const keptForEver: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.ok) c.header('Cache-Control', 'public, max-age=31536000, immutable')
}

const neverKept: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
}

/** CSRF guard: refuses a write with an Origin of another host. Scripts send no Origin and pass. */
function sameOrigin(
  { publicUrl }: Pick<ServerContext, 'publicUrl'>,
  warn: (words: string) => void,
): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('Origin')
    if (c.req.method === 'GET' || isProvenOwn(c)) return next()
    if (origin === undefined)
      return c.req.header('Sec-Fetch-Site') === 'cross-site' ? failed(c, 'foreign-origin') : next()
    const host = c.req.header('Host')
    if (isOwnOrigin(origin, host, publicUrl)) return next()
    // Only what can be an origin gets into the log.
    if (URL.canParse(origin)) warn(serverText.foreignOrigin(new URL(origin).origin, host ?? ''))
    return failed(c, 'foreign-origin')
  }
}

/**
 * A page of another site can send neither a token that it does not know nor this header: for
 * both a browser asks us first, and we do not answer. So a proxy may change Host.
 */
function isProvenOwn(c: Context): boolean {
  return /^Bearer /i.test(c.req.header('Authorization') ?? '') || c.req.header(ownPageHeader) !== undefined
}

/** True if the Origin has the host of this server. The scheme is not compared: a proxy may change it. */
export function isOwnOrigin(
  origin: string,
  host: string | undefined,
  publicUrl: string | undefined,
): boolean {
  if (!URL.canParse(origin)) return false
  const from = new URL(origin).host
  return from === host || (publicUrl !== undefined && from === new URL(publicUrl).host)
}

/** The page's addresses are relative to its root, which is not where it is read from (`/c/…`). */
function indexPage(page: string, prefix: string) {
  return async () =>
    new Response(
      (await readFile(join(page, 'index.html'), 'utf8'))
        .replace(/(href|src)="\.?\//g, `$1="${prefix}/`)
        .replace('<html ', `<html data-prefix="${prefix}" `),
      {
        headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' },
      },
    )
}

/** The WebSocket source for the CSP: in Chromium 109 `'self'` does not cover ws of the same host. */
function ownSocket(c: Context): string {
  const host = c.req.header('Host') ?? ''
  return /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : ''
}

/** CSP of the page: inline styles for antd, wasm for the font engine, nothing from other hosts. */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'", ownSocket, 'data:', 'blob:'],
    workerSrc: ["'self'", 'blob:'],
    frameAncestors: ["'self'"],
  },
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: false,
  crossOriginResourcePolicy: false,
  originAgentCluster: false,
})
