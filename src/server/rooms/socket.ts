/**
 * A WebSocket with limits in both directions: a fast sender is read later, a slow reader is
 * disconnected, a silent peer is treated as gone.
 */
import type { RawData } from 'ws'
import type { Closing } from '../../protocol/closing.ts'
import { closing } from '../../protocol/closing.ts'
import type { Limits } from '../../protocol/limits.ts'

/** What is used of a WebSocket, so that a connection made of plain requests can be one. */
export interface RawSocket {
  readonly bufferedAmount: number
  readonly isPaused: boolean
  readonly on: {
    (event: 'message', listener: (data: RawData, isBinary: boolean) => void): void
    (event: 'close' | 'error' | 'pong', listener: () => void): void
  }
  readonly once: (event: 'close', listener: () => void) => void
  readonly send: (frame: Uint8Array) => void
  readonly close: (code: number) => void
  readonly terminate: () => void
  readonly pause: () => void
  readonly resume: () => void
  readonly ping: () => void
}

export interface Socket {
  readonly send: (frame: Uint8Array) => void
  /** Sends a large requested answer; raises the limit of waiting bytes by its size. */
  readonly sendLarge: (frame: Uint8Array) => void
  /** Starts reading; earlier frames wait. */
  readonly start: (receive: (frame: Uint8Array) => void) => void
  /** Ends the connection at once; nothing is read or sent afterwards. */
  readonly end: (code: Closing) => void
  readonly isOpen: () => boolean
  /** Called once when the connection has ended, from either side. */
  readonly onEnd: (listener: () => void) => void
}

/** ms that the peer has to answer the close frame. */
const goodbye = 2000

export interface SocketParts {
  readonly limits: Limits
  /** ms of a clock that is never set. */
  readonly elapsed: () => number
}

export function openSocket(socket: RawSocket, { limits, elapsed }: SocketParts): Socket {
  let open = true
  let mayWait = limits.waiting
  const listeners: (() => void)[] = []
  const ended = () => {
    if (!open) return
    open = false
    inbox.stop()
    stopPings()
    for (const listener of listeners) listener()
  }
  const end = (code: Closing) => {
    if (!open) return
    ended()
    socket.resume()
    socket.close(code)
    const timer = setTimeout(() => socket.terminate(), goodbye)
    socket.once('close', () => clearTimeout(timer))
  }
  const inbox = openInbox(socket, { limits, elapsed })
  const stopPings = keepPinging(socket, limits.ping)
  socket.on('message', (data, isBinary) => {
    if (!open) return
    if (isBinary) inbox.push(bytesOf(data))
    else end(closing.badFrame)
  })
  socket.on('close', ended)
  // A protocol error or a broken connection; 'close' follows.
  socket.on('error', ended)
  const send = (frame: Uint8Array) => {
    if (!open) return
    if (socket.bufferedAmount > mayWait) end(closing.tooSlow)
    else socket.send(frame)
  }
  return {
    send,
    sendLarge: (frame) => {
      mayWait = Math.max(mayWait, limits.waiting + frame.length)
      send(frame)
    },
    start: inbox.start,
    end,
    isOpen: () => open,
    onEnd: (listener) => {
      if (open) listeners.push(listener)
      else listener()
    },
  }
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

/** Bytes that cost as much as a frame: 8 MB a second on average, with the default limits. */
const bytesPerToken = 16 * 1024

/**
 * Token bucket: a frame costs one token, a long one more. While it is empty the socket is paused, so TCP slows
 * the sender down.
 */
function openInbox(socket: RawSocket, { limits, elapsed }: SocketParts) {
  const frames: Uint8Array[] = []
  let receive: ((frame: Uint8Array) => void) | undefined
  let tokens = limits.updatesAtOnce
  let filledAt = elapsed()
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const next = () => {
    if (frames.length === 0 || tokens < 1) return undefined
    const frame = frames.shift()
    tokens -= 1 + (frame?.length ?? 0) / bytesPerToken
    return frame
  }
  const pump = () => {
    timer = undefined
    const at = elapsed()
    tokens = Math.min(limits.updatesAtOnce, tokens + ((at - filledAt) * limits.updatesPerSecond) / 1000)
    filledAt = at
    if (stopped || !receive) return
    // Handling a frame may end the connection; then no more frames follow.
    for (let frame = next(); frame; frame = next()) receive(frame)
    if (stopped) return
    if (frames.length === 0) return socket.resume()
    socket.pause()
    // Wait for half a bucket, at most 50 ms: no timer for each frame.
    timer = setTimeout(pump, Math.min(50, (limits.updatesAtOnce * 500) / limits.updatesPerSecond))
  }
  socket.pause()
  return {
    push: (frame: Uint8Array) => {
      frames.push(frame)
      if (timer === undefined) pump()
    },
    start: (to: (frame: Uint8Array) => void) => {
      receive = to
      pump()
    },
    stop: () => {
      stopped = true
      frames.length = 0
      clearTimeout(timer)
    },
  }
}

/**
 * Ends a connection that answered neither of two pings. A paused socket is not counted,
 * because it cannot answer.
 */
function keepPinging(socket: RawSocket, every: number): () => void {
  let unanswered = 0
  socket.on('pong', () => {
    unanswered = 0
  })
  const timer = setInterval(() => {
    if (socket.isPaused) return
    if (unanswered >= 2) return socket.terminate()
    unanswered += 1
    socket.ping()
  }, every)
  return () => clearInterval(timer)
}
