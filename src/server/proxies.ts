/** What a reverse proxy in front of the server tells, and what it hides. */
import type { IncomingMessage } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import { serverText } from '../text/messages/server.ts'

type Warn = (words: string) => void

/** Says each sentence once: a proxy that is set up wrongly makes the same mistake with every request. */
export function warnOnce(report: (error: unknown) => void): Warn {
  const said = new Set<string>()
  return (words) => {
    if (said.has(words) || said.size > 100) return
    said.add(words)
    report(words)
  }
}

/** Puts X-Forwarded-Host in the place of Host where a trusted proxy says it; warns of others. */
export function forwardedHost(trusted: readonly string[], warn: Warn): MiddlewareHandler {
  return async (c, next) => {
    const forwarded = c.req.header('X-Forwarded-Host')
    if (forwarded === undefined) return next()
    const host = forwardedHostOf(c, trusted)
    if (host !== undefined) c.req.raw.headers.set('Host', host)
    else if (!trusted.includes(socketOf(c))) warn(serverText.untrustedProxy(socketOf(c)))
    return next()
  }
}

/** X-Forwarded-Host where a trusted proxy says it and it can be a host. */
export function forwardedHostOf(c: Context, trusted: readonly string[]): string | undefined {
  const host = c.req.header('X-Forwarded-Host')?.split(',')[0]!.trim()
  return host !== undefined && trusted.includes(socketOf(c)) && /^[\w.:[\]-]+$/.test(host) ? host : undefined
}

/** '' where there is no socket (`app.request` in tests). */
function socketOf(c: Context): string {
  const { incoming } = c.env as { readonly incoming?: IncomingMessage }
  return incoming?.socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
}

/** A connection request that came without Upgrade: the proxy took it off. */
export function noUpgrade(warn: Warn): MiddlewareHandler {
  return async (c) => {
    warn(serverText.noUpgrade)
    return c.text(serverText.noUpgrade, 426)
  }
}
