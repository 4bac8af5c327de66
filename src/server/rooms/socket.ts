/**
 * One socket, kept in bounds both ways: who sends too fast is read later, who reads too
 * slowly is let go, who no longer answers is taken for gone.
 */
import type { RawData, WebSocket } from 'ws'
import type { Closing } from '../../protocol/closing.ts'
import { closing } from '../../protocol/closing.ts'
import type { Limits } from '../../protocol/limits.ts'

export interface Socket {
  readonly send: (frame: Uint8Array) => void
  /** An answer that was asked for: it may be large, and what may wait for this reader grows by it. */
  readonly sendLarge: (frame: Uint8Array) => void
  /** Frames are read from now on; before, they wait. */
  readonly start: (receive: (frame: Uint8Array) => void) => void
  /** Nothing is read or sent any more, at once. */
  readonly end: (code: Closing) => void
  readonly isOpen: () => boolean
  /** Called once, when the line has ended, by either side. */
  readonly onEnd: (listener: () => void) => void
}

/** ms that the other side has to say goodbye. */
const goodbye = 2000

export interface SocketParts {
  readonly limits: Limits
  readonly now: () => number
}

export function openSocket(socket: WebSocket, { limits, now }: SocketParts): Socket {
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
  const inbox = openInbox(socket, { limits, now })
  const stopPings = keepPinging(socket, limits.ping)
  socket.on('message', (data, isBinary) => {
    if (!open) return
    if (isBinary) inbox.push(bytesOf(data))
    else end(closing.badFrame)
  })
  socket.on('close', ended)
  // A broken frame, or a connection that was cut; 'close' follows.
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

/** A token bucket: a frame costs one. When it is empty the socket is paused, so that the sender feels it. */
function openInbox(socket: WebSocket, { limits, now }: SocketParts) {
  const frames: Uint8Array[] = []
  let receive: ((frame: Uint8Array) => void) | undefined
  let tokens = limits.updatesAtOnce
  let filledAt = now()
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const next = () => {
    if (frames.length === 0 || tokens < 1) return undefined
    tokens -= 1
    return frames.shift()
  }
  const pump = () => {
    timer = undefined
    tokens = Math.min(limits.updatesAtOnce, tokens + ((now() - filledAt) * limits.updatesPerSecond) / 1000)
    filledAt = now()
    if (stopped || !receive) return
    // What one frame brings about may end the line; then there are no more frames.
    for (let frame = next(); frame; frame = next()) receive(frame)
    if (stopped) return
    if (frames.length === 0) return socket.resume()
    socket.pause()
    // Half a bucket, or a moment: not a timer for every frame.
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

/** Who has answered none of two pings is gone; a socket that we do not read from cannot answer. */
function keepPinging(socket: WebSocket, every: number): () => void {
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
