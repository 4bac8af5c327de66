/** The HTTP or HTTPS server itself, and the path in front of all others (PUBLIC_URL with a path). */
import { readFileSync } from 'node:fs'
import type { IncomingMessage, RequestListener, Server } from 'node:http'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { serverText } from '../text/messages/server.ts'
import type { TlsFiles } from './settings.ts'
import { SettingsError } from './settings.ts'

/** Speaks https where there are a certificate and a key. Throws a SettingsError where they cannot be used. */
export function listenerOf(tls: TlsFiles | undefined, listener: RequestListener): Server {
  if (!tls) return createServer(listener)
  try {
    return createSecureServer({ cert: readFileSync(tls.cert), key: readFileSync(tls.key) }, listener)
  } catch (error) {
    throw new SettingsError(serverText.badTls((error as Error).message), { cause: error })
  }
}

/** The path of PUBLIC_URL, without a slash at its end; '' where there is none. */
export function prefixOf(publicUrl: string | undefined): string {
  return publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '')
}

/** Takes the prefix off, where the proxy has left it in. */
export function withoutPrefix(prefix: string, listener: RequestListener): RequestListener {
  if (prefix === '') return listener
  return (request, response) => {
    takeOff(prefix, request)
    listener(request, response)
  }
}

export function takeOff(prefix: string, request: IncomingMessage): void {
  const { url = '/' } = request
  if (prefix === '' || !url.startsWith(prefix)) return
  const rest = url.slice(prefix.length)
  if (rest === '' || rest.startsWith('?')) request.url = `/${rest}`
  if (rest.startsWith('/')) request.url = rest
}
