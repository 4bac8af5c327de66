/** The routes. Reads as a table: what may be asked for, and who answers. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { chartJsonSchema } from '../files/chartSchema.ts'
import { serverText } from '../text/server.ts'

export function serverApp(page: string): Hono {
  const app = new Hono()
  app.use(headers)
  app.use(compress())
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.get('/schema/chart-1.json', (c) => c.json(chartJsonSchema()))
  app.get('/assets/*', keptForEver, serveStatic({ root: page }))
  app.get('/', indexPage(page))
  app.get('/c/:chart', indexPage(page))
  app.get('*', serveStatic({ root: page }))
  app.notFound((c) => c.text(serverText.notFound, 404))
  return app
}

/** Hashed names: what is under assets never changes. */
const keptForEver: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.ok) c.header('Cache-Control', 'public, max-age=31536000, immutable')
}

function indexPage(page: string) {
  return async () =>
    new Response(await readFile(join(page, 'index.html')), {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' },
    })
}

/** Styles are inline because antd writes them; wasm, because the font engine is; nothing comes from elsewhere. */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'", 'data:', 'blob:'],
    workerSrc: ["'self'", 'blob:'],
    frameAncestors: ["'self'"],
  },
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: false,
  crossOriginResourcePolicy: false,
  originAgentCluster: false,
})
