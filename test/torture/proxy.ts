/** A bad network: a TCP relay that delays, cuts, and goes silent without saying so. */
import type { AddressInfo, Socket } from 'node:net'
import { connect, createServer } from 'node:net'

export interface BadNetwork {
  readonly port: number
  /** Every connection ends at once. */
  readonly cut: () => void
  /** Nothing gets through any more, and nobody is told; until `heal`. */
  readonly silence: () => void
  readonly heal: () => void
  readonly close: () => Promise<void>
}

/** `target` is asked at each connection: a restarted server may be elsewhere. `delay` in ms. */
export async function openBadNetwork(target: () => number, delay: number): Promise<BadNetwork> {
  const open = new Set<Socket>()
  let silent = false
  const server = createServer((near) => {
    const far = connect(target(), '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.on('data', (bytes) => {
        if (silent) return
        if (delay === 0) to.write(bytes)
        else setTimeout(() => to.writable && to.write(bytes), delay)
      })
      from.on('error', () => to.destroy())
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => open.forEach((socket) => socket.destroy()),
    silence: () => {
      silent = true
    },
    heal: () => {
      silent = false
    },
    close: async () => {
      open.forEach((socket) => socket.destroy())
      await new Promise((resolve) => void server.close(resolve))
    },
  }
}
