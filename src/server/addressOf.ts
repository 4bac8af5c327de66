import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'

/**
 * The address that a request comes from, as the socket knows it. Where that is a proxy that the
 * administrator trusts, the last address of X-Forwarded-For that is none of these: what stands
 * before it could be anybody's invention. '' where there is no socket (`app.request` in tests).
 */
export function addressOf(request: Context | IncomingMessage, trusted: readonly string[]): string {
  const incoming = 'req' in request ? (request.env as Incoming | undefined)?.incoming : request
  const direct = plain(incoming?.socket.remoteAddress ?? '')
  if (!trusted.includes(direct)) return direct
  const told = String(incoming?.headers['x-forwarded-for'] ?? '').split(',')
  return (
    told
      .map(plain)
      .reverse()
      .find((address) => address !== '' && !trusted.includes(address)) ?? direct
  )
}

/** IPv4 as itself, also where it came over a socket of IPv6. */
function plain(address: string): string {
  return address.trim().replace(/^::ffff:/, '')
}

interface Incoming {
  readonly incoming?: IncomingMessage
}
