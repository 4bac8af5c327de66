/**
 * A connection made of plain requests, for people behind a proxy that lets no WebSocket through. To
 * the room it is a socket like any other: the same gate, the same acknowledgements, the same limits.
 */
import { EventEmitter } from 'node:events'
import type { RawSocket } from './socket.ts'

export interface PolledSocket {
  readonly socket: RawSocket
  /** Frames that the client sent; resolves when the room reads on. */
  readonly hear: (frames: readonly Uint8Array[]) => Promise<void>
  /** What there is to tell, waiting at most `ms` for it. `closed`: the code with which it ended. */
  readonly tell: (ms: number) => Promise<{ readonly frames: readonly Uint8Array[]; readonly closed?: number }>
  readonly isOver: () => boolean
}

interface Line {
  readonly events: EventEmitter
  readonly waiting: Uint8Array[]
  closed: number | undefined
  isOver: boolean
  isPaused: boolean
  /** Since the last ping: whoever asks is alive. */
  isAsked: boolean
}

export function openPolledSocket(): PolledSocket {
  const line: Line = {
    events: new EventEmitter(),
    waiting: [],
    closed: undefined,
    isOver: false,
    isPaused: false,
    isAsked: true,
  }
  const { events, waiting } = line
  return {
    socket: rawSocketOf(line),
    hear: async (frames) => {
      line.isAsked = true
      for (const frame of frames) if (isOpen(line)) events.emit('message', frame, true)
      if (line.isPaused && !line.isOver) await soon(events, 'resumed', longestPause)
    },
    tell: async (ms) => {
      line.isAsked = true
      if (waiting.length === 0 && isOpen(line)) await soon(events, 'something', ms)
      line.isAsked = true
      const frames = waiting.splice(0)
      if (isOpen(line)) return { frames }
      setImmediate(() => finish(line))
      return { frames, closed: line.closed ?? abnormal }
    },
    isOver: () => line.isOver,
  }
}

const isOpen = ({ closed, isOver }: Line): boolean => closed === undefined && !isOver

function finish(line: Line): void {
  if (line.isOver) return
  line.isOver = true
  line.events.emit('something')
  line.events.emit('close')
}

function rawSocketOf(line: Line): RawSocket {
  const { events, waiting } = line
  return {
    get bufferedAmount() {
      return waiting.reduce((sum, frame) => sum + frame.length, 0)
    },
    get isPaused() {
      return line.isPaused
    },
    on: (event: string, listener: Parameters<EventEmitter['on']>[1]) => void events.on(event, listener),
    once: (event: string, listener: () => void) => void events.once(event, listener),
    send: (frame) => {
      waiting.push(frame)
      events.emit('something')
    },
    close: (code) => {
      line.closed ??= code
      events.emit('something')
    },
    terminate: () => finish(line),
    pause: () => {
      line.isPaused = true
    },
    resume: () => {
      line.isPaused = false
      events.emit('resumed')
    },
    ping: () => {
      if (line.isAsked) events.emit('pong')
      line.isAsked = false
    },
  }
}

/** ms that a request which sends waits for a room that reads slowly. */
const longestPause = 10_000

/** WebSocket's own code for a connection that was cut. */
const abnormal = 1006

async function soon(events: EventEmitter, event: string, ms: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer)
      events.off(event, done)
      resolve()
    }
    const timer = setTimeout(done, ms).unref()
    events.on(event, done)
  })
}
