/**
 * What is left of a request's body after the answer is read and thrown away, within bounds: a
 * connection that is cut while somebody still sends shows them a network error instead of the answer.
 */
import type { IncomingMessage } from 'node:http'
import type { MiddlewareHandler } from 'hono'

export function refusedBodies(most: number): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const { body } = c.req.raw
    if (body === null || body.locked) return
    const { incoming } = c.env as { readonly incoming?: IncomingMessage }
    void thrownAway(body, most).then((isWhole) => {
      if (!isWhole) incoming?.socket.destroySoon()
    })
  }
}

/** False where there is more than `most` bytes. How long it may take, Node's `requestTimeout` says. */
async function thrownAway(body: ReadableStream<Uint8Array>, most: number): Promise<boolean> {
  const reader = body.getReader()
  try {
    for (let bytes = 0; bytes <= most;) {
      const { done, value } = await reader.read()
      if (done) return true
      bytes += value.length
    }
    return false
  } catch {
    return true
  }
}
