/** What a reverse proxy in front of the server tells, and what it hides. */
import type { IncomingMessage } from 'node:http'
import type { MiddlewareHandler } from 'hono'
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
    const { incoming } = c.env as { readonly incoming?: IncomingMessage }
    const address = incoming?.socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
    if (!trusted.includes(address)) {
      warn(serverText.untrustedProxy(address))
      return next()
    }
    const host = forwarded.split(',')[0]!.trim()
    if (/^[\w.:[\]-]+$/.test(host)) c.req.raw.headers.set('Host', host)
    return next()
  }
}

/** A connection request that came without Upgrade: the proxy took it off. */
export function noUpgrade(warn: Warn): MiddlewareHandler {
  return async (c) => {
    warn(serverText.noUpgrade)
    return c.text(serverText.noUpgrade, 426)
  }
}
