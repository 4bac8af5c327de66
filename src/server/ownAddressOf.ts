/** What this server may call itself in links: never what a request's Host makes up. */
import type { IncomingMessage } from 'node:http'
import { hostname, networkInterfaces } from 'node:os'
import type { Context } from 'hono'
import { forwardedHostOf } from './proxies.ts'

interface Known {
  readonly publicUrl: string | undefined
  readonly trustedProxies: readonly string[]
}

/**
 * What links begin with: PUBLIC_URL, or the address that a trusted proxy tells, or the request's
 * where it names this very machine. Else '': links then begin with a slash, and who asked
 * knows where that was.
 */
export function ownAddressOf(c: Context, { publicUrl, trustedProxies }: Known): string {
  if (publicUrl !== undefined) return publicUrl
  const { incoming } = c.env as { readonly incoming?: IncomingMessage }
  const proxied = forwardedHostOf(c, trustedProxies)
  if (proxied !== undefined)
    return `${c.req.header('X-Forwarded-Proto') === 'https' ? 'https' : 'http'}://${proxied}`
  const asked = new URL(c.req.url)
  return !incoming || isOwnName(asked.hostname) ? asked.origin : ''
}

function isOwnName(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '')
  const own = hostname().toLowerCase()
  if (name === 'localhost' || name === own || name === `${own}.local`) return true
  return Object.values(networkInterfaces()).some((found) => found?.some(({ address }) => address === name))
}
